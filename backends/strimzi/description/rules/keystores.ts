import type { Application } from '../../../../model/application';
import { securityOf } from '../../../../model/authentication';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { type StrimziSettings, strimziSettings } from '../cluster';
import { listenerFor } from '../listener';
import { strimziClusters } from './clusters';

/** Why Strimzi's PKCS12 does not come to an application, and what to do. */
function lacking({ authentication }: Application, settings: StrimziSettings): readonly [string, string] | undefined {
  const { connections, signer, listeners } = settings;
  if (connections === 'access-operator')
    return ['the Access Operator brings PEM alone', "remove it, or the cluster's connections: 'access-operator'"];
  if (listenerFor(listeners, authentication)?.issuer !== undefined)
    return [
      'cert-manager makes the certificate of its listener, and no PKCS12 of it',
      "remove it, or the listener's issuer",
    ];
  if (signer === 'operator' || securityOf(authentication).proof !== 'certificate') return undefined;
  return [
    signer === 'vault'
      ? 'Vault makes its certificate, and External Secrets brings it as PEM'
      : 'somebody else makes its certificate, and keeps it as he likes',
    'remove it, or clientCertificates',
  ];
}

export const keystoresAreStrimzis: Rule = {
  code: 'KFK-X037',
  severity: 'error',
  title: 'PKCS12 is what Strimzi makes of its own certificates',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html#certificates-and-secrets-formats-str',
  *check(draft) {
    for (const cluster of strimziClusters(draft))
      for (const application of draft.applications.values()) {
        if (application.cluster !== cluster.name || application.keystores !== 'pkcs12') continue;
        if (!cluster.authentication.some((way) => way === application.authentication)) continue;
        const [problem, fix] = lacking(application, strimziSettings(cluster)) ?? [];
        if (problem && fix) yield at(application, 'keystores').problem(problem).fix(fix);
      }
  },
};
