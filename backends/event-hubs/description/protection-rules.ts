import { identityNameLength } from '../../../model/azure-forms';
import { own } from '../../../model/by-name';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { hasTier, isManagedHsmKey, tiersWith } from '../../../render/event-hubs/allowed';
import { eventHubsSettings } from './cluster';
import { encryptionIdentityName } from './encryption';
import { madeNamespaces } from './namespaces';

export const encryptionNeedsPremium: Rule = {
  code: 'KFK-K205',
  severity: 'error',
  title: 'A key of your own encrypts only a premium or dedicated namespace',
  source: tiersWith.customerManagedKey.source,
  *check(draft) {
    for (const cluster of madeNamespaces(draft)) {
      const { tier, encryption } = eventHubsSettings(cluster);
      if (encryption && !hasTier('customerManagedKey', tier))
        yield at(cluster, 'encryption')
          .problem(`${tier} is encrypted by Microsoft's keys only`)
          .fix("use tier: 'premium' or 'dedicated', or remove encryption");
    }
  },
};

export const encryptionBeforeHubs: Rule = {
  code: 'KFK-K236',
  severity: 'error',
  title: 'A namespace gets a key of your own before its first hub',
  source: `${tiersWith.customerManagedKey.source}: «if the namespace contains event hubs, the encryption operation will fail»`,
  *check(draft) {
    const { inventory } = draft;
    for (const cluster of madeNamespaces(draft)) {
      const recorded = inventory.clusters?.[cluster.name]?.fixed;
      const holdsHubs = Object.values(inventory.topics).some((topic) => topic.cluster === cluster.name);
      if (eventHubsSettings(cluster).encryption && recorded && !recorded.encryption && holdsHubs)
        yield at(cluster, 'encryption')
          .problem('it holds hubs that were made without the key, and Azure sets one on an empty namespace only')
          .fix('describe another namespace with the key beside it, and move topics there; or remove encryption');
    }
  },
};

export const identityMayUseKey: Rule = {
  code: 'KFK-K228',
  severity: 'error',
  title: 'The identity that is made for a key has a name, and can be given a role on the key',
  source: 'https://learn.microsoft.com/azure/key-vault/managed-hsm/access-control: roles of its own, on itself',
  *check(draft) {
    for (const cluster of madeNamespaces(draft)) {
      const { encryption } = eventHubsSettings(cluster);
      if (encryption && !encryption.identity && isManagedHsmKey(encryption.key))
        yield at(cluster, 'encryption', 'identity')
          .problem('a key of a managed HSM has no role of Azure that an identity could be given')
          .fix('name an identity that the HSM lets wrap and unwrap, or use a key of a Key Vault');
      const name = encryptionIdentityName(draft.environment.name, cluster.name);
      if (encryption && !encryption.identity && name.length > identityNameLength)
        yield at(cluster, 'encryption', 'identity')
          .problem(
            `it would be called ${name}, which has ${name.length} characters, and Azure takes ${identityNameLength}`,
          )
          .fix('use shorter names of environment and cluster, or name an identity');
      if (encryption?.identity && encryption.resourceGroup)
        yield at(cluster, 'encryption', 'resourceGroup')
          .problem('the identity exists and has its role, so nobody asks where the vault is')
          .fix('remove it, or remove identity and let one be made');
    }
  },
};

export const productionIsLogged: Rule = {
  code: 'KFK-K218',
  severity: 'warning',
  profile: 'production',
  title: 'In production the logs of a namespace are kept',
  source:
    'https://learn.microsoft.com/azure/event-hubs/monitor-event-hubs: resource logs are collected nowhere unless asked',
  *check(draft) {
    for (const cluster of madeNamespaces(draft)) {
      const { logs, archive } = eventHubsSettings(cluster);
      if (!logs && !archive)
        yield at(cluster, 'logs')
          .problem('nobody could tell afterwards what clients were refused, or who did what')
          .fix('give the id of a Log Analytics workspace, or an archive, or waive this with a reason');
    }
  },
};

export const vaultIsThere: Rule = {
  code: 'KFK-K272',
  severity: 'error',
  title: 'The vault of a key is there before the namespace is made',
  source:
    'https://learn.microsoft.com/azure/event-hubs/configure-customer-managed-key: the role on the key comes first',
  *check(draft) {
    for (const cluster of madeNamespaces(draft)) {
      const {
        encryption,
        resourceGroup,
        resourceGroupExists,
        vaultResourceGroup = resourceGroup,
      } = eventHubsSettings(cluster);
      if (!encryption || encryption.identity || resourceGroupExists || own(draft.inventory.clusters, cluster.name))
        continue;
      if ((encryption.resourceGroup ?? vaultResourceGroup).toLowerCase() === resourceGroup.toLowerCase())
        yield at(cluster, 'encryption', 'resourceGroup')
          .problem(`the key would be looked for in '${resourceGroup}', which is only made with the namespace`)
          .fix('name the resource group of the vault, or an identity that may use the key already');
    }
  },
};

export const protectionRules: readonly Rule[] = [
  encryptionNeedsPremium,
  encryptionBeforeHubs,
  identityMayUseKey,
  vaultIsThere,
  productionIsLogged,
];
