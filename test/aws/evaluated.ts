import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTerraform } from '../../workflows/terraform/binary';
import type { Attributes } from './requests';
import { worthOf } from './worth';

/** A stack as it was synthesized. */
export interface Stack {
  readonly name: string;
  /** Its `cdk.tf.json`. */
  readonly text: string;
}

/** A resource as its provider would see it. */
export interface Evaluated {
  readonly stack: string;
  /** `aws_kms_key`, or `ephemeral.…` of what only lives while Terraform runs, or `data.…` of what is looked up. */
  readonly type: string;
  readonly name: string;
  readonly attributes: Attributes;
}

type Blocks = Readonly<Record<string, Readonly<Record<string, Attributes>>>>;

const reference = /\b(?:data\.|ephemeral\.)?(aws_\w+)\.[\w-]+\.(\w+)/g;

/**
 * Every resource of many stacks with Terraform's own evaluation of its expressions: one run over all of them, in which
 * each reference to AWS is worth what {@link worthOf} says when it was asked so often before, and each resource is
 * Terraform's own `terraform_data`.
 */
export async function evaluated(stacks: readonly Stack[], asked = 0): Promise<Evaluated[]> {
  const locals: Record<string, unknown> = {};
  /** By what is said: many stacks say the same. */
  const inputs = new Map<string, string>();
  const found = stacks.flatMap(({ name: stack, text }) =>
    [...blocks(known(text, { locals, asked }))].map(([type, name, attributes]) => {
      const said = JSON.stringify(attributes);
      // What has no expression is what it says.
      if (/[$%]\{/.test(said) && !inputs.has(said)) inputs.set(said, `r${inputs.size}`);
      return { stack, type, name, said };
    }),
  );
  const standIns = [...inputs].map(([said, id]) => [id, { input: JSON.parse(said) }] as const);
  const values = await planned({ locals, resource: { terraform_data: Object.fromEntries(standIns) } });
  return found.map(({ said, ...one }) => {
    const id = inputs.get(said);
    return { ...one, attributes: id === undefined ? JSON.parse(said) : (values.get(id) ?? {}) };
  });
}

interface Config {
  readonly resource?: Blocks;
  readonly ephemeral?: Blocks;
  readonly data?: Blocks;
}

/** A stack in which each reference to AWS is one to a local value. */
function known(
  text: string,
  { locals, asked }: { readonly locals: Record<string, unknown>; readonly asked: number },
): Config {
  return JSON.parse(
    text.replace(reference, (_, type: string, attribute: string) => {
      const local = `${type}__${attribute}`;
      locals[local] = worthOf(type, attribute, asked);
      return `local.${local}`;
    }),
  );
}

/** Each with its type and name, without what only Terraform reads. */
function* blocks(config: Config) {
  for (const [prefix, all] of [
    ['', config.resource ?? {}],
    ['ephemeral.', config.ephemeral ?? {}],
    ['data.', config.data ?? {}],
  ] as const)
    for (const [type, named] of Object.entries(all))
      for (const [name, { '//': _, lifecycle: __, depends_on: ___, provider: ____, ...attributes }] of Object.entries(
        named,
      ))
        yield [`${prefix}${type}`, name, attributes] as const;
}

async function planned(config: object): Promise<ReadonlyMap<string, Attributes>> {
  const { command } = await findTerraform(process.env);
  const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-aws-'));
  try {
    const stack = join(folder, 'stack');
    mkdirSync(stack);
    writeFileSync(join(stack, 'main.tf.json'), JSON.stringify(config));
    const run = (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(command, [`-chdir=${stack}`, ...args], {
        encoding: 'utf8',
        maxBuffer: 1 << 30,
        env: { ...process.env, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' },
      });
      if (status !== 0) throw new Error(`terraform ${args.join(' ')}: ${stdout}${stderr}`.slice(0, 4000));
      return stdout;
    };
    run('init', '-input=false', '-no-color');
    run('plan', '-input=false', '-no-color', '-refresh=false', '-out=plan');
    const { planned_values } = JSON.parse(run('show', '-json', 'plan')) as {
      planned_values: { root_module: { resources?: { name: string; values: { input: Attributes } }[] } };
    };
    return new Map((planned_values.root_module.resources ?? []).map(({ name, values }) => [name, values.input]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
