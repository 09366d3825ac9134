import { changes, goneKinds, ignoredAnnotations, importCodes, kinds } from '../../../workflows/import/strimzi-v1';
import { note, table } from './reference';

/** What `import strimzi --check` tells of manifests. */
export function importPage(): string {
  const fields = Object.entries(changes).flatMap(([kind, all]) =>
    all.map(({ code, path, when, fix }) => [
      kind,
      `\`spec.${path}\`${when === undefined ? '' : when === 'mapping' ? ', a mapping' : ` \`${when.join('`, `')}\``}`,
      code,
      fix,
    ]),
  );
  const needed = Object.entries(kinds).flatMap(([kind, all]) =>
    Object.entries<string>(all).map(([field, fix]) => [kind, `\`spec.${field}\``, fix]),
  );
  return `# What Strimzi's API v1 wants of manifests

${note}

\`kafka-kit import strimzi --check\` tells this, with the file and line where it is written.

${table(['code', 'what is wrong'], Object.entries(importCodes))}

## Gone, moved, or to go

${table(['kind', 'where', 'code', 'what to write'], fields)}

## Needed

Every kind needs \`metadata.name\` and \`spec\`; missing is KFK-V004.

${table(['kind', 'where', 'what to write'], needed)}

## Kinds and annotations

${table(['what', 'what to write'], [...Object.entries(goneKinds), ...Object.entries(ignoredAnnotations)])}
`;
}
