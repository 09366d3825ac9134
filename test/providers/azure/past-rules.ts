import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { descriptions } from '../../../backends/descriptions';
import { compile } from '../../../model/compile';
import { emptyInventory } from '../../../model/inventory';
import { terraformApp } from '../../../stacks/terraform-app';

const blind = {
  ...descriptions,
  'event-hubs': { ...descriptions['event-hubs'], rules: [], limits: [] },
};

const around = {
  backends: blind,
  inventory: emptyInventory,
  today: '2026-11-21',
  sources: { environment: {}, platform: {} },
};

/** Codes of errors that are left where neither rules nor limits of Event Hubs look at a description. */
export const codesPastRules = (description: object): string[] =>
  compile(description, around).problems.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

/** What a description becomes where neither rules nor limits of Event Hubs look at it, nor constructs at their props. */
export function stacksPastRules(description: object): string[] {
  const { resolved, problems } = compile(description, around);
  if (!resolved) throw new Error(`refused by a rule of every back end: ${JSON.stringify(problems, undefined, 2)}`);
  const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-wrong-'));
  try {
    const app = terraformApp([resolved], { folder });
    Object.assign(app, { skipValidation: true });
    app.synth();
    const stacks = join(folder, 'stacks');
    return readdirSync(stacks).map((name) => readFileSync(join(stacks, name, 'cdk.tf.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
