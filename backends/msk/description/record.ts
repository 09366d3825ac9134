import { entriesOf } from '../../../model/by-name';
import type { ClusterRecord, PoolRecord } from '../../../model/cluster-record';
import type { MskAuditInput } from './audit';
import type { PrivateAuthorityInput } from './certificate-authority';
import type { GlueRegistry } from './glue';
import type { Kind, Mechanism } from './mechanisms';
import type { MultiVpc } from './multi-vpc';
import type { StorageAutoscaling } from './storage-autoscaling';

const gibibyte = 2 ** 30;

/** What of a cluster's settings an inventory is made of. */
interface Recorded {
  readonly kind: Kind;
  readonly instance: string;
  /** GiB of disk of each broker. */
  readonly volumeSize: number;
  readonly region: string;
  readonly existing?: string;
  readonly network?: { readonly vpc: string; readonly subnets: readonly string[] };
  readonly otherNetworks: Readonly<Record<string, { readonly subnets: readonly string[] }>>;
  readonly encryptionKey?: string;
  readonly tieredStorage: boolean;
  readonly storageAutoscaling?: StorageAutoscaling;
  readonly throughput?: number;
  readonly multiVpc?: MultiVpc;
  readonly certificateAuthority?: string | PrivateAuthorityInput;
  readonly glue: Readonly<Record<string, GlueRegistry>>;
  readonly audit?: MskAuditInput;
}

interface Shown {
  readonly version: string;
  readonly brokers: number;
  readonly authentication: readonly Mechanism[];
}

/** What an inventory records of a cluster that the kit makes, and what MSK or its provider never changes in place. */
export function recordOf(shown: Shown, settings: Recorded): ClusterRecord | undefined {
  const { version, brokers } = shown;
  const { kind, region, existing, network, encryptionKey, tieredStorage } = settings;
  if (existing !== undefined) return undefined;
  return {
    backend: 'msk',
    version,
    fixed: {
      kind,
      region,
      // The provider would make another security group in another VPC, and a cluster keeps the one that it was made with.
      ...(network ? { 'network.vpc': network.vpc, 'network.subnets': [...network.subnets].sort().join(', ') } : {}),
      ...(kind === 'serverless' ? { otherNetworks: subnetsOf(settings) } : {}),
      ...(kind === 'serverless' ? {} : { encryptionKey: encryptionKey ?? "the kit's own" }),
      // Once on it stays on: https://docs.aws.amazon.com/msk/latest/developerguide/msk-tiered-storage.html, read 2026-11-21
      ...(tieredStorage ? { tieredStorage: 'true' } : {}),
    },
    ...holdsOf(shown, settings),
    ...(kind === 'serverless' ? {} : { applied: appliedOf(shown, settings) }),
    pools: kind === 'serverless' ? {} : { broker: brokerPool(brokers, settings) },
  };
}

/** IAM's listener is always on. */
const appliedOf = ({ authentication }: Shown, { storageAutoscaling, throughput, multiVpc }: Recorded) => ({
  authentication: [...new Set(['iam', ...authentication])].sort().join(', '),
  ...(storageAutoscaling ? { storageAutoscaling: `${storageAutoscaling.maximum}GiB` } : {}),
  ...(throughput === undefined ? {} : { throughput: String(throughput) }),
  ...(multiVpc ? { multiVpc: [...multiVpc.authentication].sort().join(', ') } : {}),
});

/** MSK decides the disks of express brokers. */
const brokerPool = (nodes: number, { kind, instance, volumeSize }: Recorded): PoolRecord => ({
  roles: ['broker'],
  nodes,
  size: instance,
  volumes: kind === 'standard' ? { 0: { size: volumeSize * gibibyte } } : {},
});

/** A VPC more or less is another serverless cluster, too. */
const subnetsOf = ({ otherNetworks }: Recorded): string =>
  Object.values(otherNetworks)
    .map(({ subnets }) => [...subnets].sort().join(', '))
    .sort()
    .join('; ') || 'none';

/** Without its authority no client of a cluster is let in, nor without the key of its password; records are read by their schemas. */
function holdsOf(
  { authentication }: Shown,
  { certificateAuthority, glue, audit }: Recorded,
): Pick<ClusterRecord, 'holds'> {
  const holds = {
    ...(authentication.includes('scram-sha-512') ? { 'authentication/scram-sha-512': 'the key of its passwords' } : {}),
    ...(typeof certificateAuthority === 'object'
      ? { certificateAuthority: certificateAuthority.commonName ?? "the cluster's name" }
      : {}),
    ...(audit?.bucket === undefined ? {} : { audit: audit.bucket }),
    ...Object.fromEntries(
      entriesOf(glue).flatMap(([registry, { schemas }]) => [
        [`glue/${registry}`, 'a registry'],
        ...entriesOf(schemas).map(([name]) => [`glue/${registry}/schemas/${name}`, 'a schema'] as const),
      ]),
    ),
  };
  return Object.keys(holds).length === 0 ? {} : { holds };
}
