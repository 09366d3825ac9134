import { azureForms } from '../../../model/azure-forms';
import { didYouMean } from '../../../model/near-miss';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { isNamespaceName, namespaceNames } from '../../../render/event-hubs/allowed';
import { nationalEnding, publicRegions, regionsRead } from '../../../render/event-hubs/regions';
import { type EventHubsClusterInput, eventHubsSettings } from './cluster';
import { writtenForms } from './forms';
import { madeNamespaces, namespaces } from './namespaces';

export const namespaceName: Rule = {
  code: 'KFK-K203',
  severity: 'error',
  title: 'A namespace has a name that can be a host',
  source: 'https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsofteventhub',
  *check(draft) {
    for (const cluster of namespaces(draft)) {
      const { namespace } = eventHubsSettings(cluster);
      if (!isNamespaceName(namespace))
        yield at(cluster, 'namespace').problem(`'${namespace}' cannot be the name of a namespace`).fix(namespaceNames);
    }
  },
};

export const vaultNamed: Rule = {
  code: 'KFK-K214',
  severity: 'error',
  title: 'A Key Vault that keeps connections has a name',
  source: "users' pain: a store that is named, and nothing in it",
  *check(draft) {
    const { store, vault } = draft.environment.secrets;
    if (store === 'key-vault' && !vault && namespaces(draft).length > 0)
      yield at(draft.environment, 'secrets', 'vault')
        .problem("the store is 'key-vault', and no Key Vault is named: no connection would be delivered")
        .fix('name it: secrets: { vault }');
  },
};

export const connectionsDelivered: Rule = {
  code: 'KFK-K215',
  severity: 'warning',
  title: "Applications of a namespace find their identity's client id in a Key Vault",
  source: 'https://learn.microsoft.com/azure/key-vault/general/rbac-guide: a secret with its own readers',
  *check(draft) {
    const { store, vault } = draft.environment.secrets;
    if (store === 'key-vault' || vault) return; // Said, or KFK-K214 tells.
    for (const cluster of namespaces(draft))
      yield at(cluster)
        .problem('no Key Vault is named, so the address and client id of each application are delivered nowhere')
        .fix("say secrets: { store: 'key-vault', vault } of the environment, or deliver both yourself");
  },
};

export const knownForms: Rule = {
  code: 'KFK-K216',
  severity: 'error',
  title: 'What a namespace names of Azure has the form that Azure gave it',
  source: 'https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules',
  *check(draft) {
    for (const cluster of namespaces(draft))
      for (const { field, given, form, fix } of writtenForms(eventHubsSettings(cluster)))
        if (!form.test(given))
          yield at(cluster, ...field)
            .problem(`'${given}' is not what Azure calls one`)
            .fix(fix);
    const { vault } = draft.environment.secrets;
    if (vault && namespaces(draft).length > 0 && !azureForms.vault.form.test(vault))
      yield at(draft.environment, 'secrets', 'vault')
        .problem(`'${vault}' cannot be the name of a Key Vault`)
        .fix(azureForms.vault.fix);
  },
};

/** What only the stack of a namespace that the kit makes is made of. */
const ofTheStack = [
  'autoInflate',
  'subnet',
  'privateDnsZone',
  'network',
  'publicAccess',
  'encryption',
  'logs',
  'archive',
  'audit',
  'geoReplication',
  'deleteLock',
] as const satisfies readonly (keyof EventHubsClusterInput)[];

export const existingStaysAsItIs: Rule = {
  code: 'KFK-K220',
  severity: 'error',
  title: 'Of a namespace that exists nothing is said that nobody would do',
  source: "users' pain: a setting that is described and never applied",
  *check(draft) {
    for (const cluster of namespaces(draft)) {
      const settings = eventHubsSettings(cluster);
      if (!settings.existing) continue;
      const made = typeof settings.dedicatedCluster === 'object' ? ['dedicatedCluster'] : [];
      for (const field of [...ofTheStack.filter((name) => settings[name]), ...made])
        yield at(cluster, field)
          .problem('the namespace exists already, so its hubs and its access are managed and nothing else')
          .fix('remove it, or remove existing: true and let the namespace be made');
    }
  },
};

export const publicCloud: Rule = {
  code: 'KFK-K221',
  severity: 'error',
  title: "A namespace is in Azure's public cloud",
  source:
    "https://learn.microsoft.com/azure/event-hubs/event-hubs-faq: hosts of nations' clouds end in names of their own",
  *check(draft) {
    for (const cluster of namespaces(draft)) {
      const { location } = eventHubsSettings(cluster);
      const ending = nationalEnding(location);
      if (ending)
        yield at(cluster, 'location')
          .problem(`hosts in '${location}' end in ${ending}, and clients would be told .servicebus.windows.net`)
          .fix("use a region of the public cloud, such as 'westeurope'");
    }
  },
};

export const knownRegion: Rule = {
  code: 'KFK-K222',
  severity: 'error',
  title: 'A region is one that had Event Hubs when the list was read',
  source: `https://learn.microsoft.com/azure/reliability/regions-list, read ${regionsRead}`,
  waivable: true,
  *check(draft) {
    for (const cluster of madeNamespaces(draft)) {
      const { location, geoReplication } = eventHubsSettings(cluster);
      const places = [
        { field: ['location'], region: location },
        ...(geoReplication ? [{ field: ['geoReplication', 'location'], region: geoReplication.location }] : []),
      ];
      for (const { field, region } of places)
        if (!publicRegions.has(region) && !nationalEnding(region) && azureForms.region.form.test(region))
          yield at(cluster, ...field)
            .problem(`no region was called '${region}' on ${regionsRead}`)
            .fix(
              `${didYouMean(region, publicRegions) ?? 'use a name of `az account list-locations`'}; of a newer region waive this`,
            );
    }
  },
};

export const productionNamesSubscription: Rule = {
  code: 'KFK-K270',
  severity: 'warning',
  profile: 'production',
  title: 'In production it is written down which subscription a namespace is made in',
  source: "users' pain: ARM_SUBSCRIPTION_ID of the environment before, and production is made there",
  *check(draft) {
    for (const cluster of namespaces(draft))
      if (!eventHubsSettings(cluster).subscription)
        yield at(cluster, 'subscription')
          .problem('the subscription is whichever the shell of whoever deploys is set to')
          .fix('give its id (`az account show --query id`), so that every stack is refused another one');
  },
};

export const namespaceRules: readonly Rule[] = [
  namespaceName,
  vaultNamed,
  connectionsDelivered,
  knownForms,
  existingStaysAsItIs,
  publicCloud,
  knownRegion,
  productionNamesSubscription,
];
