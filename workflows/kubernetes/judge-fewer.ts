import type { JudgedChange } from '../judgement';
import { valueAt } from '../value';
import { addressOf, groupKindOf, type LiveObject } from './object';

/** A number that keeps records safe, and what it means when it falls. */
interface Amount {
  readonly path: readonly string[];
  readonly falls: string;
  readonly means: string;
  readonly fix: string;
}

const least = 'min.insync.replicas';
const acknowledged = {
  falls: `${least} falls`,
  means: 'a record that its producer was told is stored may be on so many brokers only',
  fix: `nothing, if fewer will do; for as safe as before describe what it was`,
};

/** Of nodes nothing is lost: Strimzi takes none away that still has replicas, and waits. */
const amounts: Readonly<Record<string, readonly Amount[]>> = {
  'KafkaNodePool.kafka.strimzi.io': [
    {
      path: ['replicas'],
      falls: 'nodes fall',
      means: 'a broker that still has replicas is not taken away, and Strimzi waits until it has none',
      fix: 'read the steps: kafka-kit explain with the name of the cluster',
    },
  ],
  'KafkaTopic.kafka.strimzi.io': [
    {
      path: ['replicas'],
      falls: 'replicas fall',
      means: 'fewer brokers may fail before its records are lost',
      fix: 'nothing, if fewer will do: Cruise Control takes them away; for as safe as before describe what it was',
    },
    { path: ['config', least], ...acknowledged },
  ],
  'Kafka.kafka.strimzi.io': [{ path: ['kafka', 'config', least], ...acknowledged }],
};

/** Fewer nodes, fewer copies of a record, or fewer that there must be: nobody is asked for a key, and everybody should know. */
export const judgeFewer = (before: LiveObject, after: LiveObject): JudgedChange[] =>
  (amounts[groupKindOf(after)] ?? []).flatMap(({ path, falls, means, fix }): JudgedChange[] => {
    const [had, has] = [before, after].map(({ spec }) => Number(valueAt(spec, ...path) ?? Number.NaN)) as [
      number,
      number,
    ];
    return has < had
      ? [
          {
            address: addressOf(after),
            verdict: 'review',
            code: 'KFK-D013',
            problem: `${falls} from ${had} to ${has}: ${means}`,
            fix,
          },
        ]
      : [];
  });
