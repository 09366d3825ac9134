import type { ConnectClusterInput } from '../connect-cluster';
import { at } from '../problem';
import type { Rule } from '../rule';

type Field = keyof ConnectClusterInput;

/** What MSK Connect is not told, and what is said in its place. */
const ownWorkersOnly: Partial<Record<Field, string>> = {
  image: 'remove it: MSK Connect runs no image; say where each plugin is: pluginObjects',
  build: 'remove it: MSK Connect runs no image; say where each plugin is: pluginObjects',
  plugins: 'remove it: pluginObjects says which there are',
  memory: 'say capacityUnits, of 4 GiB and a processor each',
  cpu: 'say capacityUnits, of a processor and 4 GiB each',
  rack: 'remove it: MSK Connect spreads workers over the subnets',
  exactlyOnce: 'remove it: AWS does not say which transactional ids a role would need',
};

/** What only MSK Connect is told. */
const servedOnly: Partial<Record<Field, string>> = {
  pluginObjects: 'say image, one that has the plugins, or build',
  capacityUnits: 'say memory and cpu',
  securityGroups: "remove it: a NetworkPolicy of the namespace's decides what workers reach",
};

export const connectClusterWords: Rule = {
  code: 'KFK-C046',
  severity: 'error',
  title: 'Of a Connect cluster nothing is said that what runs it does not know',
  source:
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-connectors.html; https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaConnect-reference',
  *check({ connectClusters, clusters }) {
    for (const connectCluster of connectClusters.values()) {
      const unknown = connectCluster.service === undefined ? servedOnly : ownWorkersOnly;
      const backend = clusters.get(connectCluster.cluster)?.backend;
      for (const field of connectCluster.said)
        if (unknown[field as Field] !== undefined && backend !== undefined)
          yield at(connectCluster, field)
            .problem(`what runs connectors beside a cluster on ${backend} knows no ${field}`)
            .fix(unknown[field as Field] ?? 'remove it');
    }
  },
};
