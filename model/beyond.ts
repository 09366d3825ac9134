import type { Authentication } from './authentication';
import type { Grant } from './grant';

/** What a back end lets somebody do beside what is asked for, because it has no narrower way to say it. */
export interface Beyond {
  /** Of those who prove in one of these ways who they are. */
  readonly authentication: readonly Authentication[];
  /** Whoever is allowed this… */
  readonly whoever: Pick<Grant, 'resourceType' | 'operation'> & Partial<Pick<Grant, 'patternType'>>;
  /** …may do this, too. */
  readonly also: readonly Grant[];
  /** By what, in the vendor's words. */
  readonly by: string;
}
