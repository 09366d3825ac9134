import { mskCluster } from '../backends/msk/cluster';
import type { RuleCase } from './rule-case';

const s3 = { backend: 's3', bucket: 'kit-state', region: 'eu-west-1' };
const key = (region: string) => `arn:aws:kms:${region}:111122223333:key/11111111-1111-4111-8111-111111111111`;

const onMsk = { 'clusters.main': mskCluster };

/** Of where Terraform's state is. */
export const stateCases: Readonly<Record<string, RuleCase>> = {
  'KFK-E020': {
    failing: { state: { ...s3, bucket: 'Kit_State' } },
    nearly: { state: { ...s3, bucket: 'kit.state-1' } },
  },
  'KFK-E021': {
    failing: { state: { ...s3, kmsKey: key('eu-central-1') } },
    nearly: { state: { ...s3, kmsKey: key('eu-west-1') } },
  },
  'KFK-E030': {
    failing: { ...onMsk, profile: 'production' },
    nearly: { ...onMsk, profile: 'production', state: s3 },
  },
};
