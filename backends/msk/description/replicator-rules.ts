import type { Cluster } from '../../../model/cluster';
import type { Draft } from '../../../model/draft';
import { type Permission, permissionsOf } from '../../../model/permissions';
import { at } from '../../../model/problem';
import { mirrorApplication, type Replication, type Side, sides } from '../../../model/replication';
import type { Rule } from '../../../model/rule';
import { exactly } from '../../../render/msk/exactly';
import { policiesPerRole, roleNameLength } from '../../../render/msk/policy-document';
import { policiesNeeded } from './policies';
import { replicatorRoleName } from './replicator-names';
import { mskSettings } from './settings';

const guide = 'https://docs.aws.amazon.com/msk/latest/developerguide';
const supported = `${guide}/msk-replicator-supported-clusters-versions.html, read 2026-11-21`;

/** A replication by MSK Replicator with both of its clusters, of Amazon MSK: of others the model says that it is refused. */
type Between = readonly [replication: Replication, source: Cluster, target: Cluster];

const byReplicator = ({ replications, clusters }: Draft): Between[] =>
  [...replications.values()].flatMap((replication): Between[] => {
    const [source, target] = [clusters.get(replication.from), clusters.get(replication.to)];
    const ours = replication.service === 'msk-replicator' && source?.backend === 'msk' && target?.backend === 'msk';
    return ours ? [[replication, source, target]] : [];
  });

const ends = ([replication, source, target]: Between) =>
  [
    [replication, 'from', source],
    [replication, 'to', target],
  ] as const;

export const enoughBrokers: Rule = {
  code: 'KFK-K387',
  severity: 'error',
  title: 'MSK Replicator copies between clusters of three brokers or more, in two zones of four',
  source: supported,
  *check(draft) {
    for (const [replication, field, cluster] of byReplicator(draft).flatMap(ends)) {
      const zones = mskSettings(cluster).network?.subnets.length;
      const least = zones === 2 ? 4 : 3;
      if (mskSettings(cluster).kind !== 'serverless' && cluster.brokers < least)
        yield at(replication, field)
          .problem(
            `'${cluster.name}' has ${cluster.brokers} brokers${zones === 2 ? ' in two zones' : ''} where MSK Replicator needs ${least}`,
          )
          .fix(`give it ${least} brokers or more`);
    }
  },
};

export const reachedAcrossRegions: Rule = {
  code: 'KFK-K388',
  severity: 'error',
  title: 'From another region MSK Replicator reaches its source by multi-VPC connectivity with IAM',
  source: `${guide}/msk-replicator-network-reqs.html, read 2026-11-21`,
  *check(draft) {
    for (const [replication, source, target] of byReplicator(draft)) {
      const { region, multiVpc, kind } = mskSettings(source);
      if (kind === 'serverless' || region === mskSettings(target).region) continue;
      if (!multiVpc?.replicator || !multiVpc.authentication.includes('iam'))
        yield at(replication, 'from')
          .problem(`'${source.name}' is in ${region} and lets MSK Replicator in from nowhere else`)
          .fix(`say clusters.${source.name}.multiVpc: { replicator: true, authentication: ['iam'] }`);
    }
  },
};

export const replicatedClusters: Rule = {
  code: 'KFK-K389',
  severity: 'error',
  title: 'MSK Replicator copies between clusters whose brokers the kit can find',
  source:
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/msk_cluster: provisioned clusters',
  *check(draft) {
    for (const [replication, field, cluster] of byReplicator(draft).flatMap(ends))
      if (mskSettings(cluster).kind === 'serverless')
        yield at(replication, field)
          .problem(`'${cluster.name}' is serverless: nothing tells the security group that would let the Replicator in`)
          .fix('replicate between provisioned clusters');
  },
};

/** Characters of a regular expression. https://docs.aws.amazon.com/msk/1.0/apireference/v1-replicators.html: botocore 1.44.5 */
const longest = { topics: 249, groups: 256 } as const;

export const patternsFit: Rule = {
  code: 'KFK-K390',
  severity: 'error',
  title: 'What MSK Replicator copies has names of which a regular expression fits',
  source:
    'https://docs.aws.amazon.com/msk/1.0/apireference/v1-replicators.html: 249 characters for topics, 256 for groups, read 2026-11-21',
  *check(draft) {
    for (const [replication] of byReplicator(draft))
      for (const field of ['topics', 'groups'] as const)
        for (const name of replication[field])
          if (exactly(name).length > longest[field])
            yield at(replication, field)
              .problem(
                `'${name.slice(0, 40)}…' is ${exactly(name).length} characters as a regular expression, of which AWS takes ${longest[field]}`,
              )
              .fix('leave it out, or rename it');
  },
};

export const replicatorRole: Rule = {
  code: 'KFK-K391',
  severity: 'error',
  title: 'The role of MSK Replicator has a name and policies that IAM takes',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: 64 characters, 10 policies of 6,144 characters',
  *check(draft) {
    for (const [replication] of byReplicator(draft)) {
      const role = replicatorRoleName(draft.environment, replication);
      if (role.length > roleNameLength)
        yield at(replication)
          .problem(`its role would be '${role}', of ${role.length} characters where IAM allows ${roleNameLength}`)
          .fix('shorten its name');
      const policies = sides.reduce((sum, side) => sum + policiesNeeded(permissionsAt(side, replication, draft)), 0);
      if (policies > policiesPerRole)
        yield at(replication, 'topics')
          .problem(`its role would need ${policies} policies; a role has at most ${policiesPerRole}`)
          .fix('copy fewer topics, by names that are said');
    }
  },
};

function permissionsAt(side: Side, { name }: Replication, { applications, flows, clusters }: Draft): Permission[] {
  const found = applications.get(mirrorApplication(name, side));
  return found ? permissionsOf([found], flows, clusters) : [];
}

/** What holds of MSK Replicator. */
export const replicatorRules: readonly Rule[] = [
  enoughBrokers,
  reachedAcrossRegions,
  replicatedClusters,
  patternsFit,
  replicatorRole,
];
