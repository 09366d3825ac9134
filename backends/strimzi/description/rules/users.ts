import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { strimziSettings } from '../cluster';
import { listenerFor } from '../listener';
import { watchingListener } from '../watching';
import { strimziClusters } from './clusters';

export const operatorMakesSecrets: Rule = {
  code: 'KFK-K406',
  severity: 'error',
  title: 'A credential that an operator makes is not rotated by a version',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html: the User Operator makes and renews credentials',
  *check(draft) {
    const names = new Set(strimziClusters(draft).map(({ name }) => name));
    for (const [application, version] of Object.entries(draft.environment.secrets.versions))
      if (version > 1 && names.has(draft.applications.get(application)?.cluster ?? ''))
        yield at(draft.environment, 'secrets', 'versions', application)
          .problem('nothing here makes this credential anew by what is counted')
          .fix(`remove it; change the password in its store, or delete the Secret '${application}' beside the cluster`);
  },
};

export const wholePercents: Rule = {
  code: 'KFK-K407',
  severity: 'error',
  title: 'A share of request threads is a whole number of percents',
  source: 'https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaUserQuotas-reference: an integer',
  *check(draft) {
    const names = new Set(strimziClusters(draft).map(({ name }) => name));
    for (const application of draft.applications.values()) {
      const percentage = application.quota?.request_percentage ?? 0;
      if (names.has(application.cluster) && !Number.isInteger(percentage))
        yield at(application, 'quota', 'requestPercentage')
          .problem(`${percentage} is given where a KafkaUser takes whole percents`)
          .fix(`use ${Math.ceil(percentage)}`);
    }
  },
};

export const applicationsReach: Rule = {
  code: 'KFK-K437',
  severity: 'error',
  title: 'An application finds a listener that it reaches, by the way in which it proves who it is',
  source: 'https://strimzi.io/docs/operators/latest/deploying.html#deploy-client-access-str',
  *check(draft) {
    for (const cluster of strimziClusters(draft)) {
      const { listeners } = strimziSettings(cluster);
      if (draft.broken.within('clusters', cluster.name, 'listeners')) continue;
      for (const application of draft.applications.values()) {
        const { authentication } = application;
        const offered = cluster.authentication.some((way) => way === authentication);
        if (application.cluster === cluster.name && offered && !listenerFor(listeners, authentication))
          yield at(application, 'authentication')
            .problem(`'${cluster.name}' has no encrypted listener for '${authentication}' whose address is known`)
            .fix("add one of type 'internal', or give an outer one a host");
      }
    }
  },
};

export const secretStoreNamed: Rule = {
  code: 'KFK-K439',
  severity: 'error',
  title: 'Passwords that live outside of Kubernetes come by a store that External Secrets knows',
  source: 'https://external-secrets.io/latest/api/clustersecretstore/',
  *check(draft) {
    const { kubernetes, secrets } = draft.environment;
    if (!kubernetes || kubernetes.secretStore || secrets.store === undefined || secrets.store === 'kubernetes') return;
    for (const cluster of strimziClusters(draft)) {
      const needs = [...draft.applications.values()].find(
        ({ cluster: where, authentication, workload }) =>
          where === cluster.name && authentication === 'scram-sha-512' && !workload,
      );
      if (needs && cluster.secretStores.includes(secrets.store))
        yield at(draft.environment, 'kubernetes', 'secretStore')
          .problem(`the password of '${needs.name}' is in '${secrets.store}', and nothing reads it from there`)
          .fix("name the ClusterSecretStore: secretStore: 'company', or use secrets.store 'kubernetes'");
    }
  },
};

export const accessOperatorTrusts: Rule = {
  code: 'KFK-K443',
  severity: 'error',
  title: 'The Access Operator tells applications who signed what brokers present',
  source: "https://github.com/strimzi/kafka-access-operator#using-the-access-operator: Strimzi's own authority",
  *check(draft) {
    for (const cluster of strimziClusters(draft)) {
      const { connections, listeners } = strimziSettings(cluster);
      if (connections !== 'access-operator') continue;
      for (const application of draft.applications.values()) {
        if (application.cluster !== cluster.name || application.workload) continue;
        const issuer = listenerFor(listeners, application.authentication)?.issuer;
        if (issuer)
          yield at(cluster, 'connections')
            .problem(
              `'${application.name}' would be told to trust Strimzi's authority, where '${issuer}' signs for its listener`,
            )
            .fix("use 'external-secrets', or no issuer on that listener");
      }
    }
  },
};

export const watcherReaches: Rule = {
  code: 'KFK-K444',
  severity: 'error',
  title: 'What watches a cluster reaches it from inside, with a credential that the kit has',
  source: "users' pain: consumers that nobody sees falling behind",
  *check(draft) {
    for (const cluster of strimziClusters(draft)) {
      const { listeners, signer } = strimziSettings(cluster);
      const watching = watchingListener(listeners);
      const scram = "write a listener of type 'internal' with authentication 'scram-sha-512' first";
      if (listeners.length > 0 && !watching && !draft.broken.within('clusters', cluster.name, 'listeners'))
        yield at(cluster, 'listeners').problem('no listener lets the lag exporter in by a secret').fix(scram);
      else if (watching?.authentication === 'mtls' && signer === 'external')
        yield at(cluster, 'clientCertificates')
          .problem('nobody makes a certificate for the lag exporter, which would use the first listener of its kind')
          .fix(scram);
    }
  },
};

export const superUsersAreUsers: Rule = {
  code: 'KFK-K445',
  severity: 'error',
  title: 'Principals that no permission holds back are written as Kafka writes users',
  source: 'https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaAuthorizationSimple-reference',
  *check(draft) {
    for (const cluster of strimziClusters(draft)) {
      const { superUsers = [], authorization } = strimziSettings(cluster);
      for (const [index, principal] of superUsers.entries())
        if (!/^User:./.test(principal))
          yield at(cluster, 'superUsers', index)
            .problem(`'${principal}' is no user`)
            .fix("write 'User:admin', or with a certificate 'User:CN=admin'");
      if (superUsers.length > 0 && authorization === 'none')
        yield at(cluster, 'superUsers')
          .problem('nobody is held back where there is no authorization')
          .fix('remove it, or authorization');
    }
  },
};

export const userRules: readonly Rule[] = [
  operatorMakesSecrets,
  wholePercents,
  applicationsReach,
  secretStoreNamed,
  accessOperatorTrusts,
  watcherReaches,
  superUsersAreUsers,
];
