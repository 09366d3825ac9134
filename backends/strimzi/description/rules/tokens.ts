import type { Application } from '../../../../model/application';
import type { Cluster } from '../../../../model/cluster';
import type { Draft } from '../../../../model/draft';
import { dnsSubdomainForm } from '../../../../model/kubernetes-name';
import { hasClientSecret } from '../../../../model/oauth';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { strimziSettings } from '../cluster';
import { strimziClusters } from './clusters';

function* signingIn(draft: Draft): Iterable<readonly [Application, Cluster]> {
  const clusters = new Map(strimziClusters(draft).map((cluster) => [cluster.name, cluster]));
  for (const application of draft.applications.values()) {
    const cluster = clusters.get(application.cluster);
    if (cluster && application.oauth) yield [application, cluster];
  }
}

export const tokenUserIsObject: Rule = {
  code: 'KFK-K514',
  severity: 'error',
  title: 'A user whom a token names has a name that a KafkaUser can have',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names',
  *check(draft) {
    for (const [application] of signingIn(draft)) {
      const { user = '' } = application.oauth ?? {};
      if (!dnsSubdomainForm.test(user))
        yield at(application, 'oauth', 'user')
          .problem(`the KafkaUser of '${application.name}' cannot be called '${user}'`)
          .fix(
            'let the claim hold lower-case letters, digits, dashes and dots: the id of its client, or of its service account',
          );
    }
  },
};

export const tokenUserIsFound: Rule = {
  code: 'KFK-K515',
  severity: 'error',
  title: 'Where a GitOps controller applies, a user whom a token names has its application’s name',
  source: 'the user of an application that left is emptied by the name that the inventory knows',
  *check(draft) {
    if (draft.environment.delivery !== 'gitops') return;
    for (const [application] of signingIn(draft))
      if (application.oauth?.user !== application.name)
        yield at(application, 'oauth', 'user')
          .problem(`once it left, nobody would take the rights of '${application.oauth?.user}' back`)
          .fix(`call its client '${application.name}' at the server of tokens, or use delivery: 'apply'`);
  },
};

export const tokenSecretsAreBrought: Rule = {
  code: 'KFK-K516',
  severity: 'error',
  title: 'What an application needs to ask for tokens is brought by External Secrets',
  source:
    'https://github.com/strimzi/kafka-access-operator: it reads the Secrets of users and of the cluster, and no other',
  *check(draft) {
    for (const [application, cluster] of signingIn(draft)) {
      const { connections } = strimziSettings(cluster);
      if (connections !== 'access-operator' || !application.oauth) continue;
      const needs = [
        ...(hasClientSecret(application.oauth) ? ['client secret'] : []),
        ...(cluster.tokens?.authority === 'own' && application.oauth.tokenFile === undefined
          ? ['authority of its server of tokens']
          : []),
      ];
      if (needs.length > 0)
        yield at(application, 'authentication')
          .problem(`the Access Operator does not bring its ${needs.join(' and the ')}`)
          .fix(
            `use connections: 'external-secrets' of '${cluster.name}', or oauth: { tokenFile }, which a platform brings`,
          );
    }
  },
};

export const tokenRules: readonly Rule[] = [tokenUserIsObject, tokenUserIsFound, tokenSecretsAreBrought];
