import type { Factor } from './covering';
import type { Fields } from './fields';
import type { Levels } from './said';

/** Values that go with everything, by the path of their field; where the schema lists what it may be, none is needed. */
export type Free = Readonly<Record<string, readonly unknown[]>>;

export const keysOf = (path: string): string[] =>
  [...path.matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)].map(([, bracketed, plain]) => bracketed ?? plain ?? '');

const overridable = /^platform\.(?:topics|applications|connectors)\b/;

/** What each level of a free field says. What is below `platform` is said there, or in `overrides`. */
export const freeLevelsOf = (free: Free, fields: Fields): ReadonlyMap<string, Levels> =>
  new Map(
    Object.entries(free).map(([path, given]) => {
      const listed = fields.at(keysOf(path))?.values ?? [];
      const values = given.length > 0 ? given : listed;
      if (values.length === 0) throw new Error(`${path}: say which values are tried`);
      const levels = values.flatMap((value) => [
        // The sign keeps numbers from coming first.
        [`=${JSON.stringify(value)}`, { [path]: value }] as const,
        ...(overridable.test(path)
          ? [[`overridden =${JSON.stringify(value)}`, { [path.replace('platform', 'overrides')]: value }] as const]
          : []),
      ]);
      return [path, { unsaid: {}, ...Object.fromEntries(levels) }];
    }),
  );

export const factorsOf = (levels: Iterable<readonly [string, Levels]>): readonly Factor[] =>
  [...levels].map(([name, said]) => ({ name, levels: Object.keys(said) }));
