import { createHash } from 'node:crypto';
import { entriesOf } from './by-name';

/** A platform as it was described when it was promoted; its id is made from its content, so it cannot change unnoticed. */
export interface Release {
  /** The first twelve digits of the SHA-256 of {@link canonicalJson}. */
  readonly id: string;
  /** As plain data, of any shape: what a later kit refuses was a platform once. */
  readonly platform: unknown;
}

export const releaseIdForm = /^[0-9a-f]{12}$/;

/** Freezes a platform: what JSON cannot say (functions, `undefined`) is no part of a description. */
export function releaseOf(platform: unknown): Release {
  const text = canonicalJson(platform);
  return { id: createHash('sha256').update(text).digest('hex').slice(0, 12), platform: JSON.parse(text) };
}

/** The same text for the same description, however its keys were ordered and wherever it was written. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(JSON.parse(JSON.stringify(value))));

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(entriesOf(value as Record<string, unknown>).map(([key, inner]) => [key, sorted(inner)]));
}
