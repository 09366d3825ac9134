/** Of one connector. https://docs.aws.amazon.com/MSKC/latest/mskc/API_ProvisionedCapacity.html, read 2026-11-21 */
export const workerCounts = { least: 1, most: 10 } as const;
export const mcuCounts: readonly number[] = [1, 2, 4, 8];

/** What is wrong with how many workers a connector has. */
export const workersProblem = (workerCount: number): string | undefined =>
  workerCount >= workerCounts.least && workerCount <= workerCounts.most
    ? undefined
    : `${workerCount} workers are not within ${workerCounts.least} and ${workerCounts.most}`;

/** What is wrong with the units of each. */
export const unitsProblem = (mcuCount: number): string | undefined =>
  mcuCounts.includes(mcuCount) ? undefined : `a worker cannot have ${mcuCount} units`;
