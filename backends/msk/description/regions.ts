import { awsForms } from '../../../model/aws-forms';
import type { Kind } from './mechanisms';

/** The day on which all lists of regions here were read. */
export const regionsRead = '2026-11-21';

/**
 * Where Amazon MSK has an endpoint: `endpoints.json` of botocore 1.44.5, read 2026-11-21. AWS publishes no such list of
 * regions with express brokers, so none is kept here.
 */
export const mskRegions: ReadonlySet<string> = new Set([
  ...['af-south-1', 'ap-east-1', 'ap-east-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1'],
  ...['ap-south-2', 'ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5'],
  ...['ap-southeast-6', 'ap-southeast-7', 'ca-central-1', 'ca-west-1', 'eu-central-1', 'eu-central-2', 'eu-north-1'],
  ...['eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'il-central-1', 'me-central-1', 'me-south-1'],
  ...['mx-central-1', 'sa-east-1', 'us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
  ...['cn-north-1', 'cn-northwest-1', 'us-gov-east-1', 'us-gov-west-1', 'us-iso-east-1', 'eusc-de-east-1'],
]);

/** https://docs.aws.amazon.com/msk/latest/developerguide/serverless.html, read 2026-11-21 */
export const serverlessRegions: ReadonlySet<string> = new Set([
  ...['ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2', 'ca-central-1'],
  ...['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'us-east-1', 'us-east-2', 'us-west-2'],
]);

/** Where disks of standard brokers do not grow by themselves. https://docs.aws.amazon.com/msk/latest/developerguide/msk-autoexpand.html, read 2026-11-21 */
export const regionsWithoutAutoscaling: ReadonlySet<string> = new Set([
  'ap-northeast-3',
  'af-south-1',
  'ap-southeast-5',
]);

/** Where brokers have no tiered storage. https://docs.aws.amazon.com/msk/latest/developerguide/msk-tiered-storage.html, read 2026-11-21 */
export const regionsWithoutTiers: ReadonlySet<string> = new Set(['us-gov-east-1', 'us-gov-west-1']);

/**
 * Where MSK puts brokers into two zones: standard ones have two subnets there, and express ones, which need three, have
 * no place. https://docs.aws.amazon.com/msk/latest/developerguide/msk-create-cluster.html, read 2026-11-21
 */
export const regionsOfTwoZones: ReadonlySet<string> = new Set(['us-west-1']);

/** What a region lacks for a kind of cluster; a word that names none is told by its form. */
export function regionProblem(region: string, kind: Kind): string | undefined {
  if (!awsForms.region.form.test(region)) return undefined;
  if (!mskRegions.has(region)) return `Amazon MSK has no endpoint in '${region}', as of ${regionsRead}`;
  if (kind === 'serverless' && !serverlessRegions.has(region))
    return `Amazon MSK has no serverless clusters in '${region}', as of ${regionsRead}`;
  return undefined;
}
