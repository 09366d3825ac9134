/** Regions outside of the commercial partition, by how their names begin. https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
const partitions = {
  'cn-': 'aws-cn',
  'us-gov-': 'aws-us-gov',
  'eusc-': 'aws-eusc',
  'us-iso-': 'aws-iso',
  'us-isob-': 'aws-iso-b',
};

/** The partition of a region: what ARNs there begin with after `arn:`. */
export const partitionOf = (region: string): string =>
  Object.entries(partitions).find(([beginning]) => region.startsWith(beginning))?.[1] ?? 'aws';
