import type { Cluster } from '../../../../model/cluster';
import type { Draft } from '../../../../model/draft';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { type BrokerQuota, type BrokerQuotaInput, fieldsOfType } from '../broker-quota';
import { strimziSettings } from '../cluster';
import { strimziClusters } from './clusters';

const reference = (type: 'Kafka' | 'Strimzi') =>
  `https://strimzi.io/docs/operators/latest/configuring.html#type-QuotasPlugin${type}-reference`;

export const quotaHasType: Rule = {
  code: 'KFK-K458',
  severity: 'error',
  title: "A cluster's quota says only what its type has",
  source: reference('Strimzi'),
  *check(draft) {
    for (const { cluster, quota } of eachQuota(draft)) {
      for (const [field, type] of Object.entries(fieldsOfType))
        if (quota[field as keyof typeof fieldsOfType] !== undefined && quota.type !== type)
          yield at(cluster, 'quota', field)
            .problem(`a quota of type '${quota.type}' has no ${field}`)
            .fix(`remove it, or use type: '${type}'`);
      if (quota.minAvailable !== undefined && quota.minAvailableRatio !== undefined)
        yield at(cluster, 'quota', 'minAvailableRatio')
          .problem('minAvailable says already what a volume keeps free')
          .fix('remove one of them');
    }
  },
};

export const quotaCounts: Rule = {
  code: 'KFK-K459',
  severity: 'error',
  title: "A cluster's quota bounds something, by amounts that Kafka takes",
  source: reference('Kafka'),
  *check(draft) {
    for (const { cluster, quota } of eachQuota(draft)) {
      const { type, excludedPrincipals, bytes, ...bounds } = quota;
      if (Object.values(bounds).every((bound) => bound === undefined))
        yield at(cluster, 'quota').problem('it bounds nothing').fix("say what: produce: '10MB/s'");
      for (const { field, fits, use } of checksOf(quota))
        if (!fits)
          yield at(cluster, 'quota', field)
            .problem(`${String(quota[field])} is no such amount`)
            .fix(`use ${use}`);
    }
  },
};

function checksOf(quota: BrokerQuota) {
  const { produce, consume, minAvailable } = quota.bytes;
  const { requestPercentage = 1, controllerMutationRate = 1, minAvailableRatio = 0.5 } = quota;
  const percentage = Number.isInteger(requestPercentage) && requestPercentage > 0;
  return [
    { field: 'produce', fits: produce !== 0, use: "whole bytes a second, such as '10MB/s'" },
    { field: 'consume', fits: consume !== 0, use: "whole bytes a second, such as '10MB/s'" },
    { field: 'minAvailable', fits: minAvailable !== 0, use: "whole bytes, such as '10GiB'" },
    { field: 'requestPercentage', fits: percentage, use: 'whole percents, 200 for two threads' },
    { field: 'controllerMutationRate', fits: controllerMutationRate > 0, use: 'more than 0 partitions a second' },
    {
      field: 'minAvailableRatio',
      fits: minAvailableRatio > 0 && minAvailableRatio < 1,
      use: 'a part between 0 and 1, 0.1 for a tenth',
    },
  ] as const satisfies readonly { field: keyof BrokerQuotaInput; fits: boolean; use: string }[];
}

export const excludedPrincipalsNamed: Rule = {
  code: 'KFK-K465',
  severity: 'error',
  title: 'Principals that a quota leaves alone are written as Kafka writes them',
  source: reference('Strimzi'),
  *check(draft) {
    for (const { cluster, quota } of eachQuota(draft))
      for (const [index, principal] of (quota.excludedPrincipals ?? []).entries())
        if (!/^User:[^;]+$/.test(principal))
          yield at(cluster, 'quota', 'excludedPrincipals', index)
            .problem(`'${principal}' is no principal`)
            .fix("write 'User:admin', with a certificate 'User:CN=admin'");
  },
};

const eachQuota = (draft: Draft): { readonly cluster: Cluster; readonly quota: BrokerQuota }[] =>
  strimziClusters(draft).flatMap((cluster) => {
    const { quota } = strimziSettings(cluster);
    return quota ? [{ cluster, quota }] : [];
  });

export const brokerQuotaRules: readonly Rule[] = [quotaHasType, quotaCounts, excludedPrincipalsNamed];
