import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';

type Blocks = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** A stack's `cdk.tf.json`. */
export interface TerraformJson {
  readonly terraform: Readonly<Record<string, unknown>>;
  readonly provider?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly resource?: Blocks;
  readonly variable?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly moved?: readonly { readonly from: string; readonly to: string }[];
  readonly removed?: readonly { readonly from: string; readonly lifecycle: { readonly destroy: boolean } }[];
}

/** Synthesizes one stack with all its validations, and reads what it wrote. */
export function synthesized(build: (stack: TerraformStack) => void): TerraformJson {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-test-'));
  try {
    const app = new App({ outdir: folder, skipValidation: false });
    build(new TerraformStack(app, 'test'));
    app.synth();
    return JSON.parse(readFileSync(join(folder, 'stacks', 'test', 'cdk.tf.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every resource by its address, without the comments that cdktf adds. */
export const resourcesOf = ({ resource = {} }: TerraformJson): Map<string, Readonly<Record<string, unknown>>> =>
  new Map(
    Object.entries(resource).flatMap(([type, named]) =>
      Object.entries(named).map(([name, { '//': _, ...attributes }]) => [`${type}.${name}`, attributes] as const),
    ),
  );

/** What a stack has, moves and lets go of: a line each, as a golden list has them. */
export const addressesIn = (json: TerraformJson): string[] => [
  ...resourcesOf(json).keys(),
  ...(json.moved ?? []).map(({ from, to }) => `moved ${from} -> ${to}`),
  ...(json.removed ?? []).map(({ from }) => `removed ${from}`),
];

/** Every file below a folder, by its path, sorted. */
export function filesBelow(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}
