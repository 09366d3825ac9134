import { entriesOf } from '../../../../model/by-name';
import type { Cluster } from '../../../../model/cluster';
import type { Draft } from '../../../../model/draft';
import { labelFix, labelForm } from '../../../../model/names';
import type { Key } from '../../../../model/place';
import { at } from '../../../../model/problem';
import type { Rule } from '../../../../model/rule';
import { strimziSettings } from '../cluster';
import { type RebalanceInput, rebalanceName, rebalanceTemplates } from '../cruise-control';
import { hasRole } from '../pool';
import { eachCruiseControl } from './cruise-control';

const reference = 'https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaRebalanceSpec-reference';

/** What each mode needs, and what it would silently leave aside. */
const fieldsOfMode = {
  full: { needs: [], ignores: ['brokers', 'volumes'] },
  'add-brokers': { needs: ['brokers'], ignores: ['volumes', 'rebalanceDisk'] },
  'remove-brokers': { needs: ['brokers'], ignores: ['volumes', 'rebalanceDisk'] },
  'remove-disks': { needs: ['volumes'], ignores: ['brokers', 'goals', 'skipHardGoalCheck', 'rebalanceDisk'] },
} as const satisfies Record<
  NonNullable<RebalanceInput['mode']>,
  Record<'needs' | 'ignores', readonly (keyof RebalanceInput)[]>
>;

export const fieldsFitMode: Rule = {
  code: 'KFK-K453',
  severity: 'error',
  title: 'A rebalance says what its mode needs, and nothing that it ignores',
  source: reference,
  *check(draft) {
    for (const { cluster, rebalance, path } of eachRebalance(draft)) {
      const { mode = 'full' } = rebalance;
      for (const field of fieldsOfMode[mode].needs)
        if (rebalance[field] === undefined || Object.keys(rebalance[field]).length === 0)
          yield at(cluster, ...path, field)
            .problem(`'${mode}' needs ${field}`)
            .fix(field === 'brokers' ? 'say their ids: brokers: [3, 4]' : 'say ids by broker: volumes: { 0: [1] }');
      for (const field of fieldsOfMode[mode].ignores)
        if (rebalance[field] !== undefined)
          yield at(cluster, ...path, field)
            .problem(`'${mode}' ignores ${field}`)
            .fix('remove it');
      if (rebalance.rebalanceDisk && rebalance.goals)
        yield at(cluster, ...path, 'goals')
          .problem('goals are about brokers, and only disks of each are balanced')
          .fix('remove goals, or rebalanceDisk');
    }
  },
};

export const idsCount: Rule = {
  code: 'KFK-K456',
  severity: 'error',
  title: 'A rebalance names brokers by their ids, each once, and volumes that brokers have beside others',
  source: reference,
  *check(draft) {
    for (const { cluster, rebalance, path } of eachRebalance(draft)) {
      const { brokers = [], volumes = {} } = rebalance;
      for (const [index, id] of brokers.entries())
        if (id < 0 || brokers.indexOf(id) < index)
          yield at(cluster, ...path, 'brokers', index)
            .problem(id < 0 ? `${id} is no id of a node` : `${id} is named before`)
            .fix('write each id once, from 0');
      const disks = disksOf(cluster);
      for (const [broker, ids] of Object.entries(volumes)) {
        const place = at(cluster, ...path, 'volumes', broker);
        const told = ids.join(', ');
        if (!/^\d+$/.test(broker)) yield place.problem(`'${broker}' is no id of a node`).fix('write its number: 0');
        if (ids.length === 0) yield place.problem('no volume is named').fix('say which: [1]');
        else if (!disks.some((all) => all.length > ids.length && ids.every((id) => all.includes(id))))
          yield place
            .problem(`no broker has the volumes ${told} and another one to move to`)
            .fix('describe both in volumes of a pool until the old one is empty');
      }
    }
  },
};

/** Ids of the volumes of each pool of brokers. */
const disksOf = (cluster: Cluster): number[][] =>
  strimziSettings(cluster)
    .pools.filter((pool) => hasRole(pool, 'broker'))
    .map(({ volumes }) => volumes.map(({ id }) => id));

export const enoughStay: Rule = {
  code: 'KFK-K455',
  severity: 'error',
  title: 'Where brokers are emptied as many stay as a topic has replicas',
  source: 'https://kafka.apache.org/documentation/#replication: replicas of a partition are on brokers of their own',
  *check(draft) {
    for (const { cluster, rebalance, path } of eachRebalance(draft)) {
      if (rebalance.mode !== 'remove-brokers') continue;
      const stay = cluster.brokers - new Set(rebalance.brokers).size;
      const topics = [...draft.topics.values()].filter((topic) => topic.cluster === cluster.name);
      const most = topics.find(({ replicationFactor }) => replicationFactor > stay);
      if (most || stay < 1)
        yield at(cluster, ...path, 'brokers')
          .problem(
            most
              ? `${stay} brokers stay, and '${most.name}' has ${most.replicationFactor} replicas`
              : 'no broker stays',
          )
          .fix('empty fewer, or add brokers before');
    }
  },
};

export const rebalanceNames: Rule = {
  code: 'KFK-K457',
  severity: 'error',
  title: 'A rebalance has a name of its own, which Kubernetes takes',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/: unique for a kind in a namespace',
  *check(draft) {
    const seen = new Map<string, string>();
    for (const { cluster } of eachCruiseControl(draft))
      for (const name of reserved) seen.set(rebalanceName(cluster.name, name), `auto-rebalance of '${cluster.name}'`);
    for (const { cluster, name, path } of eachRebalance(draft)) {
      const object = rebalanceName(cluster.name, name);
      const other = seen.get(object);
      if (!labelForm.test(name))
        yield at(cluster, ...path)
          .problem(`'${name}' cannot be the name of a rebalance`)
          .fix(`${labelFix}: 'full'`);
      else if (other)
        yield at(cluster, ...path)
          .problem(`its KafkaRebalance '${object}' would be that of ${other}`)
          .fix('use another name');
      seen.set(object, `'${name}' of '${cluster.name}'`);
    }
  },
};

/** What the kit makes as templates, and what Strimzi makes of them. https://strimzi.io/docs/operators/latest/deploying.html#proc-automating-rebalances-str */
const reserved = [
  ...Object.values(rebalanceTemplates),
  'auto-rebalancing-add-brokers',
  'auto-rebalancing-remove-brokers',
];

interface DescribedRebalance {
  readonly cluster: Cluster;
  readonly name: string;
  readonly rebalance: RebalanceInput;
  readonly path: readonly Key[];
}

const eachRebalance = (draft: Draft): DescribedRebalance[] =>
  eachCruiseControl(draft).flatMap(({ cluster, said }) =>
    entriesOf(said.rebalances).map(([name, rebalance]) => ({
      cluster,
      name,
      rebalance,
      path: ['cruiseControl', 'rebalances', name],
    })),
  );

export const rebalanceRules: readonly Rule[] = [fieldsFitMode, enoughStay, idsCount, rebalanceNames];
