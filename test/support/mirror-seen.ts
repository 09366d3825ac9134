import type { MirrorFailure } from '../../model/replication-permissions';

/** What somebody sees who looks at the target. */
export type Seen = Readonly<Record<'records' | 'checkpoints' | 'offsets' | 'partitions' | 'configuration', boolean>>;

export const everything: Seen = {
  records: true,
  checkpoints: true,
  offsets: true,
  partitions: true,
  configuration: true,
};

/** What is not seen when MirrorMaker fails in that way; the rest is. */
export const missing: Readonly<Record<MirrorFailure, Partial<Seen>>> = {
  'no-records': { records: false, checkpoints: false, offsets: false },
  'no-checkpoints': { checkpoints: false, offsets: false },
  'no-checkpoint-records': { checkpoints: false },
  'no-offsets': { offsets: false },
  'no-partitions': { partitions: false },
  'no-configuration': { configuration: false },
  'copied-again': {},
  'stands-still': {},
  'offsets-forgotten': {},
  'no-status': {},
};

/** What is seen, when it is started again, of failures that show only then. */
export const seenAgain: Readonly<Partial<Record<MirrorFailure, SeenAgain>>> = {
  'copied-again': { copied: 'twice', offsets: true },
  'stands-still': { copied: 'not all', offsets: false },
  'offsets-forgotten': { copied: 'once', offsets: false },
};

/** What somebody sees when MirrorMaker has been stopped, and started again. */
export interface SeenAgain {
  readonly copied: 'once' | 'twice' | 'not all';
  /** Whether the group's offset is there again, which was deleted in the meantime. */
  readonly offsets: boolean;
}
