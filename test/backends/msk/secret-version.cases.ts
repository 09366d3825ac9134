import type { RuleCase } from '../../model/rule-case';
import { mskCluster } from './cluster';

/** A user whose secret was made anew once. */
const signsInBy = (authentication: string): RuleCase['failing'] => ({
  'clusters.main': { ...mskCluster, authentication: ['mtls', 'scram-sha-512'], certificateAuthority: {} },
  'platform.applications.shop.authentication': authentication,
  'secrets.versions': { shop: 2 },
});

export const mskSecretVersionCases: Readonly<Record<string, RuleCase>> = {
  'KFK-K379': { failing: signsInBy('mtls'), nearly: signsInBy('scram-sha-512') },
};
