import { transactionalTopics } from '../../../model/application';
import { type ConnectCluster, connectorApplication } from '../../../model/connect-cluster';
import type { Connector } from '../../../model/connector';
import type { Draft } from '../../../model/draft';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';

const guide = 'https://docs.aws.amazon.com/msk/latest/developerguide';

/** What MSK Connect runs: each connector with its Connect cluster. */
const served = ({ connectors, connectClusters }: Draft): readonly (readonly [Connector, ConnectCluster])[] =>
  [...connectors.values()].flatMap((connector) => {
    const cluster = connectClusters.get(connector.connectCluster ?? '');
    return cluster?.service === undefined ? [] : [[connector, cluster] as const];
  });

export const connectorsAreThemselves: Rule = {
  code: 'KFK-C045',
  severity: 'error',
  title: 'A connector that MSK Connect runs is an application, whose name nobody else has',
  source: `${guide}/msk-connect-service-execution-role.html: each connector has a role`,
  *check(draft) {
    const seen = new Map<string, string>();
    for (const [connector, { name }] of served(draft)) {
      const application = connectorApplication(name, connector.name);
      const other = draft.applications.get(application);
      const twin = seen.get(application);
      seen.set(application, twin ?? connector.name);
      if (twin !== undefined || other?.service === undefined)
        yield at(connector)
          .problem(
            twin === undefined
              ? `on '${name}' it would be '${application}', which is another application`
              : `on '${name}' it would be '${application}', as '${twin}' is`,
          )
          .fix('rename one of them');
    }
  },
};

export const servedRun: Rule = {
  code: 'KFK-C047',
  severity: 'error',
  title: 'A connector that MSK Connect runs is running',
  source: `${guide}/msk-connect-connectors.html: a connector runs until it is deleted`,
  *check(draft) {
    for (const [connector] of served(draft))
      if (connector.state !== 'running')
        yield at(connector, 'state')
          .problem(`MSK Connect has no state '${connector.state}'`)
          .fix(
            'remove it; to stop the connector, remove it where it is described: a source goes on from its positions',
          );
  },
};

export const servedHavePlugins: Rule = {
  code: 'KFK-C048',
  severity: 'error',
  title: 'A connector that MSK Connect runs has a plugin',
  source: `${guide}/msk-connect-plugins.html: there is no class without one`,
  *check(draft) {
    for (const [connector] of served(draft))
      if (connector.plugin === undefined)
        yield at(connector, 'plugin').problem('no plugin says where its class is').fix('name one of the platform');
  },
};

export const servedReadCommitted: Rule = {
  code: 'KFK-C049',
  severity: 'error',
  waivable: true,
  title: 'What a sink in MSK Connect reads is not written in transactions',
  source: `${guide}/msk-connect-workers.html: consumer.isolation.level is not supported, so records of aborted transactions are read`,
  *check({ flows, applications, connectClusters, connectors }) {
    const transactional = transactionalTopics(flows, applications);
    for (const flow of flows) {
      if (flow.direction !== 'consume' || flow.isolation !== 'read_uncommitted') continue;
      const connector = connectors.get(flow.connector ?? '');
      if (connectClusters.get(connector?.connectCluster ?? '')?.service === undefined) continue;
      if (transactional.has(flow.topic))
        yield at(flow)
          .problem(`'${flow.topic}' is written in transactions, and MSK Connect would hand on what was aborted`)
          .fix('run the connector where its workers read committed records, or waive it where the sink bears it');
    }
  },
};

export const servedReachDatabases: Rule = {
  code: 'KFK-C050',
  severity: 'error',
  title: 'Workers of MSK Connect that capture a database reach it',
  source: `${guide}/msk-connect-vpc.html; a security group without a rule lets nobody out`,
  *check(draft) {
    for (const [connector, { name, securityGroups }] of served(draft))
      if (connector.postgres && securityGroups.length === 0)
        yield at(connector, 'postgres')
          .problem(`the workers of '${name}' reach brokers and HTTPS, and no database`)
          .fix(`say connectClusters.${name}.securityGroups: one that '${connector.postgres.host}' lets in`);
  },
};

export const servedVersions: Rule = {
  code: 'KFK-C051',
  severity: 'error',
  profile: 'production',
  waivable: true,
  title: 'In production MSK Connect is given plugins by their version',
  source: `${guide}/msk-connect-plugins.html: the file is copied once; what is put there later under its key is not run, and nothing says which is`,
  *check({ connectClusters }) {
    for (const connectCluster of connectClusters.values())
      for (const [plugin, { key, version }] of Object.entries(connectCluster.pluginObjects))
        if (connectCluster.service !== undefined && version === undefined)
          yield at(connectCluster, 'pluginObjects', plugin)
            .problem(`which '${key}' it is, nobody can tell`)
            .fix('add version: what S3 calls it');
  },
};

/** What holds for connectors that MSK Connect runs, whatever their cluster. */
export const servedConnectorRules: readonly Rule[] = [
  connectorsAreThemselves,
  servedRun,
  servedHavePlugins,
  servedReadCommitted,
  servedReachDatabases,
  servedVersions,
];
