import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Profile } from '../../model/profile';
import type { Resolved } from '../../model/resolved';
import { writeBundle } from '../../workflows/policy/bundle';
import type { Waived } from '../../workflows/policy/waiver-tables';
import { synth } from '../../workflows/synth/synth';
import { conftest, type Tested } from '../support/conftest';
import { type Description, resolve } from '../support/describe';

/** What is synthesized of an environment, and the bundle that judges it. */
export interface Judged {
  readonly bundle: string;
  readonly out: string;
  readonly files: readonly string[];
  test(...files: readonly string[]): Tested;
}

const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-policy-'));
let count = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** By default each of its waivers sets something aside. */
export async function judged(
  resolved: Resolved,
  rules: Resolved = resolved,
  waived: readonly Waived[] = rules.environment.waivers,
): Promise<Judged> {
  const place = join(folder, String(count++));
  const { folder: out } = await synth(resolved, join(place, 'out'));
  const { folder: bundle } = await writeBundle(rules, { out: join(place, 'policy'), waived });
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('cdk.tf.json') || /^kubernetes\/.*\.yaml$/.test(path))
    .map((path) => join(out, path))
    .sort();
  return { bundle, out, files, test: (...some) => conftest(bundle, ...(some.length > 0 ? some : files)) };
}

/**
 * What a description becomes that a profile refuses: it is synthesized as one whose profile does not ask, and judged by the
 * tables of the one that does.
 */
export function anyway(description: unknown, profile: Profile): Promise<Judged> {
  const resolved = resolve({ ...(description as Description), profile: 'baseline' });
  return judged(resolved, { ...resolved, environment: { ...resolved.environment, profile } });
}

/** `KFK-T008` of what was said. */
export const codesOf = (said: readonly string[]): string[] =>
  [...new Set(said.map((line) => line.split(/[ :]/)[0] ?? ''))].sort();
