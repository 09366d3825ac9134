import { kafkaNameForm } from '../names';
import { useInstead } from '../near-miss';
import { at } from '../problem';
import { mirroredTopic } from '../replication';
import { betweenTwo } from '../replication-ends';
import type { Rule } from '../rule';

const georeplication = 'https://kafka.apache.org/documentation/#georeplication';

export const copiesSomething: Rule = {
  code: 'KFK-R005',
  severity: 'error',
  title: 'A replication copies topics of its source',
  source: `${georeplication}: topics are chosen by pattern, and one that matches nothing is no error`,
  *check({ replications, topics, clusters, broken }) {
    for (const replication of replications.values()) {
      if (!betweenTwo(replication, clusters) || broken.has('topics')) continue;
      const here = [...topics.values()].filter((topic) => topic.cluster === replication.from && !topic.removed);
      const names = new Set(here.map(({ name }) => name));
      for (const name of replication.topics)
        if (!names.has(name) && !broken.has('topics', name))
          yield at(replication, 'topics')
            .problem(`no topic '${name}' is on '${replication.from}'`)
            .fix(useInstead(name, names));
      if (replication.topics.length === 0)
        yield at(replication, 'topics')
          .problem(
            `it copies nothing: ${names.size === 0 ? `'${replication.from}' has no topic` : 'the list is empty'}`,
          )
          .fix(names.size === 0 ? 'remove it, or describe topics there' : 'name topics, or leave the list out');
    }
  },
};

/** What MirrorMaker takes for its own or Kafka's, whatever it is told to copy. ReplicationPolicy.isInternalTopic in 4.3. */
const internal = /^(__|\.)|^mm2.*\.internal$|\.checkpoints\.internal$/;

export const topicsAreCopied: Rule = {
  code: 'KFK-R006',
  severity: 'error',
  title: 'MirrorMaker copies each topic that it is told to',
  source:
    'https://github.com/apache/kafka/blob/4.3/connect/mirror-client/src/main/java/org/apache/kafka/connect/mirror/ReplicationPolicy.java: internal topics and those that seem to come from the target are left out silently',
  *check({ replications }) {
    for (const replication of replications.values())
      for (const name of replication.topics) {
        const copy = mirroredTopic(replication, name);
        if (internal.test(name))
          yield at(replication, 'topics')
            .problem(`MirrorMaker takes '${name}' for a topic of its own and never copies it`)
            .fix('rename the topic, or leave it out');
        else if (replication.names === 'prefixed' && name.split('.').slice(0, -1).includes(replication.to))
          yield at(replication, 'topics')
            .problem(`'${name}' seems to come from '${replication.to}', and would not be sent back there`)
            .fix(`rename the cluster '${replication.to}' or the topic`);
        else if (copy.length > 249)
          yield at(replication, 'topics')
            .problem(`'${copy.slice(0, 40)}…' has ${copy.length} characters where Kafka allows 249`)
            .fix('shorten the name of the cluster or of the topic');
      }
  },
};

export const groupsCanGoOn: Rule = {
  code: 'KFK-R007',
  severity: 'error',
  title: 'The groups of a replication consume what it copies, and can go on at the target',
  source: `${georeplication}; https://kafka.apache.org/documentation/streams/architecture#streams_architecture_state: state is in topics of its own`,
  *check({ replications, flows, applications, broken }) {
    if (broken.has('flows')) return;
    for (const replication of replications.values()) {
      const copied = new Set(replication.topics);
      const consuming = flows.filter((flow) => flow.direction === 'consume' && copied.has(flow.topic));
      const known = new Map(
        consuming.map((flow) => [flow.direction === 'consume' ? flow.group : '', flow.application]),
      );
      for (const group of replication.groups) {
        const application = known.get(group);
        if (application === undefined)
          yield at(replication, 'groups')
            .problem(`no group '${group}' consumes a topic that it copies`)
            .fix(useInstead(group, known.keys()));
        else if (applications.get(application)?.streams)
          yield at(replication, 'groups')
            .problem(
              `'${group}' is a Kafka Streams application: its state is not copied, and its offsets without it give wrong results`,
            )
            .fix('leave it out: at the target it starts from the beginning of its topics');
      }
    }
  },
};

export const mirroredNames: Rule = {
  code: 'KFK-R011',
  severity: 'error',
  title: "A replication's topics and groups are names, not patterns",
  source: 'https://kafka.apache.org/documentation/#mirrormakerconfigs: each grant is for one name',
  *check({ replications }) {
    for (const replication of replications.values())
      for (const field of ['topics', 'groups'] as const)
        for (const name of replication[field])
          if (!kafkaNameForm.test(name))
            yield at(replication, field)
              .problem(`'${name}' is no name`)
              .fix("use letters, digits, '.', '_' and '-'; patterns are not understood");
  },
};

/** What a replication copies. */
export const replicationContentRules: readonly Rule[] = [
  copiesSomething,
  topicsAreCopied,
  groupsCanGoOn,
  mirroredNames,
];
