import { z } from 'zod';
import { type Feature, features } from '../../../model/capabilities';
import { noClientSettings } from '../../../model/client-settings';
import type { ClusterFacts } from '../../../model/cluster';
import { custodyElsewhere } from '../../../model/custody';
import { waysToSignIn } from '../../../model/ways-to-sign-in';
import { capabilitiesOf, idempotentProducersNeed } from './capabilities';
import { localSuperUsers } from './local-users';
import { type KafkaOAuthInput, kafkaOAuthShape, tokenServerOf } from './oauth';
import { type PasswordsInput, passwordsShape } from './passwords';

/** The version whose jars are pinned: the only one that `kafka-kit up` runs, and the default. */
export const pinnedVersion = '4.3.1';

/** How applications may prove who they are, in Kafka's terms. */
export const mechanisms = ['scram-sha-512', 'scram-sha-256', 'mtls', 'oauth'] as const;
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
  /** Where it is, for the environment's `residency`. Default: nobody says. */
  readonly region?: string;
  /** What applications may use, the default first. Default: `['scram-sha-512']`. */
  readonly authentication?: readonly Mechanism[];
  /** Whose tokens it takes; needed with `oauth`. Default: nobody's. */
  readonly oauth?: KafkaOAuthInput;
  /** What its brokers call an application that has a certificate, by their `ssl.principal.mapping.rules`, with `{name}` for its name: `CN={name},OU=orders`. Default: `{name}`. */
  readonly certificateUsers?: string;
  /** What the cluster has (`true`) or lacks (`false`), whatever its version says; `kafka-kit status` prints what it probed. Default: by version. */
  readonly features?: { readonly [feature in Feature]?: boolean };
  /** Where Terraform makes the passwords of its applications, whoever deploys never knowing them. Default: a folder of this machine, or variables that are given when it is applied. */
  readonly passwords?: PasswordsInput;
}

export const kafkaClusterShape = z.strictObject({
  backend: z.literal('kafka'),
  version: z.string().optional(),
  brokers: z.int().optional(),
  local: z.boolean().optional(),
  region: z.string().optional(),
  authentication: waysToSignIn(z.enum(mechanisms)).optional(),
  oauth: kafkaOAuthShape.optional(),
  certificateUsers: z.string().optional(),
  features: z.partialRecord(z.enum(features), z.boolean()).optional(),
  passwords: passwordsShape.optional(),
}) satisfies z.ZodType<KafkaClusterInput>;

/** What only this back end reads. */
export interface KafkaSettings {
  readonly oauth?: KafkaOAuthInput;
  readonly passwords?: PasswordsInput;
}

export const kafkaSettings = (cluster: Pick<ClusterFacts, 'settings'>): KafkaSettings => cluster.settings;

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
    idempotentProducersNeed: idempotentProducersNeed(version),
    superUsers: said.local ? localSuperUsers : [],
    auditFix:
      'say who collects the logs of its brokers: audit: { collector: { name, owner, retention } } of the environment',
    secretStores: [said.passwords?.store ?? 'files'],
    certificatesIn: 'files',
    clientSettings: noClientSettings,
    certificateAuthority: 'own',
    certificateUsers: said.certificateUsers,
    tokens: said.oauth && tokenServerOf(said.oauth),
    custody: { ...custodyElsewhere(said.region), ...(said.local ? { reach: 'this machine' } : {}) },
    settings: { oauth: said.oauth, passwords: said.passwords } satisfies KafkaSettings,
  };
}
