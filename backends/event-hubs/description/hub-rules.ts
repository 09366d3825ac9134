import { hoursIn, millisecondsOfDay } from '../../../model/days';
import { groupBy } from '../../../model/group-by';
import { useInstead } from '../../../model/near-miss';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { topicConfigs } from '../../../model/topic-config';
import { formatSize } from '../../../model/units';
import { hubNames, isHubName } from '../../../render/event-hubs/allowed';
import { defaultConsumerGroup, entityNames, isEntityName } from '../../../render/event-hubs/hubs';
import { consumerGroupId } from './addresses';
import { limits } from './limits';
import { hubs, hubsSaid } from './namespaces';

const provider =
  'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/eventhub: retention_description';
const configurations =
  'https://learn.microsoft.com/azure/event-hubs/apache-kafka-configurations: topic-level configurations are limited';

/** The one topic configuration that an event hub has, when it is compacted. */
export const tombstones = 'delete.retention.ms';

export const hubName: Rule = {
  code: 'KFK-K206',
  severity: 'error',
  title: 'A topic has a name that can be an event hub, whatever its case',
  source: 'https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsofteventhub',
  *check(draft) {
    const seen = new Map<string, string>();
    for (const topic of hubs(draft)) {
      const folded = `${topic.cluster} ${topic.name.toLowerCase()}`;
      const other = seen.get(folded);
      if (other)
        yield at(topic)
          .problem(`Azure does not tell '${topic.name}' from '${other}': names of resources have no case`)
          .fix('rename one of them');
      else seen.set(folded, topic.name);
      if (!isHubName(topic.name))
        yield at(topic).problem(`'${topic.name}' cannot be the name of an event hub`).fix(hubNames);
    }
  },
};

export const ignoredConfig: Rule = {
  code: 'KFK-K207',
  severity: 'error',
  title: 'Nothing is said of a topic that Event Hubs would ignore',
  source: configurations,
  *check(draft) {
    for (const topic of hubs(draft)) {
      for (const key of Object.keys(topic.config))
        if (Object.hasOwn(topicConfigs, key) && !(key === tombstones && topic.cleanup === 'compact'))
          yield at(topic, 'config', key)
            .problem(`Event Hubs ignores '${key}'${key === tombstones ? ' where nothing is compacted' : ''}`)
            .fix("leave it out in this environment: say config without it in the environment's overrides");
      if (topic.retentionSize >= 0)
        yield at(topic, 'retentionSize')
          .problem(`Event Hubs bounds records by time, not by ${formatSize(topic.retentionSize)}`)
          .fix('use retention, or more partitions');
    }
  },
};

export const ownReplication: Rule = {
  code: 'KFK-K208',
  severity: 'error',
  title: 'Event Hubs decides how often a record is stored',
  source: 'https://learn.microsoft.com/azure/reliability/reliability-event-hubs',
  *check(draft) {
    const stored = 'nobody reads it: Event Hubs stores a record three times';
    for (const topic of hubs(draft)) {
      const { role, replicationFactor, minInsyncReplicas } = topic;
      if (role !== 'records') continue;
      if (replicationFactor !== 3)
        yield at(topic, 'replicationFactor')
          .problem(`${replicationFactor} is said and ${stored}`)
          .fix('leave it out, or say 3');
      // What is not said follows from the replication factor.
      else if (minInsyncReplicas !== 2)
        yield at(topic, 'minInsyncReplicas')
          .problem(`${minInsyncReplicas} is said and ${stored}`)
          .fix('leave it out, or say 2');
    }
  },
};

export const onePolicy: Rule = {
  code: 'KFK-K209',
  severity: 'error',
  title: 'An event hub deletes old records or compacts them, not both',
  source: provider,
  *check(draft) {
    for (const topic of hubs(draft))
      if (topic.cleanup === 'compact,delete')
        yield at(topic, 'cleanup')
          .problem("azurerm takes 'delete' or 'compact'")
          .fix("use cleanup: 'compact', and delete keys by tombstones; or 'delete' with a retention");
  },
};

export const wholeHours: Rule = {
  code: 'KFK-K212',
  severity: 'error',
  title: 'An event hub keeps records, and tombstones, for whole hours',
  source: provider,
  *check(draft) {
    for (const topic of hubs(draft)) {
      const hours = hoursIn(topic.retention);
      const place = topic.role === 'dead-letter' ? at(topic, 'deadLetter', 'retention') : at(topic, 'retention');
      if (topic.cleanup !== 'compact' && topic.retention >= 0 && (hours < 1 || !Number.isInteger(hours)))
        yield place
          .problem(`${hours} hours are given where whole hours are needed`)
          .fix("write whole hours, such as '1h' or '7d'");
      const kept = hoursIn(Number(topic.config[tombstones] ?? millisecondsOfDay));
      if (topic.cleanup === 'compact' && (kept < 1 || !Number.isInteger(kept)))
        yield at(topic, 'config', tombstones)
          .problem(`${kept} hours are given where whole hours are needed`)
          .fix('write a multiple of 3600000, an hour');
    }
  },
};

export const sizeIsFixed: Rule = {
  code: 'KFK-K213',
  severity: 'warning',
  title: 'A smaller record batch is refused by producers, not by Event Hubs',
  source: configurations,
  *check(draft) {
    const most = limits.find(({ measure }) => measure === 'record-batch-bytes')?.max ?? 0;
    for (const topic of hubs(draft))
      if (topic.role === 'records' && topic.maxMessageSize !== undefined && topic.maxMessageSize < most)
        yield at(topic, 'maxMessageSize')
          .problem(`Event Hubs takes up to ${most} bytes, whatever is said`)
          .fix(`set max.request.size of the producers to ${topic.maxMessageSize}`);
  },
};

export const hubIsTopic: Rule = {
  code: 'KFK-K240',
  severity: 'error',
  title: 'What is said of an event hub is said of a topic of its cluster',
  source: "users' pain: a misspelled name that silently does nothing",
  *check(draft) {
    const topics = groupBy(
      [...draft.topics.values()].filter(({ removed }) => !removed),
      (topic) => topic.cluster,
    );
    for (const { cluster, name } of hubsSaid(draft)) {
      const topic = draft.topics.get(name);
      if ((topic?.cluster !== cluster.name || topic.removed) && !draft.broken.has('topics', name))
        yield at(cluster, 'hubs', name)
          .problem(`'${cluster.name}' has no topic '${name}'`)
          .fix(
            useInstead(
              name,
              (topics.get(cluster.name) ?? []).map((known) => known.name),
            ),
          );
    }
  },
};

export const consumerGroupNames: Rule = {
  code: 'KFK-K244',
  severity: 'error',
  title: 'A consumer group of Event Hubs has a name of its own',
  source: 'https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsofteventhub',
  *check(draft) {
    const seen = new Set<string>();
    for (const { cluster, name, hub } of hubsSaid(draft))
      for (const [index, group] of (hub.consumerGroups ?? []).entries()) {
        const place = at(cluster, 'hubs', name, 'consumerGroups', index);
        const id = `${cluster.name} ${consumerGroupId(name, group)}`.toLowerCase();
        if (group.toLowerCase() === defaultConsumerGroup.toLowerCase())
          yield place.problem(`every event hub has '${defaultConsumerGroup}', and nobody makes it`).fix('remove it');
        else if (!isEntityName(group))
          yield place.problem(`'${group}' cannot be the name of a consumer group`).fix(entityNames);
        else if (seen.has(id))
          yield place
            .problem(`'${group}' is there already: Azure tells names by no case, and Terraform by no periods`)
            .fix('rename or remove it');
        seen.add(id);
      }
  },
};

export const hubRules: readonly Rule[] = [
  hubIsTopic,
  hubName,
  ignoredConfig,
  ownReplication,
  onePolicy,
  wholeHours,
  sizeIsFixed,
  consumerGroupNames,
];
