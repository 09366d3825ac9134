import type { Levels, Said } from '../../support/matrix/said';

const main = 'clusters.main';
const signedByVault = (said: object): Said => ({
  [`${main}.clientCertificates`]: {
    by: 'vault',
    server: 'https://vault.example.com:8200',
    role: 'kafka-clients',
    login: { role: 'kafka' },
    ...said,
  },
});

/** Who signs what applications and brokers show, and for how long. */
export const certificateFeatures: Readonly<Record<string, Levels>> = {
  clientCertificates: {
    operator: {},
    external: { [`${main}.clientCertificates`]: 'external' },
    vault: signedByVault({}),
    vaultInDepth: signedByVault({
      mount: 'teams/pki-kafka',
      login: { role: 'kafka', mount: 'stage-cluster' },
      authority: 'vault-authority',
      namespace: 'teams',
    }),
    vaultInClear: signedByVault({ server: 'http://vault.example.com:8200' }),
  },
  certificates: {
    unsaid: {},
    said: {
      [`${main}.certificates`]: {
        cluster: { lasts: '730d', renewBefore: '60d', atEnd: 'replace-key' },
        listeners: { lasts: '720h', renewBefore: '240h' },
        maintenanceWindows: ['* * 1-3 ? * SUN', '0 0 2 1 * ? 2027'],
      },
    },
    ofClients: {
      [`${main}.certificates`]: {
        clients: { lasts: '365d', renewBefore: '30d', atEnd: 'replace-key' },
        users: { lasts: '20d', renewBefore: '8d' },
      },
    },
    own: { [`${main}.certificates`]: { cluster: { own: true }, clients: { own: true } } },
    endsFirst: { [`${main}.certificates`]: { cluster: { lasts: '30d', renewBefore: '30d' } } },
    unixCron: { [`${main}.certificates`]: { maintenanceWindows: ['0 1 * * 0'] } },
    renewedByNobody: { [`${main}.certificates`]: { cluster: { own: true, atEnd: 'renew-certificate' } } },
  },
};
