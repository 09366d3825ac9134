import { awsForms } from '../../../model/aws-forms';
import { type ConnectCluster, connectorApplication, servedConnector } from '../../../model/connect-cluster';
import type { Draft } from '../../../model/draft';
import { permissionsOf } from '../../../model/permissions';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { mcuCounts, unitsProblem, workerCounts, workersProblem } from '../../../render/msk/connect-capacity';
import { isTakenByMskConnect } from '../../../render/msk/connect-worker';
import { policiesPerRole, roleNameLength } from '../../../render/msk/policy-document';
import { readsItsSecrets, secretsOf } from './connect-access';
import { policiesNeeded } from './policies';
import { mskSettings } from './settings';

const guide = 'https://docs.aws.amazon.com/msk/latest/developerguide';

/** What MSK Connect runs; its cluster is one of Amazon MSK. */
const inMskConnect = ({ connectClusters }: Draft): ConnectCluster[] =>
  [...connectClusters.values()].filter(({ service }) => service === 'msk-connect');

const connectorsOf = ({ connectors }: Draft, { name }: ConnectCluster) =>
  [...connectors.values()].filter(({ connectCluster }) => connectCluster === name);

export const pluginsInS3: Rule = {
  code: 'KFK-K380',
  severity: 'error',
  title: 'A plugin of MSK Connect is a zip or a jar in a bucket',
  source: `${guide}/msk-connect-plugins.html`,
  *check(draft) {
    for (const connectCluster of inMskConnect(draft))
      for (const [plugin, { bucket, key }] of Object.entries(connectCluster.pluginObjects)) {
        if (!awsForms.bucket.form.test(bucket))
          yield at(connectCluster, 'pluginObjects', plugin, 'bucket')
            .problem(`'${bucket}' is no name of a bucket`)
            .fix(awsForms.bucket.fix);
        if (!/^[^/].*\.(zip|jar)$/i.test(key))
          yield at(connectCluster, 'pluginObjects', plugin, 'key')
            .problem(`'${key}' is no key of a zip or a jar`)
            .fix("write a key that ends in '.zip' or '.jar', without a slash before it");
      }
  },
};

export const capacity: Rule = {
  code: 'KFK-K381',
  severity: 'error',
  title: 'A connector in MSK Connect has 1 to 10 workers, of 1, 2, 4 or 8 units',
  source: `${guide}/msk-connect-capacity.html; https://docs.aws.amazon.com/MSKC/latest/mskc/API_ProvisionedCapacity.html, read 2026-11-21`,
  *check(draft) {
    for (const connectCluster of inMskConnect(draft)) {
      const { instances, capacityUnits } = connectCluster;
      // None is said of every Connect cluster.
      const tooMany = instances < workerCounts.least ? undefined : workersProblem(instances);
      if (tooMany)
        yield at(connectCluster, 'instances')
          .problem(tooMany)
          .fix(`stay at or below ${workerCounts.most}, and give each more units`);
      const problem = unitsProblem(capacityUnits);
      if (problem)
        yield at(connectCluster, 'capacityUnits')
          .problem(problem)
          .fix(`use one of: ${mcuCounts.join(', ')}`);
    }
  },
};

/** What the kit says to workers of MSK Connect. */
const decided = /^(topic\.creation\.enable|offset\.storage\.(topic|replication\.factor)|config\.providers(\..*)?)$/;

export const workerProperties: Rule = {
  code: 'KFK-K382',
  severity: 'error',
  title: 'Workers of MSK Connect are told only what MSK Connect takes, and the kit does not decide',
  source: `${guide}/msk-connect-workers.html#msk-connect-supported-worker-config-properties, read 2026-11-21`,
  *check(draft) {
    for (const connectCluster of inMskConnect(draft))
      for (const name of Object.keys(connectCluster.config))
        if (decided.test(name))
          yield at(connectCluster, 'config', name).problem(`the kit decides '${name}'`).fix('remove it');
        else if (!isTakenByMskConnect(name))
          yield at(connectCluster, 'config', name)
            .problem(`MSK Connect lets nobody say '${name}' to workers`)
            .fix('remove it');
  },
};

export const roleName: Rule = {
  code: 'KFK-K383',
  severity: 'error',
  title: 'A connector in MSK Connect has a name of which a role can have its own',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: 64 characters, read 2026-11-21',
  *check(draft) {
    for (const connectCluster of inMskConnect(draft))
      for (const connector of connectorsOf(draft, connectCluster)) {
        const name = servedConnector(draft.environment.name, connectorApplication(connectCluster.name, connector.name));
        if (name.length > roleNameLength)
          yield at(connector)
            .problem(`its role would be '${name}', of ${name.length} characters where IAM allows ${roleNameLength}`)
            .fix('shorten its name, or that of its Connect cluster');
      }
  },
};

export const connectToBrokers: Rule = {
  code: 'KFK-K384',
  severity: 'error',
  title: 'MSK Connect runs beside a cluster whose brokers the kit can find',
  source:
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/msk_cluster: provisioned clusters',
  *check(draft) {
    for (const connectCluster of inMskConnect(draft)) {
      const cluster = draft.clusters.get(connectCluster.cluster);
      if (cluster && mskSettings(cluster).kind === 'serverless')
        yield at(connectCluster, 'cluster')
          .problem(`'${cluster.name}' is serverless: nothing tells the security group that would let workers in`)
          .fix('place it on a provisioned cluster');
    }
  },
};

export const groupsOfWorkers: Rule = {
  code: 'KFK-K385',
  severity: 'error',
  title: 'Security groups of MSK Connect have the form of an id',
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html',
  *check(draft) {
    for (const connectCluster of inMskConnect(draft))
      for (const [index, group] of connectCluster.securityGroups.entries())
        if (!awsForms.securityGroup.form.test(group))
          yield at(connectCluster, 'securityGroups', index)
            .problem(`'${group}' is not a security group's id`)
            .fix(awsForms.securityGroup.fix);
  },
};

export const secretsNeedZip: Rule = {
  code: 'KFK-K386',
  severity: 'error',
  title: 'A connector in MSK Connect that refers to secrets has a plugin that can hold what reads them',
  source: `${guide}/msk-connect-config-provider.html: the config provider is in the plugin's zip`,
  *check(draft) {
    for (const connectCluster of inMskConnect(draft))
      for (const connector of connectorsOf(draft, connectCluster)) {
        const key = connectCluster.pluginObjects[connector.plugin ?? '']?.key;
        if (Object.keys(connector.secrets).length > 0 && key?.toLowerCase().endsWith('.jar'))
          yield at(connector, 'secrets')
            .problem(`its plugin '${key}' is one jar, beside which AWS' config provider is not`)
            .fix('put both into a zip: https://github.com/aws-samples/msk-config-providers');
      }
  },
};

export const policiesOfConnector: Rule = {
  code: 'KFK-K397',
  severity: 'error',
  title: 'What a connector in MSK Connect may do fits in the policies that its role may have',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: 10 policies of 6,144 characters, read 2026-11-21',
  *check(draft) {
    for (const connectCluster of inMskConnect(draft))
      for (const connector of connectorsOf(draft, connectCluster)) {
        const found = draft.applications.get(connectorApplication(connectCluster.name, connector.name));
        const permissions = found ? permissionsOf([found], draft.flows, draft.clusters) : [];
        const secrets = secretsOf(connector);
        const policies = policiesNeeded(permissions, { awsStatements: readsItsSecrets(secrets, '') });
        if (policies > policiesPerRole)
          yield at(connector)
            .problem(
              `its flows and its ${secrets.length} secrets need ${policies} policies; a role has at most ${policiesPerRole}`,
            )
            .fix('split it into two connectors, or keep several values in one secret');
      }
  },
};

/** What holds of MSK Connect. */
export const connectRules: readonly Rule[] = [
  pluginsInS3,
  capacity,
  workerProperties,
  roleName,
  connectToBrokers,
  groupsOfWorkers,
  secretsNeedZip,
  policiesOfConnector,
];
