import type { Renewal, Renewed, RotationFacts } from '../../../model/rotation-facts';

const strimzi = 'https://strimzi.io/docs/operators/latest/deploying.html';

const inNamespace = ({ namespace }: Renewed): string => (namespace ? ` --namespace ${namespace}` : '');

const renewAuthority = (renewed: Renewed, which: 'cluster' | 'clients', what: string): Renewal => ({
  by: 'you',
  what,
  command: `kubectl annotate secret ${renewed.cluster.name}-${which}-ca strimzi.io/force-replace=true${inNamespace(renewed)}`,
  source: `${strimzi}#proc-replacing-your-own-private-keys-str`,
});

/** What Strimzi's operators make anew by themselves, and what has to be asked for. */
export const rotation: RotationFacts = {
  connections: {
    password: {
      survive:
        'they stay open: brokers look at a password when a client signs in, and at its permissions with each request',
      endedBy: 'the permissions of a user that is retired, which the User Operator takes with it; a restart',
      source: 'https://kafka.apache.org/documentation/#security_sasl_scram',
    },
    certificate: {
      survive:
        'they stay open, and an earlier certificate is good until its end: nobody looks at a list of revoked ones',
      endedBy: 'a restart, or the brokers’ own when an authority is replaced',
      source: `${strimzi}#assembly-security-str`,
    },
    identity: {
      survive: 'they stay open until their token ends, where the listener sets its longest session',
      endedBy: 'the end of the token, at which a client signs in again',
      source: 'https://github.com/strimzi/strimzi-kafka-oauth#configuring-the-kafka-broker-authentication',
    },
  },
  // Operators are waited for, object by object.
  knownAfter: 0,
  renewals: {
    certificate: (renewed) => [
      {
        by: 'vendor',
        what: 'the User Operator makes a certificate anew within its renewal days, and whoever mounts its Secret reads it',
        source: `${strimzi}#con-certificate-renewal-str`,
      },
      {
        by: 'you',
        what: 'at once: delete its Secret, which the User Operator makes again with another key',
        command: `kubectl delete secret ${renewed.application}${inNamespace(renewed)}`,
        source: `${strimzi}#con-certificate-renewal-str`,
      },
    ],
    'broker-certificates': (renewed) => [
      {
        by: 'vendor',
        what: 'the Cluster Operator makes them anew within the renewal days, in a maintenance window, and rolls the brokers',
        source: `${strimzi}#con-certificate-renewal-str`,
      },
      {
        by: 'you',
        what: "at once: renew the certificate of their authority, and brokers' with it; its key stays, so clients trust both",
        command: `kubectl annotate secret ${renewed.cluster.name}-cluster-ca-cert strimzi.io/force-renew=true${inNamespace(renewed)}`,
        source: `${strimzi}#proc-renewing-ca-certificates-manually-str`,
      },
    ],
    authority: (renewed) => [
      renewAuthority(
        renewed,
        'cluster',
        'replace the key of the authority of brokers: the operator lets everybody trust both, rolls the pods, and signs anew; clients read its Secret again first',
      ),
      renewAuthority(
        renewed,
        'clients',
        "replace the key of the authority of clients: users' certificates are made anew",
      ),
    ],
    'encryption-key': () => [
      {
        by: 'you',
        what: 'brokers encrypt nothing on disk: the key is that of the storage class, and who made the class makes it anew',
        source: 'https://kubernetes.io/docs/concepts/storage/storage-classes/',
      },
    ],
  },
};
