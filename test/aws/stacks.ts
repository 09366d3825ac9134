import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Resolved } from '../../model/resolved';
import { loadCompiled } from '../../workflows/load/compiled';
import { synth } from '../../workflows/synth/synth';
import type { Stack } from './evaluated';

const root = resolve(__dirname, '..', '..');

/** Environments of this repository that Terraform applies to one back end. */
export const committed = (backend: string): readonly Resolved[] =>
  loadCompiled({ folder: root, today: '2026-11-21' }).environments.flatMap(({ resolved }) =>
    resolved && [...resolved.clusters.values()].some((cluster) => cluster.backend === backend) ? [resolved] : [],
  );

/** Every stack of some environments. */
export async function stacksOf(environments: readonly Resolved[]): Promise<Stack[]> {
  const stacks: Stack[] = [];
  for (const resolved of environments) {
    const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-aws-'));
    try {
      for (const { name, config } of (await synth(resolved, folder)).stacks)
        stacks.push({ name: `${resolved.environment.name}/${name}`, text: readFileSync(config, 'utf8') });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return stacks;
}

/** Resources in `cdk.tf.json`, counted without any of this. */
export const countIn = ({ text }: Stack): number => {
  const { resource = {}, ephemeral = {} } = JSON.parse(text) as Record<string, Record<string, object>>;
  return [resource, ephemeral]
    .flatMap((types) => Object.values(types).map((named) => Object.keys(named).length))
    .reduce((a, b) => a + b, 0);
};
