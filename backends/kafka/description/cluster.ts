import { z } from 'zod';
import { type Feature, features } from '../../../model/capabilities';
import { noClientSettings } from '../../../model/client-settings';
import type { ClusterFacts } from '../../../model/cluster';
import { capabilitiesOf } from './capabilities';

/** The version whose jars are pinned: the only one that `kafka-kit up` runs, and the default. */
export const pinnedVersion = '4.3.1';

/** How applications may prove who they are, in Kafka's terms. */
export const mechanisms = ['scram-sha-512', 'scram-sha-256', 'mtls'] as const;
export type Mechanism = (typeof mechanisms)[number];

/** A cluster that is reached by Kafka's own admin protocol: one that somebody else runs, or one on this machine. */
export interface KafkaClusterInput {
  /** Which back end: `kafka` is anything reached by Kafka's admin protocol. */
  readonly backend: 'kafka';
  /** Kafka's version, such as `4.3.1`. Default: 4.3.1. */
  readonly version?: string;
  /** How many brokers it has. Default: 3. */
  readonly brokers?: number;
  /** Whether `kafka-kit up` runs it on this machine. Default: false, it exists already. */
  readonly local?: boolean;
  /** What applications may use, the default first. Default: `['scram-sha-512']`. */
  readonly authentication?: readonly Mechanism[];
  /** What the cluster has (`true`) or lacks (`false`), whatever its version says; `kafka-kit status` prints what it probed. Default: by version. */
  readonly features?: { readonly [feature in Feature]?: boolean };
}

export const kafkaClusterShape = z.strictObject({
  backend: z.literal('kafka'),
  version: z.string().optional(),
  brokers: z.int().optional(),
  local: z.boolean().optional(),
  authentication: z.array(z.enum(mechanisms)).optional(),
  features: z.partialRecord(z.enum(features), z.boolean()).optional(),
}) satisfies z.ZodType<KafkaClusterInput>;

/** Decides every default of a `kafka` cluster. */
export function kafkaClusterFacts(input: Readonly<Record<string, unknown>>): ClusterFacts {
  const said = input as unknown as KafkaClusterInput;
  const version = said.version ?? pinnedVersion;
  const [first = 'scram-sha-512', ...others] = said.authentication ?? [];
  return {
    version,
    brokers: said.brokers ?? 3,
    authentication: [first, ...others],
    dataPlane: 'kafka',
    appliedBy: 'terraform',
    life: said.local ? 'local' : 'existing',
    asked: true,
    capabilities: capabilitiesOf(version, said.features ?? {}),
    secretStores: ['files'],
    clientSettings: noClientSettings,
    certificateAuthority: 'own',
    settings: {},
  };
}
