import type { Renewal, Renewed, RotationFacts } from '../../../model/rotation-facts';
import { strimziSettings } from './cluster';
import { isOwn, replaceOwn, type Which } from './own-authority-steps';
import { trustSteps } from './trust-steps';
import { certificateSecret, signerSaid } from './vault-signer';

const strimzi = 'https://strimzi.io/docs/operators/latest/deploying.html';

const inNamespace = ({ namespace }: Renewed): string => (namespace ? ` --namespace ${namespace}` : '');

/** Strimzi's own authorities are made anew when it is asked; of one that is yours it reads no such annotation. */
function renewAuthority(renewed: Renewed, which: Which, what: string): Renewal[] {
  if (isOwn(renewed, which)) return replaceOwn(renewed, which);
  return [
    {
      by: 'you',
      what,
      command: `kubectl annotate secret ${renewed.cluster.name}-${which}-ca strimzi.io/force-replace=true${inNamespace(renewed)}`,
      source: `${strimzi}#proc-replacing-private-keys-str`,
    },
  ];
}

function renewUser(renewed: Renewed): Renewal[] {
  const { signer, vault, certificates } = strimziSettings(renewed.cluster);
  if (vault) return renewByVault(renewed, signerSaid(vault, certificates));
  if (signer === 'external')
    return [
      {
        by: 'you',
        what: "Strimzi has no part in it (clientCertificates: 'external'): whoever signs certificates of clients signs the next one, of the same name, and who presents it restarts",
        source: `${strimzi}#con-securing-client-authentication-str`,
      },
    ];
  return [
    {
      by: 'vendor',
      what: 'the User Operator makes a certificate anew within its renewal days, and whoever mounts its Secret reads it',
      source: `${strimzi}#con-certificate-renewal-str`,
    },
    {
      by: 'you',
      what: 'at once: the User Operator makes another key and certificate, and the Secret never lacks one',
      command: `kubectl annotate secret ${renewed.application} strimzi.io/force-renew=true${inNamespace(renewed)}`,
      source: 'https://github.com/strimzi/proposals/blob/main/137-re-issue-kafka-user-certificate-on-demand.md',
    },
  ];
}

const generators = 'https://external-secrets.io/latest/guides/generator/';

/** Another key and certificate each time it is asked; the one before stays good until its end. */
function renewByVault(renewed: Renewed, said: string): Renewal[] {
  const secret = certificateSecret(renewed.application ?? '');
  return [
    {
      by: 'vendor',
      what: `${said}; whoever presents it reads it when it starts, so restart it, or let Reloader, before the end of the one before`,
      source: generators,
    },
    {
      by: 'you',
      what: 'at once: External Secrets asks Vault for another key and certificate, and the Secret never lacks one',
      command: `kubectl annotate externalsecret ${secret} force-sync=$(date +%s) --overwrite${inNamespace(renewed)}`,
      source: 'https://external-secrets.io/latest/introduction/faq/',
    },
  ];
}

function renewBrokers(renewed: Renewed): Renewal[] {
  const byItself: Renewal = {
    by: 'vendor',
    what: 'the Cluster Operator makes them anew within the renewal days, in a maintenance window, and rolls the brokers',
    source: `${strimzi}#con-certificate-renewal-str`,
  };
  if (isOwn(renewed, 'cluster'))
    return [
      byItself,
      {
        by: 'you',
        what: "at once: with the next certificate of your authority, whose key stays: put it in place of 'ca.crt' and raise strimzi.io/ca-cert-generation by one",
        command: `kubectl edit secret ${renewed.cluster.name}-cluster-ca-cert${inNamespace(renewed)}`,
        source: `${strimzi}#proc-renewing-your-own-ca-certificates-str`,
      },
    ];
  return [
    byItself,
    {
      by: 'you',
      what: "at once: renew the certificate of their authority, and brokers' with it; its key stays, so clients trust both",
      command: `kubectl annotate secret ${renewed.cluster.name}-cluster-ca-cert strimzi.io/force-renew=true${inNamespace(renewed)}`,
      source: `${strimzi}#proc-renewing-ca-certs-manually-str`,
    },
  ];
}

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
    certificate: renewUser,
    'broker-certificates': renewBrokers,
    authority: (renewed) => [
      ...renewAuthority(
        renewed,
        'cluster',
        'replace the key of the authority of brokers: the operator lets everybody trust both, rolls the pods, and signs anew; clients read its Secret again first',
      ),
      ...trustSteps(renewed),
      ...renewAuthority(
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
