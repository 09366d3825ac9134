import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Resolved } from '../../model/resolved';
import { loadCompiled } from '../../workflows/load/compiled';
import { type Judged, judged } from './judged';

const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-spoilt-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

/** A file of its own, into which a fault was planted. */
export function spoiltFile(text: string, extension: 'json' | 'yaml'): string {
  const path = join(folder, String(count++));
  mkdirSync(path);
  writeFileSync(join(path, `spoilt.${extension}`), text);
  return join(path, `spoilt.${extension}`);
}

const { environments } = loadCompiled({ folder: resolve(__dirname, '..', '..'), today: '2026-11-21' });

/** An environment of this repository. */
export function committed(name: string): Resolved {
  const found = environments.find((one) => one.name === name)?.resolved;
  if (!found) throw new Error(`there is no '${name}'`);
  return found;
}

const made = new Map<string, Promise<Judged>>();
/** An environment of this repository as if it were not disposable, with the bundle that asks for all that follows. */
export function keptEnvironment(name: string): Promise<Judged> {
  const found = committed(name);
  const strict = { ...found, environment: { ...found.environment, disposable: false } };
  const known = made.get(name) ?? judged(found, strict);
  made.set(name, known);
  return known;
}

/** A document of IAM. */
export const iamPolicy = (...statements: object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
