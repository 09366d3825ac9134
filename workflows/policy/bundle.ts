import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Resolved } from '../../model/resolved';
import { packageRoot } from '../package-root';
import { replaceFolder } from '../synth/swap';
import { tablesOf } from './tables';
import type { Waived } from './waiver-tables';

export interface Bundle {
  /** Where it is: `<out>/<environment>`. */
  readonly folder: string;
  /** Changes with every rule and every table. */
  readonly revision: string;
  readonly rules: number;
}

export interface BundleOptions {
  /** The folder of bundles. */
  readonly out: string;
  /** What the waivers of the description set aside: the bundle sets aside no more. */
  readonly waived: readonly Waived[];
}

/** Rules in Rego, written by hand; each environment has its own tables beside them. */
const sources = join(packageRoot, 'workflows', 'policy', 'rego');

/**
 * Writes the rules of an environment as a bundle of Open Policy Agent: `.manifest`, `data.json` and modules with their
 * tests, which judge what was synthesized, or planned, without the kit. The folder is replaced whole.
 * https://www.openpolicyagent.org/docs/management-bundles
 */
export async function writeBundle(resolved: Resolved, { out, waived }: BundleOptions): Promise<Bundle> {
  const folder = resolve(out, resolved.environment.name);
  const modules = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.rego'))
    .sort();
  const tables = `${JSON.stringify({ kafka_kit: { described: tablesOf(resolved, waived) } }, null, 2)}\n`;
  const hash = createHash('sha256').update(tables);
  const texts = modules.map((path) => ({ path, text: readFileSync(join(sources, path), 'utf8') }));
  for (const { path, text } of texts) hash.update(path).update(text);
  const revision = hash.digest('hex').slice(0, 16);
  await replaceFolder(folder, async (beside) => {
    beside.write(
      '.manifest',
      `${JSON.stringify({ revision, roots: ['kafka_kit', 'main'], rego_version: 1 }, null, 2)}\n`,
    );
    beside.write('data.json', tables);
    for (const { path, text } of texts) beside.write(path, text);
  });
  return { folder, revision, rules: new Set(texts.flatMap(({ text }) => text.match(/KFK-[A-Z]\d{3}/g) ?? [])).size };
}
