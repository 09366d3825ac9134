/** What a description can ask of a cluster; each back end says for each what it makes of it. */
export const features = [
  'topics',
  'compaction',
  'idempotence',
  'transactions',
  'streams',
  'consumer-protocol',
  'share-groups',
  'tiered-storage',
  'prefixed-permissions',
  'deny-permissions',
  'group-permissions',
  'host-permissions',
  'operator-permissions',
  'user-quotas',
  'client-quotas',
  'scram-sha-256',
  'scram-sha-512',
  'mtls',
  'iam',
  'entra-id',
  'sas',
  'oauth',
  'mirroring',
  'audit-logins',
  'audit-denials',
  'audit-administration',
  'audit-access',
  'audit-alarms',
] as const;

export type Feature = (typeof features)[number];

/** What a back end makes of a feature. */
export type Capability = {
  /** The vendor's page that says so. */
  readonly source: string;
} & (
  | { readonly support: 'native' }
  | { readonly support: 'translated' /** What is lost on the way. */; readonly loses: string }
  | { readonly support: 'preview' /** What the vendor does not promise yet. */; readonly caveat: string }
  | {
      readonly support: 'unsupported';
      /** What to use in its place. */
      readonly instead: string;
      /** The vendor's tier that lacks it. Default: all of them do. */
      readonly tier?: string;
    }
);

export type Capabilities = Readonly<Record<Feature, Capability>>;
