import type { Cluster } from '../../../model/cluster';
import { clustersOn, type Draft } from '../../../model/draft';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { areSold, isNamespaceName, namespaceNames, unitsSold } from '../../../render/event-hubs/allowed';
import { eventHubsSettings } from './cluster';
import { namedForms, vaultForm } from './forms';

const namespaces = (draft: Draft) => clustersOn(draft, 'event-hubs');

export const kafkaEndpoint: Rule = {
  code: 'KFK-K201',
  severity: 'error',
  title: 'A namespace has a Kafka endpoint',
  source: 'https://learn.microsoft.com/azure/event-hubs/compare-tiers: basic has none',
  *check(draft) {
    for (const cluster of namespaces(draft))
      if (cluster.tier === 'basic')
        yield at(cluster, 'tier').problem("'basic' has no Kafka endpoint").fix("use tier: 'standard' or 'premium'");
  },
};

export const unitsAreSold: Rule = {
  code: 'KFK-K202',
  severity: 'error',
  title: 'A namespace has as many units as its tier is sold in',
  source:
    'https://learn.microsoft.com/azure/event-hubs/event-hubs-scalability: 1 to 40 throughput units, or 1, 2, 4, 6, 8, 10, 12 or 16 processing units',
  *check(draft) {
    for (const cluster of namespaces(draft)) {
      const { tier, units } = eventHubsSettings(cluster);
      if (tier !== 'basic' && !areSold(tier, units))
        yield at(cluster, 'units').problem(`${tier} is not sold in ${units} units`).fix(unitsSold[tier].inWords);
    }
  },
};

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

export const reachable: Rule = {
  code: 'KFK-K204',
  severity: 'error',
  title: 'A namespace is reached by a private endpoint, or openly from the internet',
  source:
    'best practice: encryption and private networks everywhere; https://learn.microsoft.com/azure/event-hubs/private-link-service',
  *check(draft) {
    for (const cluster of namespaces(draft)) {
      const { subnet, publicAccess = false, existing } = eventHubsSettings(cluster);
      if (!existing && !subnet && !publicAccess)
        yield at(cluster, 'subnet')
          .problem('nobody would reach it: it has no private endpoint and no public access')
          .fix('give the id of a subnet, or say publicAccess: true where the internet may reach it');
    }
  },
};

export const encryptionNeedsPremium: Rule = {
  code: 'KFK-K205',
  severity: 'error',
  title: 'A key of your own encrypts only a premium namespace',
  source: 'https://learn.microsoft.com/azure/event-hubs/configure-customer-managed-key',
  *check(draft) {
    for (const cluster of namespaces(draft))
      if (eventHubsSettings(cluster).encryption && cluster.tier !== 'premium')
        yield at(cluster, 'encryption')
          .problem(`${cluster.tier} is encrypted by Microsoft's keys only`)
          .fix("use tier: 'premium', or remove encryption");
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
      for (const { field, value, allowed, fix } of namedForms) {
        const given = value(eventHubsSettings(cluster));
        if (given !== undefined && !allowed.test(given))
          yield at(cluster, ...field)
            .problem(`'${given}' is not what Azure calls one`)
            .fix(fix);
      }
    const { vault } = draft.environment.secrets;
    if (vault && namespaces(draft).length > 0 && !vaultForm.allowed.test(vault))
      yield at(draft.environment, 'secrets', 'vault')
        .problem(`'${vault}' cannot be the name of a Key Vault`)
        .fix(vaultForm.fix);
  },
};

export const productionIsPrivate: Rule = {
  code: 'KFK-K217',
  severity: 'warning',
  title: 'In production a namespace is not reached from the internet',
  source: 'best practice: encryption and private networks everywhere',
  *check(draft) {
    for (const cluster of inProduction(draft))
      if (eventHubsSettings(cluster).publicAccess)
        yield at(cluster, 'publicAccess')
          .problem('whoever holds a token reaches it from the internet')
          .fix('give a subnet and remove publicAccess, or waive this with a reason');
  },
};

export const productionIsLogged: Rule = {
  code: 'KFK-K218',
  severity: 'warning',
  title: 'In production the logs of a namespace are kept',
  source:
    'https://learn.microsoft.com/azure/event-hubs/monitor-event-hubs: resource logs are collected nowhere unless asked',
  *check(draft) {
    for (const cluster of inProduction(draft))
      if (!eventHubsSettings(cluster).logs)
        yield at(cluster, 'logs')
          .problem('nobody could tell afterwards what clients were refused, or who did what')
          .fix('give the id of a Log Analytics workspace, or waive this with a reason');
  },
};

/** Those that the kit makes: of one that exists already, its network and logs are somebody else's. */
const inProduction = (draft: Draft): Cluster[] =>
  draft.environment.profile === 'production' ? namespaces(draft).filter(({ life }) => life === 'owned') : [];

export const namespaceRules: readonly Rule[] = [
  kafkaEndpoint,
  unitsAreSold,
  namespaceName,
  reachable,
  encryptionNeedsPremium,
  vaultNamed,
  connectionsDelivered,
  knownForms,
  productionIsPrivate,
  productionIsLogged,
];
