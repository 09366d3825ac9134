import { groupBy } from '../../../model/group-by';
import { labelFix, labelForm } from '../../../model/names';
import { didYouMean } from '../../../model/near-miss';
import { permissionsOf } from '../../../model/permissions';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { brokersProblem, diskProblem, subnetsProblem } from '../../../render/msk/cluster-problems';
import { policiesPerRole, policyDocuments } from '../../../render/msk/policy-document';
import { safeServerProperties, serverProperties } from '../../../render/msk/server-properties';
import { mskSettings } from './cluster';
import { mskClusters } from './clusters';
import { readsItsConnection } from './connection-access';
import { iamStatements } from './iam-access';

const guide = 'https://docs.aws.amazon.com/msk/latest/developerguide';

export const twoOrThreeSubnets: Rule = {
  code: 'KFK-K301',
  severity: 'error',
  title: 'An MSK cluster has two or three subnets',
  source: `${guide}/create-cluster.html: one in each of two or three availability zones`,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      if (cluster.life === 'existing') continue;
      const subnets = mskSettings(cluster).network?.subnets ?? [];
      const problem = subnetsProblem(subnets);
      if (problem)
        yield at(cluster, 'network', 'subnets')
          .problem(problem)
          .fix('name one subnet in each of three availability zones');
    }
  },
};

export const brokersSpread: Rule = {
  code: 'KFK-K302',
  severity: 'error',
  title: 'Brokers of an MSK cluster spread evenly over its subnets',
  source: `${guide}/create-cluster.html: the number of brokers is a multiple of the subnets`,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const subnets = mskSettings(cluster).network?.subnets ?? [];
      const problem = brokersProblem(cluster.brokers, subnets);
      if (problem)
        yield at(cluster, 'brokers')
          .problem(problem)
          .fix(`use ${Math.ceil(cluster.brokers / subnets.length) * subnets.length}`);
    }
  },
};

export const knownProperties: Rule = {
  code: 'KFK-K303',
  severity: 'error',
  title: 'An MSK configuration holds only server properties that MSK lets customers set',
  source: `${guide}/msk-configuration-properties.html`,
  *check(draft) {
    for (const cluster of mskClusters(draft))
      for (const name of Object.keys(mskSettings(cluster).configuration))
        if (!(serverProperties as readonly string[]).includes(name))
          yield at(cluster, 'configuration', name)
            .problem(`MSK lets nobody set '${name}'`)
            .fix(didYouMean(name, serverProperties) ?? 'leave it out: MSK decides it');
  },
};

export const decidedProperties: Rule = {
  code: 'KFK-K304',
  severity: 'error',
  title: 'An MSK configuration leaves alone what keeps records',
  source: "users' pain: topics created by a typing error, writes acknowledged by one broker",
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const decided = safeServerProperties(cluster.brokers);
      for (const name of Object.keys(mskSettings(cluster).configuration))
        if (Object.hasOwn(decided, name))
          yield at(cluster, 'configuration', name)
            .problem(
              `the kit decides '${name}': ${decided[name as keyof typeof decided]} on ${cluster.brokers} brokers`,
            )
            .fix('leave it out; topics say their own settings');
    }
  },
};

export const diskWithinBounds: Rule = {
  code: 'KFK-K305',
  severity: 'error',
  title: "An MSK broker's disk has 1 to 16384 GiB",
  source: `${guide}/limits.html#msk-provisioned-quota`,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const problem = diskProblem(mskSettings(cluster).volumeSize);
      if (problem) yield at(cluster, 'storage').problem(problem).fix("write '1GiB' to '16384GiB'");
    }
  },
};

export const namedSecurityGroups: Rule = {
  code: 'KFK-K306',
  severity: 'error',
  title: 'A security group that reaches an MSK cluster has a name of its own',
  source: 'its rule is an address in the state: a name stays when the group changes',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { network } = mskSettings(cluster);
      for (const field of ['clients', 'monitoring'] as const)
        for (const name of Object.keys(network?.[field] ?? {}))
          if (!labelForm.test(name))
            yield at(cluster, 'network', field, name).problem(`'${name}' cannot be part of an address`).fix(labelFix);
    }
  },
};

export const existingIsFound: Rule = {
  code: 'KFK-K308',
  severity: 'error',
  title: 'Of an MSK cluster that exists nothing is described that only making one would use',
  source: 'what is described and never applied is believed',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { existing, network, configuration, secretsKey } = mskSettings(cluster);
      if (existing === undefined && secretsKey !== undefined)
        yield at(cluster, 'secretsKey').problem('the kit makes this key itself').fix('leave it out');
      if (existing === undefined) continue;
      const leftAlone = `'${existing}' exists and is left as it is`;
      if (network) yield at(cluster, 'network').problem(leftAlone).fix("leave it out, or leave out 'existing'");
      if (Object.keys(configuration).length > 0)
        yield at(cluster, 'configuration').problem(leftAlone).fix("leave it out, or leave out 'existing'");
    }
  },
};

export const policiesOfRole: Rule = {
  code: 'KFK-K307',
  severity: 'error',
  title: "An application's permissions on MSK fit in the policies that its role may attach",
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: 10 policies of 6,144 characters',
  *check(draft) {
    const byIam = [...draft.applications.values()].filter(
      ({ cluster, authentication }) => authentication === 'iam' && draft.clusters.get(cluster)?.backend === 'msk',
    );
    if (byIam.length === 0) return;
    const permissions = groupBy(permissionsOf(byIam, draft.flows), ({ application }) => application);
    for (const application of byIam) {
      const statements = iamStatements(permissions.get(application.name) ?? []);
      const awsStatements = readsItsConnection('');
      const policies = policyDocuments(statements, { arnOf: () => '', awsStatements }).length;
      if (policies > policiesPerRole)
        yield at(application)
          .problem(`its permissions need ${policies} policies; a role has at most ${policiesPerRole}`)
          .fix('split the application, or let it use scram-sha-512');
    }
  },
};

export const rules: readonly Rule[] = [
  twoOrThreeSubnets,
  brokersSpread,
  knownProperties,
  decidedProperties,
  diskWithinBounds,
  namedSecurityGroups,
  existingIsFound,
  policiesOfRole,
];
