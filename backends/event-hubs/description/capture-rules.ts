import { azureForms } from '../../../model/azure-forms';
import type { Draft } from '../../../model/draft';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { archiveNameParts, captureWindow, isWithin, missingArchiveParts } from '../../../render/event-hubs/hubs';
import { type CaptureInput, windowOf } from './hub';
import { hubsSaid } from './namespaces';

const capture = 'https://learn.microsoft.com/azure/event-hubs/event-hubs-capture-overview';

function* captured(draft: Draft) {
  for (const { hub, ...of } of hubsSaid(draft)) if (hub.capture) yield { ...of, capture: hub.capture };
}

const { container } = azureForms;
const { seconds, bytes } = captureWindow;

/** What Capture needs, and how to mend what it does not take. */
const captureForms: readonly {
  readonly field: keyof CaptureInput;
  readonly wrong: (said: CaptureInput) => string | undefined;
  readonly fix: string;
}[] = [
  {
    field: 'container',
    wrong: (said) =>
      container.form.test(said.container) ? undefined : `'${said.container}' cannot be the name of a blob container`,
    fix: container.fix,
  },
  {
    field: 'every',
    wrong: (said) =>
      isWithin(seconds, windowOf(said).seconds)
        ? undefined
        : `a file is written for ${seconds.min} to ${seconds.max} seconds, and '${said.every}' is given`,
    fix: seconds.inWords,
  },
  {
    field: 'size',
    wrong: (said) =>
      isWithin(bytes, windowOf(said).bytes)
        ? undefined
        : `a file holds ${bytes.min} to ${bytes.max} bytes, and '${said.size}' is given`,
    fix: bytes.inWords,
  },
  {
    field: 'nameFormat',
    wrong: ({ nameFormat }) => {
      const missing = nameFormat === undefined ? [] : missingArchiveParts(nameFormat);
      return missing.length === 0
        ? undefined
        : `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not in '${nameFormat}'`;
    },
    fix: `put in each of ${archiveNameParts.join(', ')}`,
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

export const writerIsAttached: Rule = {
  code: 'KFK-K273',
  severity: 'warning',
  title: 'Whoever writes what hubs capture is an identity of the namespace',
  source: 'https://learn.microsoft.com/azure/event-hubs/event-hubs-capture-managed-identity',
  *check(draft) {
    const seen = new Set<string>();
    for (const { cluster, name, capture: said } of captured(draft)) {
      const key = `${cluster.name} ${said.identity?.toLowerCase()}`;
      if (cluster.life !== 'existing' || said.identity === undefined || seen.has(key)) continue;
      seen.add(key);
      yield at(cluster, 'hubs', name, 'capture', 'identity')
        .problem(
          'the namespace exists already, so nobody here gives it this identity, and without it nothing is captured',
        )
        .fix('az eventhubs namespace identity assign, by whoever has the namespace, and waive this with who that is');
    }
  },
};

export const captureRules: readonly Rule[] = [captureFits, captureOfCompacted, writerIsAttached];
