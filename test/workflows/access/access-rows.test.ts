import { widened } from '../../../model/widening';
import { accessRows } from '../../../workflows/access/access-rows';
import { namespace } from '../../backends/event-hubs/namespace';
import { mskCluster, mskClusterWithPasswords } from '../../backends/msk/cluster';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';

const rowsOn = (cluster: object, more: Readonly<Record<string, unknown>> = {}) =>
  accessRows(resolve(changed<Description>(small, { 'clusters.main': cluster, ...more })));
const inWords = (rows: ReturnType<typeof accessRows>) =>
  rows.map(
    ({ application, principal, operation, resourceType, resourceName, from }) =>
      `${application || principal}: ${operation} ${resourceType} ${resourceName} by ${from}`,
  );

test('on an existing Kafka there is what flows ask for, and nothing else', () => {
  const resolved = resolve(small);
  expect(accessRows(resolved)).toEqual(resolved.permissions);
});

test('of a local cluster its own two users are told, as all on the cluster', () => {
  expect(inWords(rowsOn({ backend: 'kafka', local: true })).slice(0, 2)).toEqual([
    'User:kit_admin: All Cluster kafka-cluster by clusters.main.local',
    'User:kit_broker: All Cluster kafka-cluster by clusters.main.local',
  ]);
});

test('of Strimzi super users are told by where they are written', () => {
  const rows = rowsOn({ backend: 'strimzi', superUsers: ['User:admin', 'User:CN=root'] }, { kubernetes: {} });
  expect(inWords(rows).slice(0, 2)).toEqual([
    'User:CN=root: All Cluster kafka-cluster by clusters.main.superUsers[1]',
    'User:admin: All Cluster kafka-cluster by clusters.main.superUsers[0]',
  ]);
});

describe('where brokers ask nobody for a permission, it is told that everybody may do everything', () => {
  const all = (path: string) =>
    ['Cluster kafka-cluster', 'Group *', 'Topic *', 'TransactionalId *'].map(
      (what) => `User:*: All ${what} by clusters.main.${path}`,
    );

  test('on Strimzi without authorization', () => {
    const disposable = { kubernetes: {}, disposable: true };
    expect(inWords(rowsOn({ backend: 'strimzi' }, disposable)).join()).not.toContain('User:*');
    expect(inWords(rowsOn({ backend: 'strimzi', authorization: 'none' }, disposable)).slice(0, 4)).toEqual(
      all('authorization (everybody)'),
    );
  });

  test('of what has no ACL, on MSK that is open still', () => {
    const open = { existing: 'shared', network: undefined, open: { reason: 'old clients', until: '2026-12-31' } };
    expect(inWords(rowsOn(mskClusterWithPasswords)).join()).not.toContain('User:*');
    const rows = rowsOn({ ...mskClusterWithPasswords, ...open });
    expect(
      inWords(rows.filter(({ principal, permission }) => principal === 'User:*' && permission === 'Allow')),
    ).toEqual(all('open (everybody, of what has no ACL)'));
  });
});

test('whoever reaches a bridge may do what it may, and another namespace is wider', () => {
  const web = (clients?: readonly string[]) => ({
    kubernetes: {},
    bridges: { web: { owner: 'orders', produces: { 'orders.created': {} }, clients } },
  });
  const rows = rowsOn({ backend: 'strimzi' }, web());
  expect(inWords(rows)).toEqual(
    expect.arrayContaining([
      "any pod of 'applications': Write Topic orders.created by bridges.web.clients ('web' asks nobody who he is)",
      "web: Write Topic orders.created by bridges.web.produces['orders.created']",
    ]),
  );
  const more = rowsOn({ backend: 'strimzi' }, web(['applications', 'shopping']));
  expect(inWords(widened(rows, more))).toEqual([
    "any pod of 'shopping': Write Topic orders.created by bridges.web.clients ('web' asks nobody who he is)",
  ]);
});

test('whose tokens are taken for somebody stands beside him, and an operator has its last day', () => {
  const glass = { owner: 'orders', role: 'break-glass', until: '2026-11-23', reason: 'INC-4711' };
  const operators = { oncall: { ...glass, namespace: 'people' } };
  const issuer = 'https://login.example.com';
  const oauth = { issuer, jwks: `${issuer}/keys`, tokenEndpoint: `${issuer}/token`, audience: 'kafka' };
  const listeners = {
    scram: { port: 9093, authentication: 'scram-sha-512' },
    tokens: { port: 9094, authentication: 'oauth', oauth: { ...oauth, userNameClaim: 'azp' } },
  };
  const rows = rowsOn(
    { backend: 'strimzi', listeners },
    {
      kubernetes: {},
      operators,
      'platform.applications.shop.authentication': 'oauth',
      'platform.applications.shop.oauth': { clientId: 'client-1' },
    },
  );
  expect([
    ...new Set(rows.map(({ application, tokens, until }) => `${application}: ${tokens ?? ''} ${until ?? ''}`)),
  ]).toEqual(
    // Whoever signs in otherwise is called by the same name, so a token with it is he.
    ['billing', 'oncall', 'shop'].map(
      (name) =>
        `${name}: azp of ${issuer}, by the keys of ${issuer}/keys, for kafka ${name === 'oncall' ? '2026-11-23' : ''}`,
    ),
  );
});

describe('what IAM lets a producer do on the whole cluster', () => {
  const wider =
    "shop: IdempotentWrite Cluster kafka-cluster by applications.shop.produces['orders.created'] (wider than asked: kafka-cluster:WriteDataIdempotently)";

  test('is told as wider than its flow asks', () => expect(inWords(rowsOn(mskCluster))).toContain(wider));

  test('is told of nobody who only reads, nor of who has a password', () => {
    const readers = rowsOn(mskCluster, { 'platform.applications.billing.consumes': { 'orders.created': {} } });
    expect(readers.filter(({ application, from }) => application === 'billing' && from.includes('wider'))).toEqual([]);
    expect(inWords(rowsOn(mskClusterWithPasswords)).join()).not.toContain('wider');
  });

  test('is no row of its own for whoever may do everything anyway', () => {
    const operators = { oncall: { owner: 'orders', role: 'break-glass', until: '2026-11-23', reason: 'INC-4711' } };
    const oncall = rowsOn(mskCluster, { operators }).filter(({ application }) => application === 'oncall');
    expect(inWords(oncall).join()).not.toContain('wider');
  });
});

test('on Event Hubs whoever listens may be in any group, which is told', () => {
  const rows = inWords(rowsOn(namespace, { secrets: { vault: 'example-vault' } }));
  expect(rows).toContain(
    "billing: Read Group * by applications.billing.consumes['orders.created'] (wider than asked: Listen on the hub)",
  );
});
