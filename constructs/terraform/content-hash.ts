import { createHash } from 'node:crypto';

/** Eight characters that change when the content does: part of the name of what AWS never changes. */
export const contentHash = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8);
