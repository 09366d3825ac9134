import type { Draft } from '../../../model/draft';
import { clustersOn } from '../../../model/draft';
import { groupBy } from '../../../model/group-by';
import { useInstead } from '../../../model/near-miss';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import {
  captureWindow,
  defaultConsumerGroup,
  entityNames,
  isEntityName,
  isWithin,
  missingArchiveParts,
} from '../../../render/event-hubs/hubs';
import { consumerGroupId } from './addresses';
import { eventHubsSettings } from './cluster';
import { type CaptureInput, windowOf } from './hub';

const capture = 'https://learn.microsoft.com/azure/event-hubs/event-hubs-capture-overview';

/** What is said of hubs beside what is Kafka's. */
function* hubsSaid(draft: Draft) {
  for (const cluster of clustersOn(draft, 'event-hubs'))
    for (const [name, hub] of Object.entries(eventHubsSettings(cluster).hubs ?? {})) yield { cluster, name, hub };
}

function* captured(draft: Draft) {
  for (const { hub, ...of } of hubsSaid(draft)) if (hub.capture) yield { ...of, capture: hub.capture };
}

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

const account =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Storage\/storageAccounts\/[a-z0-9]{3,24}$/;
const identityForm =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.ManagedIdentity\/userAssignedIdentities\/[^/]+$/;
const container = /^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

/** What Capture needs, and how to mend what it does not take. */
const captureForms: readonly {
  readonly field: keyof CaptureInput;
  readonly wrong: (said: CaptureInput) => string | undefined;
  readonly fix: string;
}[] = [
  {
    field: 'storageAccount',
    wrong: ({ storageAccount }) =>
      account.test(storageAccount) ? undefined : `'${storageAccount}' is not the id of a storage account`,
    fix: 'give its id: /subscriptions/ID/resourceGroups/GROUP/providers/Microsoft.Storage/storageAccounts/ACCOUNT, letters as they are here',
  },
  {
    field: 'identity',
    wrong: ({ identity }) =>
      identity === undefined || identityForm.test(identity)
        ? undefined
        : `'${identity}' is not the id of a user-assigned identity`,
    fix: 'give its id: /subscriptions/ID/resourceGroups/GROUP/providers/Microsoft.ManagedIdentity/userAssignedIdentities/IDENTITY, letters as they are here',
  },
  {
    field: 'container',
    wrong: (said) =>
      container.test(said.container) ? undefined : `'${said.container}' cannot be the name of a blob container`,
    fix: 'use 3 to 63 lower-case letters, digits and single dashes, a letter or a digit first and last',
  },
  {
    field: 'every',
    wrong: (said) =>
      isWithin(captureWindow.seconds, windowOf(said).seconds)
        ? undefined
        : `a file is written for 60 to 900 seconds, and '${said.every}' is given`,
    fix: captureWindow.seconds.inWords,
  },
  {
    field: 'size',
    wrong: (said) =>
      isWithin(captureWindow.bytes, windowOf(said).bytes)
        ? undefined
        : `a file holds 10485760 to 524288000 bytes, and '${said.size}' is given`,
    fix: captureWindow.bytes.inWords,
  },
  {
    field: 'nameFormat',
    wrong: ({ nameFormat }) => {
      const missing = nameFormat === undefined ? [] : missingArchiveParts(nameFormat);
      return missing.length === 0
        ? undefined
        : `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not in '${nameFormat}'`;
    },
    fix: 'put in each of {Namespace}, {EventHub}, {PartitionId}, {Year}, {Month}, {Day}, {Hour}, {Minute} and {Second}',
  },
];

export const captureFits: Rule = {
  code: 'KFK-K241',
  severity: 'error',
  title: 'Capture is told of an account, a container, a window and names that it takes',
  source: `${capture}; its windows: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/eventhub, read 2026-11-21`,
  *check(draft) {
    for (const { cluster, name, capture: said } of captured(draft))
      for (const { field, wrong, fix } of captureForms) {
        const problem = wrong(said);
        if (problem) yield at(cluster, 'hubs', name, 'capture', field).problem(problem).fix(fix);
      }
  },
};

export const captureOfCompacted: Rule = {
  code: 'KFK-K242',
  severity: 'error',
  title: 'A compacted event hub is not captured',
  source:
    'https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/eventhub/eventhub_resource.go: an update of Capture leaves the policy out, and https://github.com/Azure/azure-cli/issues/26865: «CleanupPolicy changes are not allowed in update»',
  *check(draft) {
    for (const { cluster, name } of captured(draft)) {
      const topic = draft.topics.get(name);
      if (topic?.cluster === cluster.name && topic.cleanup !== 'delete')
        yield at(cluster, 'hubs', name, 'capture')
          .problem(`'${name}' is compacted: no later change of its capture could be applied`)
          .fix(
            "remove capture, and let a sink connector copy what the archive needs; or a topic with cleanup: 'delete' beside it",
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

export const captureRules: readonly Rule[] = [hubIsTopic, captureFits, captureOfCompacted, consumerGroupNames];
