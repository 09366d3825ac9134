/** What is wrong with the subnets of brokers, as MSK would say at apply. https://docs.aws.amazon.com/msk/latest/developerguide/create-cluster.html */
export const subnetsProblem = (subnets: readonly string[], { express = false }: BrokerKind = {}): string | undefined =>
  areDifferent(subnets) && (subnets.length === 3 || (subnets.length === 2 && !express))
    ? undefined
    : `${express ? 'three' : 'two or three'} different subnets are needed; given: ${listed(subnets)}`;

export interface BrokerKind {
  /** Whether brokers are express ones. Default: standard ones. */
  readonly express?: boolean;
}

/** Express brokers have sizes of their own. https://docs.aws.amazon.com/msk/latest/developerguide/msk-broker-types-express.html */
export const isExpressInstance = (instanceType: string): boolean => instanceType.startsWith('express.');

/** The same of a serverless cluster. https://docs.aws.amazon.com/msk/latest/developerguide/serverless.html, read 2026-11-21 */
export const serverlessSubnetsProblem = (subnets: readonly string[]): string | undefined =>
  areDifferent(subnets) && subnets.length >= 2 && subnets.length <= 6
    ? undefined
    : `two to six different subnets are needed; given: ${listed(subnets)}`;

/** How many VPCs reach a serverless cluster. */
export const networksProblem = (networks: number): string | undefined =>
  networks >= 1 && networks <= 5 ? undefined : `${networks} VPCs are not within 1 and 5`;

/** What is wrong with the number of brokers: MSK puts as many into each zone. */
export const brokersProblem = (brokers: number, subnets: readonly string[]): string | undefined =>
  subnets.length === 0 || (brokers > 0 && brokers % subnets.length === 0)
    ? undefined
    : `${brokers} brokers do not spread evenly over ${subnets.length} subnets`;

/** What is wrong with a broker's disk. https://docs.aws.amazon.com/msk/latest/developerguide/limits.html#msk-provisioned-quota */
export const diskProblem = (volumeSize: number): string | undefined =>
  volumeSize >= 1 && volumeSize <= 16384 ? undefined : `${volumeSize} GiB is no disk that MSK has`;

export interface Growth {
  /** GiB that a disk is born with. */
  readonly volumeSize: number;
  /** GiB that it grows to. */
  readonly maxVolumeSize: number;
  /** Percent at which it grows. */
  readonly targetUtilization: number;
}

/** What is wrong with how disks grow by themselves. https://docs.aws.amazon.com/msk/latest/developerguide/msk-autoexpand-details.html */
export function growthProblem({ volumeSize, maxVolumeSize, targetUtilization }: Growth): string | undefined {
  if (targetUtilization < 10 || targetUtilization > 80) return `${targetUtilization} percent are not within 10 and 80`;
  return maxVolumeSize > volumeSize && maxVolumeSize <= 16384
    ? undefined
    : `${maxVolumeSize} GiB are not above ${volumeSize}, what a disk begins with, and at most 16384`;
}

const areDifferent = (subnets: readonly string[]): boolean => new Set(subnets).size === subnets.length;

const listed = (subnets: readonly string[]): string => subnets.join(', ') || 'none';
