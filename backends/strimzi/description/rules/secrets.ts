import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { isSecretLiteral } from '../../../../model/secret-literal';
import { strimziSettings } from '../cluster';
import { strimziClusters } from './clusters';

const problem = 'it looks like a secret, and everybody who reads the description would know it';
const providers = 'https://strimzi.io/docs/operators/latest/deploying.html#assembly-loading-config-with-providers-str';

export const brokersHaveNoSecrets: Rule = {
  code: 'KFK-K470',
  severity: 'error',
  title: "Brokers' configuration refers to secrets and holds none",
  source: providers,
  *check(draft) {
    for (const cluster of strimziClusters(draft))
      for (const [key, value] of Object.entries(strimziSettings(cluster).config ?? {}))
        if (isSecretLiteral(key, String(value)))
          yield at(cluster, 'config', key)
            .problem(problem)
            .fix("remove it, or refer to it by a config provider: '${strimzienv:NAME}'");
  },
};

export const pluginHasNoSecrets: Rule = {
  code: 'KFK-K461',
  severity: 'error',
  title: 'The configuration of tiered storage refers to secrets and holds none',
  source: providers,
  *check(draft) {
    for (const cluster of strimziClusters(draft))
      for (const [key, value] of Object.entries(strimziSettings(cluster).tieredStorage?.config ?? {}))
        if (isSecretLiteral(key, value))
          yield at(cluster, 'tieredStorage', 'config', key)
            .problem(problem)
            .fix("refer to it by a config provider, or let the pods' identity open the store: '${strimzienv:NAME}'");
  },
};

export const secretRules: readonly Rule[] = [brokersHaveNoSecrets, pluginHasNoSecrets];
