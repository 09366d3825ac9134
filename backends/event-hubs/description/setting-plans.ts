import type { ClusterRecord } from '../../../model/cluster-record';
import { daysOf } from '../../../model/days';
import { type Held, heldPlans } from '../../../model/held-plans';
import { terraformId } from '../../../model/names';
import type { ClusterPlan, ScaledCluster } from '../../../model/scale';
import { type Applied, type AppliedField, appliedFields, madeIdentity } from './applied';
import { type EventHubsSettings, eventHubsSettings } from './cluster';

/** One field that was recorded with a value, and is described with another one, or no longer. */
interface Setting {
  readonly had: string;
  readonly now: string | undefined;
  /** The cluster, which resources are called after. */
  readonly name: string;
  readonly settings: EventHubsSettings;
  readonly before: Applied;
  readonly after: Applied;
}

type Told = Omit<ClusterPlan, 'kind' | 'field' | 'change'>;

/** How a namespace's settings change that a plan of Terraform would lose something of, or stop at. */
export const settingPlans = (cluster: ScaledCluster, recorded: ClusterRecord, record: ClusterRecord): ClusterPlan[] => {
  const { name } = cluster;
  const settings = eventHubsSettings(cluster);
  const before: Applied = recorded.applied ?? {};
  const after: Applied = record.applied ?? {};
  const isOtherArchive = recorded.holds?.archive !== record.holds?.archive;
  const ofSettings = appliedFields.flatMap((field): ClusterPlan[] => {
    const [had, now] = [before[field], after[field]];
    // Another archive has a policy of its own, and KFK-I023 asks for the old one.
    if (had === undefined || had === now || (isOtherArchive && field.startsWith('archive.'))) return [];
    const told = plans[field]({ had, now, name, settings, before, after });
    return told ? [{ kind: 'setting', field: field.split('.'), change: changeOf(field, had, now), ...told }] : [];
  });
  return [...ofSettings, ...heldPlans(recorded, record, (field) => heldBeside(name, field))];
};

/** An archive of logs, or a schema group. */
const heldBeside = (cluster: string, [noun, group]: readonly string[]): Held => ({
  first: 'see that nobody needs what is in it, or copy it away',
  address:
    group === undefined
      ? `azurerm_storage_account.${cluster}_logs`
      : `azurerm_eventhub_namespace_schema_group.${terraformId(group)}`,
  after: noun === 'archive' ? ['of a locked policy Azure deletes the account only once its last log may go'] : [],
});

const changeOf = (field: string, had: string, now: string | undefined): string =>
  now === undefined ? `${field} ${had} is described no longer` : `${field} ${now} instead of ${had}`;

const named = ({ resourceGroup, namespace }: EventHubsSettings) =>
  `--resource-group ${resourceGroup} --namespace-name ${namespace}`;

/** What each takes; nothing where it is changed in place and nobody notices. */
const plans: Readonly<Record<AppliedField, (setting: Setting) => Told | undefined>> = {
  autoInflate: ({ now, settings }) =>
    now === undefined
      ? {
          prepared: true,
          steps: [
            `az eventhubs namespace show --resource-group ${settings.resourceGroup} --name ${settings.namespace} --query sku.capacity: what the load has made of it`,
            'write that number as units: from now on Terraform sets them, and it would take what is above them from under the load',
          ],
          warns: [`the apply makes it ${settings.units} throughput units, however many there are now`],
        }
      : undefined,

  subnet: (setting) => movedEndpoint(setting),

  'encryption.key': ({ now, before, after }) => {
    if (now === undefined) return undefined; // It is said to be fixed.
    if (before['geoReplication.location'] !== undefined && after['geoReplication.location'] !== undefined)
      return {
        impossible:
          'its provider sets a key by writing all of the namespace that it knows, and would leave its second region out',
        steps: [
          'write the key that was there, and remove geoReplication first, in its own steps',
          'write the new key, and apply',
          'say geoReplication again: records are copied anew',
        ],
      };
    return {
      steps: [
        'before: the vault of the new key has soft delete and purge protection, and the identity may wrap and unwrap with it (one that is made is given the role in the same apply)',
        'apply; where Azure refuses the key because the role does not hold yet, apply again',
        'keep the old key until CustomerManagedKeyUserLogs show that nobody unwraps with it any more',
      ],
    };
  },

  'encryption.identity': ({ had, now, name, settings, after }) => {
    if (now === undefined) return undefined;
    if (now === madeIdentity)
      return {
        impossible:
          'the namespace would lose the identity that unwraps its key before the one that is made may unwrap it',
        steps: [
          'name the identity that it has',
          'to get rid of it make another one by hand, with the role on the key, and name that',
        ],
      };
    return {
      prepared: true,
      steps: [
        `give ${now} the role «Key Vault Crypto Service Encryption User» on the key`,
        `az eventhubs namespace identity assign ${named(settings)}: the namespace has both identities`,
        'set the same key with the new identity, in the portal or by `az eventhubs namespace encryption`, not by Terraform, which would take the old identity away first',
        `az eventhubs namespace show: encryption names the new identity${after['geoReplication.location'] === undefined ? '' : ', and geoDataReplication has both regions'}`,
        'write it and apply: Terraform finds the key as it is described, and takes away the old identity; one that the kit made needs an approval of KFK-D001',
      ],
      ...(had === madeIdentity ? { leaves: [`azurerm_user_assigned_identity.${name}_encryption`] } : {}),
      warns: ['without an identity that unwraps its key nobody reads the namespace'],
    };
  },

  'encryption.twice': ({ had, now }) =>
    now === undefined
      ? undefined
      : {
          impossible:
            'Azure decides it when the key is set; its provider would forget the key, and be refused when it sets it again',
          steps: [
            `write twice: ${had}`,
            'another namespace with it, beside this one, and replicate to it, is the only way',
          ],
        },

  'archive.locked': ({ had, now }) =>
    had === 'true' && now === 'false'
      ? { impossible: 'nobody unlocks a policy that is locked', steps: ['write locked: true'] }
      : undefined,

  'archive.retention': ({ had, now, before }) =>
    now !== undefined && before['archive.locked'] === 'true' && daysOf(now) < daysOf(had)
      ? { impossible: 'a locked policy is only ever lengthened', steps: [`write retention: '${had}', or more`] }
      : undefined,

  'archive.replication': ({ had, now, settings }) =>
    now !== undefined && isZonal(had) !== isZonal(now)
      ? {
          prepared: true,
          steps: [
            `az storage account migration start --account-name ${settings.archive?.storageAccount} --resource-group ${settings.resourceGroup} --sku Standard_${now} --name default: Azure converts the account as it is, which may take days`,
            'az storage account show --query sku.name: only when it says so, write it and apply: Terraform finds it done',
          ],
          warns: ['before that its provider would make another account, which prevent_destroy stops'],
        }
      : undefined,

  'geoReplication.location': ({ had, now, settings }) => ({
    prepared: true,
    steps: [
      `az eventhubs namespace replica remove ${named(settings)}, of ${had}: Terraform takes no second region away, and ${now === undefined ? 'Azure goes on billing it' : 'a namespace has one'}`,
      now === undefined
        ? 'az eventhubs namespace show: geoDataReplication has one region'
        : `apply: records are copied to ${now} from the beginning`,
    ],
    warns: [`nobody can promote ${had} any more, and what it holds is deleted`],
  }),

  // In another region it goes with it.
  'geoReplication.subnet': (setting) =>
    setting.before['geoReplication.location'] === setting.after['geoReplication.location']
      ? movedEndpoint(setting)
      : undefined,

  'disasterRecovery.alias': ({ had, now, name, settings }) =>
    now === undefined
      ? {
          prepared: true,
          steps: [
            `give every client ${settings.namespace}.servicebus.windows.net:9093 instead of ${had}.servicebus.windows.net:9093: both are answered as long as the pairing is there`,
            `see that nobody comes by ${had} any more; keys of it (sas) are the namespace's own`,
            'apply with an approval of KFK-D001: the pairing is broken, and the alias deleted',
          ],
          warns: [`${had} is deleted: whoever still uses it finds no host, and anybody may take the name`],
          leaves: [`azurerm_eventhub_namespace_disaster_recovery_config.${name}`],
        }
      : {
          impossible: `its provider would delete ${had}, by which clients connect, before there is ${now}`,
          steps: [
            `write ${had}, or remove disasterRecovery first, in its own steps`,
            `say disasterRecovery with ${now}, and apply: clients are told`,
          ],
        },

  'disasterRecovery.partner': ({ now }) =>
    now === undefined
      ? undefined
      : {
          steps: [
            'before: the other namespace is empty, in another region, of the same tier, and has a private endpoint if this one has',
            'apply: the pairing is broken, and made again under the same alias: meanwhile nobody can fail over',
            'give the roles of this namespace on the other one',
          ],
        },
};

const isZonal = (replication: string): boolean => replication === 'ZRS' || replication === 'GZRS';

const movedEndpoint = ({ now }: Setting): Told => ({
  prepared: true,
  steps:
    now === undefined
      ? [
          'see that nobody comes by the private endpoint any more: the host is looked up as another address by every client',
          'apply: the endpoint is deleted, and its record with it',
        ]
      : [
          'agree upon a time with everybody who reads or writes by it: Azure moves no private endpoint, so it is deleted and made again under its name',
          'apply, and wait until its record is out of the caches of resolvers',
          'check: a client looks the host up, and finds an address of the new subnet',
        ],
  warns: ['between the two nobody reaches the namespace by the private endpoint'],
});
