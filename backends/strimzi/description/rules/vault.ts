import { z } from 'zod';
import type { Application } from '../../../../model/application';
import type { Cluster } from '../../../../model/cluster';
import type { Draft } from '../../../../model/draft';
import { dnsSubdomainForm } from '../../../../model/kubernetes-name';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { strimziSettings } from '../cluster';
import type { VaultSigner } from '../vault-signer';
import { strimziClusters } from './clusters';

const issuing = 'https://developer.hashicorp.com/vault/api-docs/secret/pki#generate-certificate-and-key';

function* signedByVault(draft: Draft): Iterable<readonly [Cluster, VaultSigner]> {
  for (const cluster of strimziClusters(draft)) {
    const { vault } = strimziSettings(cluster);
    if (vault) yield [cluster, vault];
  }
}

/** Applications that prove themselves by a certificate. */
const certified = (draft: Draft, { name }: Cluster): Application[] =>
  [...draft.applications.values()].filter(
    ({ cluster, authentication }) => cluster === name && authentication === 'mtls',
  );

const address = z.url({ protocol: /^https$/ });
/** What a URL has beside where it is: `https://name:word@host/?query#part`. */
const isServer = (text: string): boolean =>
  address.safeParse(text).success && !/[@?#%\\]/.test(text) && !/\/\.\.?(\/|$)/.test(text);
const isPath = (text: string): boolean =>
  /^[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/.test(text) && !/(^|\/)\.\.?(\/|$)/.test(text);
const isName = (text: string): boolean => isPath(text) && !text.includes('/');

function* formed({ server, mount, role, login, authority, namespace }: VaultSigner) {
  yield {
    field: ['server'],
    given: server,
    // Who answers in its place is told who may sign, and whoever listens is told keys.
    fits: isServer(server),
    fix: "write where it is, encrypted and no more: 'https://vault.example.com:8200'",
  };
  const path = "write a path as 'vault secrets list' does, without slashes around it: 'pki'";
  yield { field: ['mount'], given: mount, fits: isPath(mount), fix: path };
  yield {
    field: ['login', 'mount'],
    given: login.mount,
    fits: isPath(login.mount),
    fix: "write a path as 'vault auth list' does, without slashes around it: 'kubernetes'",
  };
  const name = 'write its name, of letters, digits, dashes, dots and underscores';
  yield { field: ['role'], given: role, fits: isName(role), fix: name };
  yield { field: ['login', 'role'], given: login.role, fits: isName(login.role), fix: name };
  if (namespace !== undefined)
    yield {
      field: ['namespace'],
      given: namespace,
      fits: isPath(namespace),
      fix: "write a path without slashes around it: 'teams/kafka'",
    };
  if (authority !== undefined)
    yield {
      field: ['authority'],
      given: authority,
      fits: dnsSubdomainForm.test(authority),
      fix: "write the name of a Secret beside the cluster: 'vault-authority'",
    };
}

export const vaultIsReached: Rule = {
  code: 'KFK-X091',
  severity: 'error',
  title: 'Where Vault is and what signs there have the forms that Vault and Kubernetes take',
  source: issuing,
  *check(draft) {
    for (const [cluster, vault] of signedByVault(draft))
      for (const { field, given, fits, fix } of formed(vault))
        if (!fits)
          yield at(cluster, 'clientCertificates', ...field)
            .problem(`'${given}' is not of the form that is needed here`)
            .fix(fix);
  },
};

export const vaultSigns: Rule = {
  code: 'KFK-X092',
  severity: 'error',
  title: 'Who signs certificates of clients signs for somebody: a listener asks for them',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html#con-securing-client-authentication-str',
  *check(draft) {
    for (const [cluster] of signedByVault(draft))
      if (
        !draft.broken.within('clusters', cluster.name, 'listeners') &&
        !strimziSettings(cluster).listeners.some(({ authentication }) => authentication === 'mtls')
      )
        yield at(cluster, 'clientCertificates')
          .problem('no listener lets anybody in by a certificate, and Vault would sign for nobody')
          .fix("add 'mtls' to its authentication, or a listener with it, or remove it");
  },
};

export const vaultsCertificatesAreBrought: Rule = {
  code: 'KFK-X093',
  severity: 'error',
  title: 'A certificate that Vault signs is brought by External Secrets',
  source: 'https://github.com/strimzi/kafka-access-operator: it reads the Secret that the status of a KafkaUser names',
  *check(draft) {
    for (const [cluster] of signedByVault(draft)) {
      if (strimziSettings(cluster).connections !== 'access-operator') continue;
      for (const { name, workload } of certified(draft, cluster))
        if (!workload)
          yield at(cluster, 'connections')
            .problem(`'${name}' would get no certificate: the Access Operator brings what the User Operator makes`)
            .fix("use 'external-secrets'");
    }
  },
};

/** https://www.rfc-editor.org/rfc/rfc5280#appendix-A: ub-common-name */
const longestCommonName = 64;

export const commonNamesFit: Rule = {
  code: 'KFK-X094',
  severity: 'error',
  title: 'An application with a certificate has a name that a subject takes',
  source: 'https://www.rfc-editor.org/rfc/rfc5280#appendix-A: ub-common-name is 64, and the User Operator refuses more',
  *check(draft) {
    for (const cluster of strimziClusters(draft))
      for (const application of certified(draft, cluster)) {
        const { length } = application.user ?? application.name;
        if (length > longestCommonName)
          yield at(application)
            .problem(
              `its certificate would say CN=${application.user ?? application.name}, of ${length} characters where ${longestCommonName} are the most`,
            )
            .fix(`give it a name of at most ${longestCommonName} characters, or authentication 'scram-sha-512'`);
      }
  },
};

export const vaultRules: readonly Rule[] = [vaultIsReached, vaultSigns, vaultsCertificatesAreBrought, commonNamesFit];
