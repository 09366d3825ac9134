import type { Cluster } from '../../../model/cluster';
import { mostOf } from '../../../model/limits-on';
import { labelFix, labelForm } from '../../../model/names';
import { at, type Finding } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import {
  brokersProblem,
  diskProblem,
  networksProblem,
  serverlessSubnetsProblem,
  subnetsProblem,
} from '../../../render/msk/cluster-bounds';
import { mskClusters } from './clusters';
import { regionsOfTwoZones } from './regions';
import { mskSettings, networksOf } from './settings';

const guide = 'https://docs.aws.amazon.com/msk/latest/developerguide';

export const subnetsOfKind: Rule = {
  code: 'KFK-K301',
  severity: 'error',
  title: 'An MSK cluster has two or three subnets, three for express brokers, two to six where it is serverless',
  source: `${guide}/create-cluster.html, ${guide}/msk-broker-types-express.html, ${guide}/serverless.html`,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      if (cluster.life === 'existing') continue;
      const settings = mskSettings(cluster);
      const { kind, network, otherNetworks } = settings;
      if (kind === 'serverless') {
        for (const [path, { subnets }] of networksOf(settings)) {
          const problem = serverlessSubnetsProblem(subnets);
          if (problem)
            yield at(cluster, ...path, 'subnets')
              .problem(problem)
              .fix('name one subnet in each of three availability zones');
        }
        const problem = networksProblem(1 + Object.keys(otherNetworks).length);
        if (problem) yield at(cluster, 'otherNetworks').problem(problem).fix('leave some of them out');
        if (network) continue;
      }
      // What is left out as it is wrong elsewhere is not missing.
      if (!network && draft.broken.within('clusters', cluster.name, 'network')) continue;
      const problem = subnetsProblem(network?.subnets ?? [], { express: kind === 'express' });
      if (problem)
        yield at(cluster, 'network', 'subnets')
          .problem(problem)
          .fix('name one subnet in each of three availability zones');
    }
  },
};

export const zonesOfRegion: Rule = {
  code: 'KFK-K344',
  severity: 'error',
  waivable: true,
  title: 'The brokers of an MSK cluster are in zones that their region has for them',
  source: `${guide}/msk-create-cluster.html, read 2026-11-21: "For Standard brokers in the US West (N. California) Region, you need two subnets"`,
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { kind, region, network } = mskSettings(cluster);
      if (kind === 'serverless' || cluster.life === 'existing' || !regionsOfTwoZones.has(region)) continue;
      if (kind === 'express')
        yield at(cluster, 'kind')
          .problem(`express brokers are in three zones, and MSK has two in ${region}`)
          .fix("use kind: 'standard' with two subnets, or another region");
      else if ((network?.subnets ?? []).length > 2)
        yield at(cluster, 'network', 'subnets')
          .problem(`MSK puts brokers into two zones in ${region}; given: ${network?.subnets.length} subnets`)
          .fix('name one subnet in each of two zones, and a multiple of two brokers');
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
      // A cluster without brokers is told once, whatever its back end.
      if (cluster.storedByVendor || cluster.brokers < 1) continue;
      const subnets = mskSettings(cluster).network?.subnets ?? [];
      const problem = brokersProblem(cluster.brokers, subnets);
      const spread = Math.ceil(cluster.brokers / subnets.length) * subnets.length;
      if (problem)
        yield at(cluster, 'brokers')
          .problem(problem)
          .fix(spread <= mostOf('brokers', cluster) ? `use ${spread}` : `use a multiple of ${subnets.length}`);
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
      const { kind, volumeSize } = mskSettings(cluster);
      const problem = kind === 'standard' ? diskProblem(volumeSize) : undefined;
      if (problem) yield at(cluster, 'storage').problem(problem).fix("write '1GiB' to '16384GiB'");
    }
  },
};

export const namedSecurityGroups: Rule = {
  code: 'KFK-K306',
  severity: 'error',
  title: 'A security group that reaches an MSK cluster has a name of its own, and no second one',
  source:
    'its rule is an address in the state: a name stays when the group changes; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html: InvalidPermission.Duplicate',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const settings = mskSettings(cluster);
      const named = networksOf(settings).flatMap(([path, network]) =>
        (['clients', 'monitoring'] as const).flatMap((field) =>
          Object.keys(network[field]).map((name) => [...path, field, name]),
        ),
      );
      const networks = Object.keys(settings.otherNetworks).map((name) => ['otherNetworks', name]);
      for (const path of [...named, ...networks]) {
        const name = String(path.at(-1));
        if (!labelForm.test(name))
          yield at(cluster, ...path)
            .problem(`'${name}' cannot be part of an address`)
            .fix(labelFix);
      }
      yield* namedTwice(cluster);
    }
  },
};

/** Two rules for one group and the same ports are one to EC2, which refuses the second. */
function* namedTwice(cluster: Cluster): Iterable<Finding> {
  for (const [path, network] of networksOf(mskSettings(cluster)))
    for (const field of ['clients', 'monitoring'] as const) {
      const seen = new Map<string, string>();
      for (const [name, group] of Object.entries(network[field])) {
        const other = seen.get(group);
        if (other !== undefined)
          yield at(cluster, ...path, field, name)
            .problem(`'${other}' is the same security group, and EC2 takes a rule once`)
            .fix('keep one of the names');
        else seen.set(group, name);
      }
    }
}

export const existingIsFound: Rule = {
  code: 'KFK-K308',
  severity: 'error',
  title: 'Of an MSK cluster that exists nothing is described that only making one would use',
  source: 'what is described and never applied is believed',
  *check(draft) {
    for (const cluster of mskClusters(draft)) {
      const { existing, said, certificateAuthority } = mskSettings(cluster);
      if (existing === undefined && said.includes('secretsKey'))
        yield at(cluster, 'secretsKey').problem('the kit makes this key itself').fix('leave it out');
      if (existing === undefined) continue;
      const useless = [
        ...said.filter((option) => onlyMade.has(option)),
        ...(typeof certificateAuthority === 'object' ? ['certificateAuthority'] : []),
      ];
      for (const option of useless)
        yield at(cluster, option)
          .problem(`'${existing}' exists and is left as it is`)
          .fix(
            option === 'certificateAuthority'
              ? 'write the ARN of its authority'
              : "leave it out, or leave out 'existing'",
          );
    }
  },
};

/** What only making a cluster uses. */
const onlyMade: ReadonlySet<string> = new Set([
  ...['network', 'otherNetworks', 'configuration', 'storage', 'storageAutoscaling', 'throughput', 'rebalancing'],
  ...['encryptionKey', 'logs', 'metrics', 'openMonitoring', 'multiVpc', 'publicAccess'],
]);

export const clusterRules: readonly Rule[] = [
  subnetsOfKind,
  zonesOfRegion,
  brokersSpread,
  diskWithinBounds,
  namedSecurityGroups,
  existingIsFound,
];
