import type { Connector } from '../connector';
import type { Draft } from '../draft';
import { labelFix, labelForm } from '../names';
import { useInstead } from '../near-miss';
import { postgresConnectorClass } from '../patterns/postgres';
import { at } from '../problem';
import type { Rule } from '../rule';
import { connectClusterWords } from './connect-cluster-words';
import { connectorConfigRules } from './connector-config';
import { connectorTopicRules } from './connector-topics';
import { pluginRules } from './plugins';
import { postgresRules } from './postgres';

const connect = 'https://kafka.apache.org/documentation/#connect';

export const connectorName: Rule = {
  code: 'KFK-C023',
  severity: 'error',
  title: 'A connector has a name that can be an object, and part of a group',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names',
  *check({ connectors }) {
    for (const connector of connectors.values())
      if (!labelForm.test(connector.name))
        yield at(connector)
          .problem(`'${connector.name}' cannot be the name of a connector`)
          .fix(`${labelFix}: 'inventory'`);
  },
};

export const runBySomebody: Rule = {
  code: 'KFK-C024',
  severity: 'error',
  title: 'A connector is run by one of the Connect clusters that its environment has',
  source: connect,
  *check({ connectors, connectClusters, environment, broken }) {
    if (broken.has('connectClusters')) return;
    for (const connector of connectors.values()) {
      const { connectCluster } = connector;
      if (connectCluster !== undefined && !connectClusters.has(connectCluster))
        yield at(connector, 'connectCluster')
          .problem(
            connectCluster
              ? `'${environment.name}' has no Connect cluster '${connectCluster}'`
              : `'${environment.name}' has ${connectClusters.size} Connect clusters and this says none of them`,
          )
          .fix(
            connectCluster
              ? useInstead(connectCluster, connectClusters.keys())
              : `add connectCluster: ${[...connectClusters.keys()].map((name) => `'${name}'`).join(' or ')}`,
          );
    }
  },
};

export const runHere: Rule = {
  code: 'KFK-C025',
  severity: 'warning',
  title: 'An environment runs the connectors of its platform',
  source: connect,
  *check({ connectors, environment, broken }) {
    if (broken.has('connectClusters')) return;
    for (const connector of connectors.values())
      if (connector.connectCluster === undefined)
        yield at(connector)
          .problem(`nothing runs it in '${environment.name}', which has no connectClusters: it moves no records there`)
          .fix('add connectClusters to the environment, or waive it at this path where that is meant');
  },
};

export const hasClass: Rule = {
  code: 'KFK-C026',
  severity: 'error',
  title: 'A connector has a class',
  source: 'https://kafka.apache.org/documentation/#sourceconnectorconfigs_connector.class',
  *check({ connectors }) {
    for (const connector of connectors.values()) {
      if (connector.class === '')
        yield at(connector)
          .problem('nothing says which class it is')
          .fix("add class: 'org.example.…Connector', or postgres");
      if (connector.postgres && connector.class !== postgresConnectorClass)
        yield at(connector, 'class')
          .problem(`'${connector.class}' does not read what postgres says`)
          .fix('remove class, or postgres');
    }
  },
};

export const pluginIsThere: Rule = {
  code: 'KFK-C027',
  severity: 'error',
  title: "A connector's plugin is one of the platform's, and in the image of the workers that run it",
  source: "users' pain: a connector that fails with ClassNotFoundException after it is deployed",
  *check(draft) {
    if (draft.broken.has('plugins') || draft.broken.has('connectClusters')) return;
    for (const connector of draft.connectors.values()) {
      const { plugin } = connector;
      if (plugin === undefined) continue;
      if (!draft.plugins.has(plugin))
        yield at(connector, 'plugin')
          .problem(`the platform has no plugin '${plugin}'`)
          .fix(useInstead(plugin, draft.plugins.keys()));
      else yield* missingIn(connector, plugin, draft);
    }
  },
};

function* missingIn(connector: Connector, plugin: string, { connectClusters }: Draft) {
  const cluster = connectClusters.get(connector.connectCluster ?? '');
  if (!cluster || cluster.plugins.includes(plugin)) return;
  if (cluster.service !== undefined)
    yield at(connector, 'plugin')
      .problem(`'${cluster.name}' does not say where '${plugin}' is`)
      .fix(`add connectClusters.${cluster.name}.pluginObjects.${plugin}: { bucket: …, key: '….zip' }`);
  else
    yield at(connector, 'plugin')
      .problem(`the image of '${cluster.name}' has ${cluster.plugins.join(', ') || 'no plugins'}, not '${plugin}'`)
      .fix(
        cluster.image || cluster.build
          ? `add '${plugin}' to connectClusters.${cluster.name}.plugins when the image has it`
          : `say connectClusters.${cluster.name}.image and its plugins, or build`,
      );
}

export const tasks: Rule = {
  code: 'KFK-C028',
  severity: 'error',
  title: 'A connector has a task, and one that reads a write-ahead log no more',
  source: 'https://debezium.io/documentation/reference/3.7/connectors/postgresql.html#postgresql-property-tasks-max',
  *check({ connectors }) {
    for (const connector of connectors.values()) {
      if (connector.tasks < 1)
        yield at(connector, 'tasks')
          .problem(`${connector.tasks} is given where at least 1 is needed`)
          .fix("write 1 or more; to stop it, say state: 'stopped'");
      if (connector.postgres && connector.tasks > 1)
        yield at(connector, 'tasks')
          .problem(`a replication slot has one reader; ${connector.tasks} are given`)
          .fix('remove tasks');
    }
  },
};

export const connectorRules: readonly Rule[] = [
  connectorName,
  runBySomebody,
  runHere,
  hasClass,
  pluginIsThere,
  tasks,
  ...connectorConfigRules,
  ...connectorTopicRules,
  ...postgresRules,
  ...pluginRules,
  connectClusterWords,
];
