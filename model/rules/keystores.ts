import { at } from '../problem';
import type { Rule } from '../rule';

export const keystoresAreMade: Rule = {
  code: 'KFK-X036',
  severity: 'error',
  title: 'PKCS12 is asked for where the kit brings an application its certificates',
  source:
    'https://kafka.apache.org/documentation/#brokerconfigs_ssl.keystore.type: PEM is read since Kafka 2.7 (KIP-651)',
  *check({ applications, clusters, environment }) {
    for (const application of applications.values()) {
      const cluster = clusters.get(application.cluster);
      if (application.keystores !== 'pkcs12' || !cluster) continue;
      const delivered = cluster.deliveryOf(environment, cluster, application);
      if (cluster.life === 'local' || delivered?.store === 'kubernetes') continue;
      yield at(application, 'keystores')
        .problem(`nobody makes PKCS12 of the certificates of '${cluster.name}'`)
        .fix(
          cluster.certificateAuthority === 'own'
            ? 'remove it, and make one of the PEM files where the application runs: openssl pkcs12 -export'
            : "remove it: every JVM trusts who signed its brokers' certificates, and a certificate of its own an application keeps as it likes",
        );
    }
  },
};

export const keystoreRules: readonly Rule[] = [keystoresAreMade];
