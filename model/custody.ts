import type { Key } from './place';

/** Who could get at what a cluster holds without being let in by Kafka, as far as its description says: where it is, under whose key, and how far its ports reach. */
export interface Custody {
  /** What its vendor calls it, in what is synthesized. Default: as its stack. */
  readonly name?: string;
  /** Every region in which its records are stored, by the field that says so. Empty: nothing says where it is. */
  readonly regions: readonly { readonly region: string; readonly field: readonly Key[] }[];
  /** Whose key encrypts its disks. */
  readonly key: DiskKey;
  /** From where its brokers are reached, in words. Absent: nobody here knows. */
  readonly reach?: string;
  /** By what more than networks of one's own may reach its brokers; empty: by nothing that is described. */
  readonly exposures: readonly { readonly field: readonly Key[]; readonly says: string }[];
  /** Topics whose records it writes elsewhere besides, where no retention of Kafka's reaches them. */
  readonly copies: readonly { readonly topic: string; readonly field: readonly Key[]; readonly to: string }[];
}

export type DiskKey =
  | { readonly whose: 'own' }
  /** The vendor's, though it could be one's own. */
  | { readonly whose: 'vendor'; readonly field: readonly Key[]; readonly fix: string }
  /** The vendor takes no other, or the disks are somebody else's to encrypt. */
  | { readonly whose: 'elsewhere' };

/** Of a cluster that somebody else runs, or whose disks do: nothing here says more. */
export const custodyElsewhere = (region: string | undefined): Custody => ({
  regions: regionSaid(region),
  key: { whose: 'elsewhere' },
  exposures: [],
  copies: [],
});

export const regionSaid = (region: string | undefined): Custody['regions'] =>
  region === undefined ? [] : [{ region, field: ['region'] }];
