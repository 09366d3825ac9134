import { own } from '../by-name';
import type { InventoryTopic } from '../inventory';
import { kitCommand } from '../kit-command';
import { losesRecords, type RecordLoss, type Settings } from '../loses-records';
import { at } from '../problem';
import type { Rule } from '../rule';
import type { Topic } from '../topic';

export const nothingForgotten: Rule = {
  code: 'KFK-I001',
  severity: 'error',
  title: 'A topic that exists does not leave the description without a word',
  source: "users' pain: fear of topic deletion (Strimzi #2775, #11901; JulieOps #580)",
  *check({ environment, platform, inventory, topics, broken, today }) {
    // Dead letters come from flows.
    const unknown = (name: string) => broken.has('topics', name) || (broken.has('flows') && name.endsWith('.dlq'));
    for (const [name, { removed }] of Object.entries(inventory.topics))
      if (!topics.has(name) && !removed && !unknown(name))
        yield at(platform, 'topics', name)
          .problem(
            name.endsWith('.dlq')
              ? `'${environment.name}' has this dead-letter topic with its records, and no consumer has it any more`
              : `'${environment.name}' has this topic with its records, and the description no longer says it`,
          )
          .fix(
            `add topics['${name}'] with its owner and removed: { reason: '…', until: '${today}' or later, data: 'keep' }, or data: 'destroy'`,
          );
  },
};

export const destructionApproved: Rule = {
  code: 'KFK-I002',
  severity: 'error',
  title: 'Records are destroyed only where the environment is disposable or an approval says so',
  source: "users' pain: delete protection that is one switch (Strimzi #2775, terraform-provider-aws #44209)",
  *check({ environment, inventory, topics, clusters, broken }) {
    if (environment.disposable || broken.has('approvals')) return;
    for (const topic of topics.values()) {
      if (topic.removed?.data !== 'destroy' || topic.role !== 'records' || !own(inventory.topics, topic.name)) continue;
      const needed = clusters.get(topic.cluster)?.addresses.topic(topic.name);
      if (needed && !environment.approvals.some(({ code, address }) => code === 'KFK-D001' && address === needed))
        yield at(topic, 'removed', 'data')
          .problem(
            `'${environment.name}' is not disposable, and no approval lets the records of '${topic.name}' be destroyed`,
          )
          .fix(`use data: 'keep', or add to the environment an approval of KFK-D001 for '${needed}'`);
    }
  },
};

export const partitionsOnlyGrow: Rule = {
  code: 'KFK-I003',
  severity: 'error',
  title: 'A topic never loses partitions',
  source:
    "https://kafka.apache.org/documentation/#basic_ops_modify_topic: partitions cannot be reduced; users' pain (kafka-gitops #34)",
  *check({ inventory, topics }) {
    for (const topic of topics.values()) {
      const had = own(inventory.topics, topic.name)?.partitions;
      if (had !== undefined && topic.partitions < had && topic.role === 'records' && !topic.removed)
        yield at(topic, 'partitions')
          .problem(`it has ${had} partitions, and Kafka cannot take any away; ${topic.partitions} are given`)
          .fix(`use ${had} or more, or a new topic`);
    }
  },
};

export const keysMove: Rule = {
  code: 'KFK-I004',
  severity: 'warning',
  title: 'New partitions move keys',
  source: 'https://kafka.apache.org/documentation/#basic_ops_modify_topic: data is not redistributed',
  *check({ inventory, topics }) {
    for (const topic of topics.values()) {
      const had = own(inventory.topics, topic.name)?.partitions;
      if (had !== undefined && topic.partitions > had && topic.cleanup !== 'delete' && !topic.removed)
        yield at(topic, 'partitions')
          .problem(
            `with ${topic.partitions} partitions instead of ${had}, new records of a key land elsewhere than its old ones: compaction and order by key break`,
          )
          .fix('copy it to a new topic, or be sure that nobody relies on keys');
    }
  },
};

export const streamsStop: Rule = {
  code: 'KFK-T019',
  severity: 'warning',
  title: 'New partitions of an input stop a Kafka Streams application',
  source: 'https://kafka.apache.org/documentation/streams/developer-guide/app-reset-tool: internal topics have as many',
  *check({ inventory, topics, applications, flows }) {
    for (const { topic: name, application, direction } of flows) {
      const topic = topics.get(name);
      const had = own(inventory.topics, name)?.partitions;
      const id = applications.get(application)?.streams?.applicationId;
      if (topic && direction === 'consume' && id && had !== undefined && topic.partitions > had && !topic.removed)
        yield at(topic, 'partitions')
          .problem(
            `'${application}' has internal topics of ${had} partitions for it, and fails when it starts with ${topic.partitions}`,
          )
          .fix(`stop it before, reset it (kafka-streams-application-reset.sh --application-id ${id}), and start it`);
    }
  },
};

export const clusterStays: Rule = {
  code: 'KFK-I005',
  severity: 'error',
  title: 'A topic stays on its cluster',
  source: 'https://kafka.apache.org/documentation/#georeplication: only replication moves records between clusters',
  *check({ inventory, topics }) {
    for (const topic of topics.values()) {
      const known = own(inventory.topics, topic.name);
      if (known && known.cluster !== topic.cluster && topic.role === 'records' && !topic.removed)
        yield at(topic, 'cluster')
          .problem(`its records are on '${known.cluster}', and it would start empty on '${topic.cluster}'`)
          .fix('put it back, or replicate it under another name');
    }
  },
};

export const inventoryComplete: Rule = {
  code: 'KFK-I006',
  severity: 'warning',
  title: 'An environment that somebody else applies has everything that is described in its committed inventory',
  source: "users' pain: fear of topic deletion (Strimzi #2775): a pipeline commits nothing, so its author records it",
  *check({ environment, clusters, inventory, topics, applications, files }) {
    const { disposable } = environment;
    // No controller deletes a user: one that nobody recorded keeps its access, also where records do not matter.
    const keepsUsers = environment.delivery === 'gitops';
    const isHere = environment.state.backend === 'local';
    const byTerraform = (cluster: string) => clusters.get(cluster)?.appliedBy === 'terraform';
    // It looks at what was written before, and synth does not; it needs the state of every stack.
    const byDeploy = keepsUsers && (isHere || ![...clusters.keys()].some(byTerraform));
    const missing = [
      ...[...topics.values()].filter(({ name, removed }) => !disposable && !removed && !own(inventory.topics, name)),
      ...[...applications.values()].filter(
        ({ name }) => (keepsUsers || !disposable) && !own(inventory.applications, name),
      ),
      ...[...clusters.values()]
        .filter(({ name, record }) => !disposable && record && !own(inventory.clusters, name))
        .map(({ name }) => ({ name, cluster: name })),
    ].filter(({ cluster }) => clusters.has(cluster) && !(isHere && byTerraform(cluster)));
    if (missing.length > 0)
      yield at(environment, 'name')
        .problem(
          `its inventory lacks ${missing.length} of what is described, so once that is applied nobody would be warned when it leaves${keepsUsers ? ', and who leaves would keep access' : ''}: ${some(missing.map(({ name }) => name))}`,
        )
        .fix(
          `${kitCommand({ environment, files }, byDeploy ? 'deploy' : 'synth', ...(byDeploy ? [] : ['--record']))}, and commit ${files.inventory}`,
        );
  },
};

export const recordsStay: Rule = {
  code: 'KFK-I007',
  severity: 'error',
  title: 'A topic that stays keeps its records, or an approval says that they go',
  source: 'https://kafka.apache.org/documentation/#topicconfigs: brokers delete what a lower retention does not cover',
  *check({ environment, inventory, topics, clusters, broken }) {
    if (environment.disposable || broken.has('approvals')) return;
    for (const topic of topics.values()) {
      const known = own(inventory.topics, topic.name);
      if (!known || known.retention === undefined || topic.removed || known.cluster !== topic.cluster) continue;
      // Where another policy makes a topic anew whatever is approved, its own rule says so, and the rest is judged here.
      const anew = topic.role === 'records' && clusters.get(topic.cluster)?.policiesStay;
      const loss = losesRecords(boundsOf(known), boundsOf(anew ? { ...topic, cleanup: known.cleanup } : topic));
      const needed = clusters.get(topic.cluster)?.addresses.topic(topic.name);
      if (
        loss &&
        needed &&
        !environment.approvals.some(({ code, address }) => code === 'KFK-D006' && address === needed)
      )
        yield at(topic, ...fieldOf(topic, loss))
          .problem(`'${environment.name}' has it with records that brokers would delete: ${loss.how}`)
          .fix(`${loss.toKeep}, or add to the environment an approval of KFK-D006 for '${needed}'`);
    }
  },
};

/** As many names as a line holds. */
const some = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');

/** A dead-letter topic is described by its consumer. */
function fieldOf({ role }: Topic, { how }: RecordLoss): string[] {
  if (role === 'dead-letter') return ['deadLetter'];
  return [
    how.startsWith('cleanup.policy') ? 'cleanup' : how.startsWith('retention.ms') ? 'retention' : 'retentionSize',
  ];
}

/** `-1` is unlimited, as it is for brokers. */
const boundsOf = ({
  cleanup,
  retention = -1,
  retentionSize = -1,
}: Pick<Topic | InventoryTopic, 'cleanup' | 'retention' | 'retentionSize'>): Settings => ({
  'cleanup.policy': cleanup,
  'retention.ms': String(retention),
  'retention.bytes': String(retentionSize),
});

export const inventoryRules: readonly Rule[] = [
  nothingForgotten,
  destructionApproved,
  partitionsOnlyGrow,
  keysMove,
  streamsStop,
  clusterStays,
  inventoryComplete,
  recordsStay,
];
