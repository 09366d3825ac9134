import type { Kind } from './mechanisms';

const supported = 'https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html';

/** A version of Kafka with KRaft, as MSK calls it. */
interface MskVersion {
  /** MSK's own name; it chooses the patch. */
  readonly name: string;
  /** Kinds of brokers that run it. */
  readonly kinds: readonly Kind[];
  /** The day on which MSK may upgrade it without a word. Absent: none is announced. */
  readonly endOfSupport?: string;
}

/** The day on which the versions were read. */
export const versionsRead = '2026-11-21';

/**
 * From https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html. Which of them
 * express brokers run with KRaft: https://docs.aws.amazon.com/msk/latest/developerguide/msk-broker-types-express.html,
 * and for 4.2 https://aws.amazon.com/about-aws/whats-new/2026/07/aws-msk-express-version-42/
 */
export const kafkaVersions = {
  '3.7': { name: '3.7.x.kraft', kinds: ['standard'], endOfSupport: '2026-09-01' },
  '3.8': { name: '3.8.x.kraft', kinds: ['standard'] },
  '3.9': { name: '3.9.x.kraft', kinds: ['standard', 'express'] },
  '4.0': { name: '4.0.x.kraft', kinds: ['standard'] },
  '4.1': { name: '4.1.x.kraft', kinds: ['standard'] },
  '4.2': { name: '4.2.x.kraft', kinds: ['express'] },
} as const satisfies Record<string, MskVersion>;

export type KafkaVersion = keyof typeof kafkaVersions;
export const versions = Object.keys(kafkaVersions) as [KafkaVersion, ...KafkaVersion[]];

/** The versions that brokers of a kind run. */
export const versionsOf = (kind: Kind): KafkaVersion[] =>
  versions.filter((version) => (kafkaVersions[version].kinds as readonly Kind[]).includes(kind));

/** The last day that MSK announced for a version. */
export const endOfSupport = (version: string): string | undefined =>
  version in kafkaVersions ? (kafkaVersions[version as KafkaVersion] as MskVersion).endOfSupport : undefined;

/** Why a version that MSK has, or had, is not among them, read 2026-11-21 from {@link supported}. */
export const otherVersions: Readonly<Record<string, string>> = {
  '3.6': `MSK has it without KRaft only, and its support ended on 2026-06-01: ${supported}`,
};
