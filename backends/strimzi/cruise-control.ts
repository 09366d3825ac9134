import type { Construct } from 'constructs';
import type { StrimziCruiseControl } from '../../constructs/kubernetes/strimzi/cruise-control';
import { StrimziRebalance } from '../../constructs/kubernetes/strimzi/rebalance';
import { entriesOf } from '../../model/by-name';
import type { Cluster } from '../../model/cluster';
import { formatSize } from '../../model/units';
import { strimziSettings } from './description/cluster';
import {
  type CruiseControl,
  goalsOf,
  type RebalanceInput,
  rebalanceName,
  rebalanceTemplates,
} from './description/cruise-control';
import { goalClass, shortGoal } from './description/goals';
import { reserved } from './resources';

/** Cruise Control as it is described. */
export function cruiseControlOf(cluster: Cluster): StrimziCruiseControl | undefined {
  const { cruiseControl, priorityClass, tolerations } = strimziSettings(cluster);
  return (
    cruiseControl && {
      brokerCapacity: capacityOf(cruiseControl),
      config: configOf(cruiseControl),
      autoRebalance: cruiseControl.autoRebalance
        ? {
            'add-brokers': rebalanceName(cluster.name, rebalanceTemplates['add-brokers']),
            'remove-brokers': rebalanceName(cluster.name, rebalanceTemplates['remove-brokers']),
          }
        : undefined,
      priorityClass,
      tolerations,
      resources: reserved('250m', cruiseControl.memory),
    }
  );
}

function capacityOf({ brokerCapacity }: CruiseControl): StrimziCruiseControl['brokerCapacity'] {
  const { inboundNetwork, outboundNetwork } = brokerCapacity;
  if (inboundNetwork === undefined && outboundNetwork === undefined) return undefined;
  return {
    inboundNetwork: inboundNetwork === undefined ? undefined : throughput(inboundNetwork),
    outboundNetwork: outboundNetwork === undefined ? undefined : throughput(outboundNetwork),
  };
}

/** Strimzi knows units up to giga: `125MB/s`. */
function throughput(bytesPerSecond: number): string {
  const text = formatSize(bytesPerSecond);
  return text.includes('T') ? `${bytesPerSecond}B/s` : `${text}/s`;
}

/** Rebalances that are described, and what auto-rebalance does as each of its own says: what the cluster says. */
export function placeRebalances(scope: Construct, cluster: Cluster): void {
  const { cruiseControl } = strimziSettings(cluster);
  if (!cruiseControl) return;
  if (cruiseControl.autoRebalance)
    for (const name of Object.values(rebalanceTemplates))
      new StrimziRebalance(scope, `rebalance-${name}`, {
        metadata: { name: rebalanceName(cluster.name, name) },
        cluster: cluster.name,
        template: true,
      });
  for (const [name, rebalance] of entriesOf(cruiseControl.rebalances))
    new StrimziRebalance(scope, `rebalance-${name}`, {
      ...rebalanceOf(rebalance),
      metadata: { name: rebalanceName(cluster.name, name) },
      cluster: cluster.name,
    });
}

/** Cruise Control starts with sets of goals that hold each other, or not at all: all are said, or none. */
function configOf(said: CruiseControl): StrimziCruiseControl['config'] {
  const { goals, hardGoals, defaultGoals, isWritten } = goalsOf(said);
  if (!isWritten) return undefined;
  const classes = (names: readonly string[]) => names.map(goalClass).join(',');
  return { goals: classes(goals), 'hard.goals': classes(hardGoals), 'default.goals': classes(defaultGoals) };
}

const rebalanceOf = ({ mode, brokers, volumes, goals, skipHardGoalCheck, rebalanceDisk }: RebalanceInput) => ({
  mode,
  brokers,
  goals: goals?.map(shortGoal),
  skipHardGoalCheck,
  rebalanceDisk,
  moveReplicasOffVolumes:
    volumes && entriesOf(volumes).map(([broker, ids]) => ({ brokerId: Number(broker), volumeIds: ids })),
});
