import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { descriptions } from '../../backends/descriptions';
import type { ServiceName } from '../../model/workload';

const root = join(__dirname, '../..');
const roots = [
  ...['backends', 'charts', 'constructs', 'environments', 'examples', 'model', 'render', 'scripts', 'stacks'],
  ...['workflows', 'index.ts', 'main.ts'],
];

/** The sources at a path from the root of the project. */
function filesOf(path: string): string[] {
  if (statSync(join(root, path)).isDirectory())
    return readdirSync(join(root, path)).flatMap((name) => filesOf(`${path}/${name}`));
  return path.endsWith('.ts') ? [path] : [];
}

const sources = roots.flatMap(filesOf);

/** What a replication, or a Connect cluster, is run by: its description says so, whichever back end its clusters have. */
const services: readonly ServiceName[] = ['msk-connect', 'msk-replicator'];

/** `=== 'msk'`, `'msk' !==` and `case 'msk'`, also of a data plane such as `msk-iam`. */
const comparisonsWith = (kind: string, text: string): string[] => {
  const literal = `['"\`]${kind}(?:-[a-z0-9]+)?['"\`]`;
  const found = text.match(new RegExp(`(?:[!=]==?|\\bcase)\\s*${literal}|${literal}\\s*[!=]==?`, 'g')) ?? [];
  return found.filter((comparison) => !services.some((service) => comparison.includes(`'${service}'`)));
};

test.each([
  ["cluster.backend === 'msk'", 1],
  ['if (\'msk\' !== kind || dataPlane == "msk-iam")', 2],
  ["switch (kind) { case 'msk': }", 1],
  ["service === 'msk-replicator'", 0],
  ["{ backend: 'msk' }; kind === 'mskx'; kind === 'kafka'", 0],
])('%s compares with a kind %i times', (text, times) => {
  expect(comparisonsWith('msk', text)).toHaveLength(times);
});

test.each(Object.values(descriptions).map(({ kind }) => kind))(
  'nothing outside its folder asks for the back end %s',
  (kind) => {
    const outside = sources.filter((path) => !path.startsWith(`backends/${kind}/`));
    const found = outside.flatMap((path) =>
      comparisonsWith(kind, readFileSync(join(root, path), 'utf8')).map((comparison) => `${path}: ${comparison}`),
    );
    expect(found).toEqual([]);
  },
);

test('sources are read: a back end compares with its own kind', () => {
  expect(sources.filter((path) => comparisonsWith('msk', readFileSync(join(root, path), 'utf8')).length > 0)).toContain(
    'backends/msk/description/replicator-rules.ts',
  );
});
