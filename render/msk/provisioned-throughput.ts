const least = 250;

/**
 * The most MiB a second that the disk of a broker can be given, by its size; smaller brokers have what the disk has.
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-provision-throughput-management.html, read 2026-11-21
 */
const mostThroughput: Readonly<Record<string, number>> = {
  'kafka.m5.4xlarge': 593,
  'kafka.m5.8xlarge': 850,
  'kafka.m5.12xlarge': 1000,
  'kafka.m5.16xlarge': 1000,
  'kafka.m5.24xlarge': 1000,
  'kafka.m7g.2xlarge': 312,
  'kafka.m7g.4xlarge': 625,
  'kafka.m7g.8xlarge': 1000,
  'kafka.m7g.12xlarge': 1000,
  'kafka.m7g.16xlarge': 1000,
};

export interface Throughput {
  readonly instanceType: string;
  /** MiB a second. */
  readonly volumeThroughput: number;
  /** GiB. */
  readonly volumeSize: number;
}

/** What is wrong with the provisioned throughput of a broker's disk. */
export function throughputProblem({ instanceType, volumeThroughput, volumeSize }: Throughput): string | undefined {
  const most = mostThroughput[instanceType];
  if (most === undefined)
    return `${instanceType} has no provisioned throughput: kafka.m5.4xlarge, kafka.m7g.2xlarge and larger have`;
  if (volumeThroughput < least || volumeThroughput > most)
    return `${volumeThroughput} MiB a second is not within ${least} and ${most}, what ${instanceType} has`;
  return volumeSize < 10
    ? `a disk of ${volumeSize} GiB has no provisioned throughput: 10 GiB and larger have`
    : undefined;
}
