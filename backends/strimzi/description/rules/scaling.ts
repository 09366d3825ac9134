import { type Authentication, authentications } from '../../../../model/authentication';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { strimziSettings } from '../cluster';
import { strimziClusters } from './clusters';

export const scalerHasCredential: Rule = {
  code: 'KFK-K466',
  severity: 'error',
  title: 'What scales an application by its lag can present what the application presents',
  source: 'https://keda.sh/docs/latest/scalers/apache-kafka/#authentication-parameters',
  *check(draft) {
    const clusters = new Map(strimziClusters(draft).map((cluster) => [cluster.name, cluster]));
    for (const application of draft.applications.values()) {
      const cluster = clusters.get(application.cluster);
      if (!application.scaling || !cluster) continue;
      const { authentication } = application;
      const proof = Object.hasOwn(authentications, authentication)
        ? authentications[authentication as Authentication].proof
        : undefined;
      const foreign = proof === 'certificate' && strimziSettings(cluster).signer === 'external';
      if (proof === 'identity' || foreign)
        yield at(application, 'scaling')
          .problem(
            foreign
              ? 'its certificate is made by somebody else: KEDA has none to ask the cluster with'
              : `'${authentication}' is a token that only the application gets: KEDA has none to ask the cluster with`,
          )
          .fix("use 'scram-sha-512' for it, or remove scaling");
    }
  },
};

export const strimziScalingRules: readonly Rule[] = [scalerHasCredential];
