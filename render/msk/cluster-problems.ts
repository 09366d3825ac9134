/** What is wrong with the subnets of a cluster, as MSK would say at apply. https://docs.aws.amazon.com/msk/latest/developerguide/create-cluster.html */
export const subnetsProblem = (subnets: readonly string[]): string | undefined =>
  new Set(subnets).size === subnets.length && (subnets.length === 2 || subnets.length === 3)
    ? undefined
    : `two or three different subnets are needed; given: ${subnets.join(', ') || 'none'}`;

/** What is wrong with the number of brokers: MSK puts as many into each zone. */
export const brokersProblem = (brokers: number, subnets: readonly string[]): string | undefined =>
  subnets.length === 0 || brokers % subnets.length === 0
    ? undefined
    : `${brokers} brokers do not spread evenly over ${subnets.length} subnets`;

/** What is wrong with a broker's disk. https://docs.aws.amazon.com/msk/latest/developerguide/limits.html#msk-provisioned-quota */
export const diskProblem = (volumeSize: number): string | undefined =>
  volumeSize >= 1 && volumeSize <= 16384 ? undefined : `${volumeSize} GiB is no disk that MSK has`;
