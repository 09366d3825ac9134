import { type Custody, regionSaid } from '../../../model/custody';
import type { MskClusterInput } from './input';

/** Disks of a cluster that the kit makes have a key of the account's own, if not the one that is named; serverless clusters and those that exist have AWS' or one that nobody here knows. */
export const custodyOf = ({ region, kind, existing, publicAccess }: MskClusterInput): Custody => ({
  ...(existing === undefined ? {} : { name: existing }),
  regions: regionSaid(region),
  ...(existing === undefined ? { reach: 'networks that reach its VPC' } : {}),
  key: { whose: existing === undefined && kind !== 'serverless' ? 'own' : 'elsewhere' },
  exposures: publicAccess ? [{ field: ['publicAccess'], says: 'the internet reaches its brokers' }] : [],
  copies: [],
});
