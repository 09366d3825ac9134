import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A stack as cdktf's own list has it. */
export interface ListedStack {
  readonly name: string;
  /** Its `cdk.tf.json`. */
  readonly config: string;
  /** Names of stacks that must be applied before it. */
  readonly dependsOn: readonly string[];
}

interface Manifest {
  readonly stacks: Readonly<
    Record<
      string,
      { readonly name: string; readonly dependencies: readonly string[]; readonly synthesizedStackPath: string }
    >
  >;
}

/** The stacks of an output folder by cdktf's own list: folders of others may be left from before. */
export const stacksIn = (folder: string): readonly ListedStack[] =>
  Object.values((JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest).stacks).map(
    ({ name, dependencies, synthesizedStackPath }) => ({
      name,
      config: join(folder, synthesizedStackPath),
      dependsOn: dependencies,
    }),
  );
