import type { Addresses } from '../../../model/addresses';
import { serverlessAddresses } from './addresses';
import { gibibytesOf } from './gibibytes';
import type { MskClusterInput } from './input';
import { defaultInstance, type Instance } from './instances';
import type { Kind, Mechanism } from './mechanisms';
import { type KafkaVersion, kafkaVersions } from './versions';

/** What follows from a cluster's kind. */
interface KindFacts {
  /** Kafka's version as it is told. */
  readonly version: (version: KafkaVersion) => string;
  /** MSK's own name of it. */
  readonly kafkaVersion: (version: KafkaVersion) => string;
  /** How many brokers are reckoned with. */
  readonly brokers: (said: MskClusterInput) => number;
  /** The size of each. */
  readonly instance: (said: MskClusterInput) => Instance | 'serverless';
  /** GiB of the disk of each; 0: none whose size anybody says. */
  readonly volumeSize: (said: MskClusterInput) => number;
  /** Whether MSK moves partitions by itself, unless that is said. */
  readonly rebalancing: boolean;
  /** Whether the vendor stores records in a way of its own. */
  readonly storedByVendor: boolean;
  /** How topics and users get there. */
  readonly dataPlane: (authentication: readonly Mechanism[]) => string;
  /** What nouns are called in stacks. Absent: as on others of this back end. */
  readonly addresses?: Addresses;
}

const provisioned = {
  version: (version) => version,
  kafkaVersion: (version) => kafkaVersions[version].name,
  brokers: ({ brokers = 3 }) => brokers,
  storedByVendor: false,
  // Users with ACLs are written to brokers.
  dataPlane: (authentication) => (authentication.every((mechanism) => mechanism === 'iam') ? 'msk-iam' : 'msk-acl'),
} satisfies Partial<KindFacts>;

export const kindFacts: Readonly<Record<Kind, KindFacts>> = {
  standard: {
    ...provisioned,
    instance: ({ instance = defaultInstance.standard }) => instance,
    volumeSize: ({ storage = '100GiB' }) => gibibytesOf(storage),
    rebalancing: false,
  },
  express: {
    ...provisioned,
    instance: ({ instance = defaultInstance.express }) => instance,
    volumeSize: () => 0,
    rebalancing: true,
  },
  // It tells neither its version nor its brokers, and stores three copies of a record; AWS' API has none of its topics.
  serverless: {
    version: () => 'serverless',
    kafkaVersion: () => 'serverless',
    brokers: () => 3,
    instance: () => 'serverless',
    volumeSize: () => 0,
    rebalancing: false,
    storedByVendor: true,
    dataPlane: () => 'msk-serverless',
    addresses: serverlessAddresses,
  },
};
