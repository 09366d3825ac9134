import { own } from '../../../model/by-name';
import { daysIn, millisecondsOfDay } from '../../../model/days';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import type { Topic } from '../../../model/topic';
import { formatDuration } from '../../../model/units';
import { hubs, hubsSaid } from './namespaces';

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

const inDays =
  'https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/eventhub/eventhub_resource.go: an update sends message_retention in days, and no retention_description unless that has changed; read 2026-11-21';

export const growsInWholeDays: Rule = {
  code: 'KFK-K292',
  severity: 'error',
  title: 'An event hub whose partitions grow keeps records for whole days, or changes that with them',
  source: inDays,
  *check(draft) {
    for (const topic of hubs(draft)) {
      const had = own(draft.inventory.topics, topic.name);
      if (had?.cluster !== topic.cluster || topic.removed || inWholeDays(topic)) continue;
      if (topic.partitions > had.partitions && (had.retention ?? topic.retention) === topic.retention)
        yield at(topic, 'partitions')
          .problem(
            `with ${topic.partitions} instead of ${had.partitions} azurerm sends its retention in days, and ${formatDuration(topic.retention)} are none: Azure may delete what is older`,
          )
          .fix(`keep records for whole days from the same deploy on, as retention: '${wholeDays(topic)}'`);
    }
  },
};

export const capturedInWholeDays: Rule = {
  code: 'KFK-K293',
  severity: 'warning',
  title: 'An event hub that is captured keeps records for whole days',
  source: inDays,
  *check(draft) {
    for (const { cluster, name, hub } of hubsSaid(draft)) {
      const topic = draft.topics.get(name);
      if (hub.capture && topic?.cluster === cluster.name && !topic.removed && !inWholeDays(topic))
        yield at(topic, 'retention')
          .problem(
            `a later change of its capture sends its retention in days, and ${formatDuration(topic.retention)} are none: Azure may delete what is older`,
          )
          .fix(`use retention: '${wholeDays(topic)}'`);
    }
  },
};

const inWholeDays = ({ cleanup, retention }: Topic): boolean =>
  cleanup !== 'delete' || retention < 0 || retention % millisecondsOfDay === 0;
const wholeDays = ({ retention }: Topic): string => `${Math.ceil(daysIn(retention))}d`;

export const hubChangeRules: readonly Rule[] = [
  policyStays,
  partitionsStay,
  compactedGrowsNot,
  growsInWholeDays,
  capturedInWholeDays,
];
