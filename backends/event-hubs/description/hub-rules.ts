import { own } from '../../../model/by-name';
import type { Draft } from '../../../model/draft';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import type { Topic } from '../../../model/topic';
import { topicConfigs } from '../../../model/topic-config';
import { formatSize } from '../../../model/units';
import { hubNames, isHubName } from '../../../render/event-hubs/allowed';
import { limits } from './limits';

const provider =
  'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/eventhub: retention_description';
const configurations =
  'https://learn.microsoft.com/azure/event-hubs/apache-kafka-configurations: topic-level configurations are limited';

/** The one topic configuration that an event hub has, when it is compacted. */
export const tombstones = 'delete.retention.ms';

const hubs = ({ topics, clusters }: Draft): Topic[] =>
  [...topics.values()].filter((topic) => clusters.get(topic.cluster)?.backend === 'event-hubs');

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

export const policyStays: Rule = {
  code: 'KFK-K210',
  severity: 'error',
  title: 'An event hub keeps the cleanup policy that it was made with',
  source: 'https://github.com/Azure/azure-cli/issues/26865: «CleanupPolicy changes are not allowed in update»',
  *check(draft) {
    for (const topic of hubs(draft)) {
      const had = own(draft.inventory.topics, topic.name);
      if (
        had &&
        had.cluster === topic.cluster &&
        had.cleanup !== topic.cleanup &&
        topic.role === 'records' &&
        !topic.removed
      )
        yield at(topic, 'cleanup')
          .problem(`it was made with '${had.cleanup}', and another policy makes a new, empty event hub`)
          .fix(
            `use cleanup: '${had.cleanup}', or go by stages: a new topic beside it, its records copied, writers and then readers over to it, this one removed`,
          );
    }
  },
};

export const partitionsStay: Rule = {
  code: 'KFK-K211',
  severity: 'error',
  title: 'An event hub of a standard namespace keeps its partitions',
  source: 'https://learn.microsoft.com/azure/event-hubs/dynamically-add-partitions: premium and dedicated only',
  *check(draft) {
    for (const topic of hubs(draft)) {
      const had = own(draft.inventory.topics, topic.name)?.partitions;
      const { tier } = draft.clusters.get(topic.cluster) ?? {};
      if (tier === 'standard' && had !== undefined && topic.partitions > had && !topic.removed)
        yield at(topic, 'partitions')
          .problem(`it was made with ${had} partitions, and standard adds none; ${topic.partitions} are given`)
          .fix(`use ${had}, a new topic, or tier: 'premium' (a new namespace)`);
    }
  },
};

export const compactedGrowsNot: Rule = {
  code: 'KFK-K243',
  severity: 'error',
  title: 'A compacted event hub keeps its partitions',
  source:
    'https://github.com/Azure/azure-event-hubs-for-kafka/issues/167: with other partitions its policy falls back to delete; azurerm leaves the policy out of such an update',
  *check(draft) {
    for (const topic of hubs(draft)) {
      const had = own(draft.inventory.topics, topic.name);
      if (
        topic.cleanup !== 'delete' &&
        had?.cleanup === topic.cleanup &&
        had.cluster === topic.cluster &&
        topic.partitions > had.partitions &&
        !topic.removed
      )
        yield at(topic, 'partitions')
          .problem(
            `it was made with ${had.partitions} partitions; with ${topic.partitions} its keys would move, and Event Hubs would delete what it compacts now`,
          )
          .fix(`use ${had.partitions}, or a new topic with as many as it will ever need, and copy the records`);
    }
  },
};

export const wholeHours: Rule = {
  code: 'KFK-K212',
  severity: 'error',
  title: 'An event hub keeps records, and tombstones, for whole hours',
  source: provider,
  *check(draft) {
    for (const topic of hubs(draft)) {
      const hours = topic.retention / 3_600_000;
      const place = topic.role === 'dead-letter' ? at(topic, 'deadLetter', 'retention') : at(topic, 'retention');
      if (topic.cleanup !== 'compact' && topic.retention >= 0 && (hours < 1 || !Number.isInteger(hours)))
        yield place
          .problem(`${hours} hours are given where whole hours are needed`)
          .fix("write whole hours, such as '1h' or '7d'");
      const kept = Number(topic.config[tombstones] ?? 86_400_000) / 3_600_000;
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

export const hubRules: readonly Rule[] = [
  hubName,
  ignoredConfig,
  ownReplication,
  onePolicy,
  policyStays,
  partitionsStay,
  compactedGrowsNot,
  wholeHours,
  sizeIsFixed,
];
