import type { Application } from '../../../model/application';
import type { Draft } from '../../../model/draft';
import { groupBy } from '../../../model/group-by';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { namespaces } from './namespaces';

/** Applications whose clients know nothing but keys, and the topics that they use. */
function* holders(draft: Draft): Iterable<{ application: Application; topics: readonly string[] }> {
  const names = new Set(namespaces(draft).map(({ name }) => name));
  const flows = groupBy(draft.flows, ({ application }) => application);
  for (const application of draft.applications.values())
    if (names.has(application.cluster) && application.authentication === 'sas')
      yield { application, topics: [...new Set((flows.get(application.name) ?? []).map(({ topic }) => topic))] };
}

export const oneHubByKey: Rule = {
  code: 'KFK-K248',
  severity: 'error',
  title: 'An application with a key uses exactly one event hub',
  source:
    'https://learn.microsoft.com/azure/event-hubs/authorize-access-shared-access-signature: a key opens one hub, or the whole namespace',
  *check(draft) {
    if (draft.broken.has('flows')) return;
    for (const { application, topics } of holders(draft)) {
      const place = at(application, 'authentication');
      if (application.streams)
        yield place
          .problem('Kafka Streams makes topics of its own, and a key opens one event hub')
          .fix("use authentication: 'entra-id'");
      else if (topics.length !== 1)
        yield place
          .problem(
            topics.length === 0
              ? 'it uses no event hub that a key could open'
              : `a key opens one event hub, or the whole namespace, which nobody is given; it uses ${topics.length}: ${[...topics].sort().join(', ')}`,
          )
          .fix("use authentication: 'entra-id', or an application for each of them");
    }
  },
};

export const noKeyOfCompacted: Rule = {
  code: 'KFK-K249',
  severity: 'error',
  title: 'No key opens a compacted event hub',
  source:
    'https://github.com/hashicorp/terraform-provider-azurerm/issues/25563 and https://github.com/Azure/azure-cli/issues/26865: an authorization rule on a compacted hub fails',
  *check(draft) {
    for (const { application, topics } of holders(draft))
      for (const name of topics)
        if (draft.topics.get(name)?.cleanup !== 'delete' && draft.topics.has(name))
          yield at(application, 'authentication')
            .problem(`'${name}' is compacted, and Event Hubs refuses to add a key to it`)
            .fix("use authentication: 'entra-id'");
  },
};

export const keyNeedsVault: Rule = {
  code: 'KFK-K250',
  severity: 'error',
  title: 'The key of an application is written into a Key Vault',
  source: "users' pain: connection strings in states and pipelines' logs",
  *check(draft) {
    const { store, vault } = draft.environment.secrets;
    if (vault || store === 'key-vault') return; // Said, or KFK-K214 tells.
    for (const { application } of holders(draft))
      yield at(application, 'authentication')
        .problem('no Key Vault is named that could keep its key')
        .fix("say secrets: { store: 'key-vault', vault } of the environment");
  },
};

export const keyRules: readonly Rule[] = [oneHubByKey, noKeyOfCompacted, keyNeedsVault];
