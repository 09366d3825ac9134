import type { PoolRecord, VolumeRecord } from '../../model/cluster-record';
import type { Plan } from '../../model/plan';
import type { Resolved } from '../../model/resolved';
import { formatSize } from '../../model/units';
import type { Explanation } from './lines';

/** What a cluster is made of, what is on it, and how it changes; nothing for a name that is no cluster's. */
export function clusterExplanation(resolved: Resolved, name: string): Explanation | undefined {
  const cluster = resolved.clusters.get(name);
  if (!cluster) return undefined;
  const { backend, version, tier, life, record, storedByVendor, brokers, authentication } = cluster;
  const on = (nouns: Iterable<{ readonly cluster: string }>) =>
    [...nouns].filter((noun) => noun.cluster === name).length;
  // An operator stands for an application of its name.
  const operators = on(resolved.operators.values());
  return {
    cluster: name,
    about: [backend, tier, storedByVendor ? undefined : `Kafka ${version}`].filter(Boolean).join(', '),
    life: lives[life],
    ...(record?.metadataVersion ? { 'metadata version': record.metadataVersion } : {}),
    ...(record?.units === undefined ? {} : { units: `${record.units}` }),
    ...(record && Object.keys(record.pools).length > 0 ? { pools: Object.entries(record.pools).map(poolLine) } : {}),
    ...(record || storedByVendor ? {} : { brokers: `${brokers}` }),
    authentication,
    holds: `${on(resolved.topics.values())} topics, ${on(resolved.applications.values()) - operators} applications${operators > 0 ? `, ${operators} operators` : ''}`,
    ...planned(
      resolved.plans.filter(
        (plan) => plan.cluster === name && plan.topic === undefined && plan.application === undefined,
      ),
    ),
  };
}

const lives = {
  owned: 'made from this description',
  local: 'runs on this machine',
  existing: 'found: somebody else makes it',
} as const;

const poolLine = ([name, { roles, nodes, size, volumes }]: [string, PoolRecord]): string =>
  [
    `${name}: ${nodes} ${roles.join(' and ')} nodes${size === undefined ? '' : ` of ${size}`}`,
    ...(Object.keys(volumes).length > 0 ? [`each with ${Object.entries(volumes).map(volumeText).join(', ')}`] : []),
  ].join(', ');

const volumeText = ([id, { size, storageClass, ephemeral }]: [string, VolumeRecord]): string =>
  [`volume ${id} of ${formatSize(size)}`, storageClass && `in ${storageClass}`, ephemeral && 'gone with its pod']
    .filter(Boolean)
    .join(' ');

/** Changes against what is recorded, as numbered steps. */
export const planned = (plans: readonly Plan[]): Explanation =>
  plans.length === 0
    ? {}
    : {
        plan: plans.flatMap(({ change, steps, warns = [] }) => [
          `${change}:`,
          ...steps.map((step, index) => `${index + 1}. ${step}`),
          ...warns.map((warning) => `careful: ${warning}`),
        ]),
      };
