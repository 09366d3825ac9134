import type { RotationFacts } from '../../../model/rotation-facts';
import { eventHubsSettings } from './cluster';

const learn = 'https://learn.microsoft.com/azure/event-hubs';

/** What Event Hubs makes anew by itself, and what has to be asked for. */
export const rotation: RotationFacts = {
  connections: {
    key: {
      survive:
        'Microsoft says nothing of connections that are open when their key is made anew: reckon with it that they stay',
      endedBy: 'a restart, or the service when it moves or updates a namespace',
      source: `${learn}/authorize-access-shared-access-signature`,
    },
    identity: {
      survive: 'they stay open until their token ends, and a client gets another by itself',
      endedBy: 'the role assignment that leaves, once the token ends',
      source: `${learn}/authenticate-managed-identity`,
    },
  },
  knownAfter: 0,
  // Of each rule odd versions are its first key, even ones its second. It prints the keys that it made.
  retireKey: ({ cluster, application, topic, version }) => {
    const { resourceGroup, namespace } = eventHubsSettings(cluster);
    return [
      'az eventhubs eventhub authorization-rule keys renew',
      `--resource-group ${resourceGroup} --namespace-name ${namespace} --eventhub-name ${topic}`,
      `--name ${application} --key ${version % 2 === 1 ? 'PrimaryKey' : 'SecondaryKey'} --output none`,
    ].join(' ');
  },
  renewals: {
    'broker-certificates': () => [
      {
        by: 'vendor',
        what: 'Microsoft makes them anew; clients trust the public authorities that they come with',
        source: 'https://learn.microsoft.com/azure/security/fundamentals/azure-certificate-authority-details',
      },
    ],
    'encryption-key': ({ cluster }) => {
      const { encryption } = eventHubsSettings(cluster);
      if (!encryption)
        return [
          {
            by: 'vendor',
            what: "Microsoft's own key encrypts it, and Microsoft makes it anew",
            source: `${learn}/configure-customer-managed-key`,
          },
        ];
      const [, vault = '', key = '', version] =
        /^https:\/\/([^.]+)\.[^/]+\/keys\/([^/]+)(?:\/([^/]+))?/.exec(encryption.key) ?? [];
      return [
        {
          by: 'vendor',
          what:
            version === undefined
              ? 'its key is named without a version: Event Hubs takes the newest that the Key Vault has, and nothing restarts'
              : `its key is named with the version ${version}, which stays: name it without, and Event Hubs takes the newest`,
          source: `${learn}/configure-customer-managed-key`,
        },
        {
          by: 'you',
          what: 'have the Key Vault make another version, or give the key a rotation policy; keep earlier versions enabled for what they encrypted',
          command: `az keyvault key rotate --vault-name ${vault} --name ${key}`,
          source: 'https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation',
        },
      ];
    },
  },
};
