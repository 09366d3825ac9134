import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Resolved } from '../../model/resolved';
import { terraformApp } from '../../stacks/terraform-app';
import { loadCompiled } from '../../workflows/load/compiled';
import type { Stack } from './evaluated';

const root = resolve(__dirname, '..', '..');

/** Environments of this repository that Terraform applies to one back end. */
export const committed = (backend: string): readonly Resolved[] =>
  loadCompiled({ folder: root, today: '2026-11-21' }).environments.flatMap(({ resolved }) =>
    resolved && [...resolved.clusters.values()].some((cluster) => cluster.backend === backend) ? [resolved] : [],
  );

/** Every stack of some environments, as `synth` writes them. */
export function stacksOf(environments: readonly Resolved[]): Stack[] {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-aws-'));
  try {
    return environments.flatMap((resolved) => {
      const outdir = join(folder, resolved.environment.name);
      terraformApp([resolved], { folder: outdir }).synth();
      const { stacks } = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8')) as Manifest;
      return Object.values(stacks).map(({ name, synthesizedStackPath }) => ({
        name: `${resolved.environment.name}/${name}`,
        text: readFileSync(join(outdir, synthesizedStackPath), 'utf8'),
      }));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** cdktf's own list. */
interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly name: string; readonly synthesizedStackPath: string }>>;
}

/** Resources, and what is looked up, in `cdk.tf.json`, counted without any of this. */
export const countIn = ({ text }: Stack): number => {
  const { resource = {}, ephemeral = {}, data = {} } = JSON.parse(text) as Record<string, Record<string, object>>;
  return [resource, ephemeral, data]
    .flatMap((types) => Object.values(types).map((named) => Object.keys(named).length))
    .reduce((a, b) => a + b, 0);
};
