import { eventHubsClusterFacts } from '../../../backends/event-hubs/description/cluster';
import type { Audit } from '../../../model/audit';
import { emptyInventory, type Inventory } from '../../../model/inventory';
import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';
import { unaudited } from '../../support/unaudited';
import { namespace, otherNamespaceId, ownKey } from './namespace';

const described = (settings: object, more: object = {}) =>
  changed<Description>(small, {
    'platform.applications.billing.consumes[orders.created].deadLetter': { retention: '7d' },
    'clusters.main': { ...namespace, ...settings },
    ...more,
  });

/** What an apply of a description leaves in the inventory. */
const applied = (settings: object, environment: Audit = unaudited): Inventory => {
  const { record } = eventHubsClusterFacts({ ...namespace, ...settings }, environment);
  return { ...emptyInventory, clusters: record ? { main: record } : {} };
};

/** What is told when what was applied is described in another way. */
const told = (before: object, after: object, more: object = {}) =>
  compileDescription(described(after, more), { inventory: applied(before) })
    .problems.filter(({ code }) => /^KFK-I02/.test(code))
    .map(({ code, path, problem, fix }) => `${code} ${path}: ${problem}; ${fix}`);
const plans = (before: object, after: object) =>
  resolve(described(after), { inventory: applied(before) }).plans.map(({ change, steps, warns = [] }) =>
    [change, ...steps, ...warns].join('\n'),
  );

const encrypted = (said: object = {}) => ({ encryption: { ...ownKey, resourceGroup: undefined, ...said } });
const standard = { tier: 'standard', units: 2 };
const north = { geoReplication: { location: 'northeurope' } };
const pair = { disasterRecovery: { alias: 'kit-orders-alias', partner: otherNamespaceId } };
const archive = (said: object = {}) => ({ archive: { storageAccount: 'kitlogs', ...said } });
const otherKey = 'https://kit.vault.azure.net/keys/event-hubs-2';
const otherIdentity = ownKey.identity.replace(/[^/]+$/, 'event-hubs-2');
const otherSubnet = `${namespace.subnet}-2`;

test('what a namespace is described with as it was applied takes no step', () => {
  const all = { ...encrypted(), ...archive({ retention: '30d' }), ...north };
  expect(told(all, all)).toEqual([]);
  expect(plans(all, all)).toEqual([]);
});

describe('what Azure or its provider cannot do to a namespace that exists is refused', () => {
  test.each<[string, object, object, RegExp]>([
    [
      'another key, which would be set without the second region',
      { ...encrypted(), ...north },
      { ...encrypted({ key: otherKey }), ...north },
      /^KFK-I020 clusters\.main\.encryption\.key: .*leave its second region out; .*remove geoReplication first/,
    ],
    [
      'a second encryption, once the key is set',
      encrypted(),
      encrypted({ twice: true }),
      /^KFK-I020 clusters\.main\.encryption\.twice: .*refused when it sets it again/,
    ],
    [
      'a second encryption that goes',
      encrypted({ twice: true }),
      encrypted(),
      /^KFK-I020 clusters\.main\.encryption\.twice: encryption\.twice false instead of true/,
    ],
    [
      'an identity that would be made when the old one is gone',
      encrypted(),
      { encryption: { key: ownKey.key, resourceGroup: 'vaults' } },
      /^KFK-I020 clusters\.main\.encryption\.identity: .*before the one that is made may unwrap it/,
    ],
    [
      'a locked policy that opens',
      archive({ locked: true }),
      archive(),
      /^KFK-I020 clusters\.main\.archive\.locked: .*nobody unlocks/,
    ],
    [
      'a locked policy that is shortened',
      archive({ locked: true, retention: '365d' }),
      archive({ locked: true, retention: '364d' }),
      /^KFK-I020 clusters\.main\.archive\.retention: .*only ever lengthened; .*365/,
    ],
    [
      'another alias, before clients know it',
      pair,
      { disasterRecovery: { ...pair.disasterRecovery, alias: 'kit-orders-any' } },
      /^KFK-I020 clusters\.main\.disasterRecovery\.alias: .*remove disasterRecovery first/,
    ],
  ])('%s', (_, before, after, message) => {
    expect(told(before, after)).toEqual([expect.stringMatching(message)]);
  });
});

describe('what must be done in Azure first is asked for, until a waiver says that it is done', () => {
  test.each<[string, object, object, string, RegExp]>([
    [
      'auto-inflate that goes, and would take its units with it',
      { ...standard, autoInflate: { maximum: 20 } },
      standard,
      'autoInflate',
      /query sku\.capacity: what the load has made of it/,
    ],
    ['another private endpoint', {}, { subnet: otherSubnet }, 'subnet', /deleted and made again under its name/],
    [
      'no private endpoint',
      { publicAccess: true },
      { publicAccess: true, subnet: undefined },
      'subnet',
      /nobody comes by the private endpoint/,
    ],
    [
      'another identity of the key',
      encrypted(),
      encrypted({ identity: otherIdentity }),
      'encryption.identity',
      /the namespace has both identities/,
    ],
    [
      'an archive over zones',
      archive(),
      archive({ replication: 'ZRS' }),
      'archive.replication',
      /az storage account migration start --account-name kitlogs .*Standard_ZRS/,
    ],
    [
      'no second region',
      north,
      {},
      'geoReplication.location',
      /replica remove .* of northeurope: .*goes on billing it/,
    ],
    [
      'another second region',
      north,
      { geoReplication: { location: 'swedencentral' } },
      'geoReplication.location',
      /copied to swedencentral from the beginning/,
    ],
    [
      'another endpoint in the second region',
      { geoReplication: { location: 'northeurope', subnet: namespace.subnet } },
      { geoReplication: { location: 'northeurope', subnet: otherSubnet } },
      'geoReplication.subnet',
      /agree upon a time/,
    ],
    ['no alias', pair, {}, 'disasterRecovery.alias', /give every client kit-orders\.servicebus\.windows\.net:9093/],
  ])('%s', (_, before, after, field, steps) => {
    const path = `clusters.main.${field}`;
    expect(told(before, after)).toEqual([expect.stringMatching(new RegExp(`^KFK-I021 ${path}: `))]);
    expect(told(before, after)[0]).toMatch(steps);
    const waiver = { code: 'KFK-I021', path, reason: 'they are empty', owner: 'orders', expires: '2026-12-31' };
    expect(told(before, after, { waivers: [waiver] })).toEqual([]);
    expect(told(before, after, { disposable: true })).toEqual([]);
  });
});

describe('what the kit changes in one apply is not refused', () => {
  test.each<[string, object, object]>([
    [
      'auto-inflate to another maximum',
      { ...standard, autoInflate: { maximum: 20 } },
      { ...standard, autoInflate: { maximum: 40 } },
    ],
    ['auto-inflate that comes', standard, { ...standard, autoInflate: { maximum: 20 } }],
    ['another key without a second region', encrypted(), encrypted({ key: otherKey })],
    ['a second region that comes', encrypted(), { ...encrypted(), ...north }],
    ['another lag', north, { geoReplication: { location: 'northeurope', lag: '10m' } }],
    ['a policy that is not locked, shortened', archive(), archive({ retention: '30d' })],
    ['a policy that is locked, and longer', archive({ locked: true }), archive({ locked: true, retention: '730d' })],
    ['an archive in two regions, no longer in one', archive({ replication: 'LRS' }), archive()],
    ['another partner', pair, { disasterRecovery: { ...pair.disasterRecovery, partner: `${otherNamespaceId}3` } }],
  ])('%s', (_, before, after) => {
    expect(told(before, after)).toEqual([]);
  });

  test('and what is to be done about it is printed where there is something', () => {
    expect(plans(encrypted(), encrypted({ key: otherKey }))).toEqual([
      expect.stringContaining('keep the old key until'),
    ]);
    expect(plans(pair, { disasterRecovery: { ...pair.disasterRecovery, partner: `${otherNamespaceId}3` } })).toEqual([
      expect.stringContaining('made again under the same alias'),
    ]);
  });
});

describe('what bears data and leaves in writing is known to whoever applies', () => {
  const waived = (code: string, field: string) => ({
    waivers: [
      { code, path: `clusters.main.${field}`, reason: 'they are empty', owner: 'orders', expires: '2026-12-31' },
    ],
  });
  test.each<[string, object, object, object, readonly string[]]>([
    [
      'an alias',
      pair,
      {},
      waived('KFK-I021', 'disasterRecovery.alias'),
      ['azurerm_eventhub_namespace_disaster_recovery_config.main'],
    ],
    [
      'the identity that was made for a key',
      { encryption: { key: ownKey.key, resourceGroup: 'vaults' } },
      encrypted(),
      waived('KFK-I021', 'encryption.identity'),
      ['azurerm_user_assigned_identity.main_encryption'],
    ],
    ['an archive', archive(), {}, waived('KFK-I023', 'archive'), ['azurerm_storage_account.main_logs']],
    [
      'a schema group',
      { schemaGroups: { 'order.events': {} } },
      {},
      waived('KFK-I023', "schemaGroups['order.events']"),
      ['azurerm_eventhub_namespace_schema_group.order_events'],
    ],
  ])('%s', (_, before, after, more, addresses) => {
    const { plans } = resolve(described(after, more), { inventory: applied(before) });
    expect(plans.flatMap(({ leaves = [] }) => leaves)).toEqual(addresses);
  });
});

test('a locked policy that was made for as long as the environment asks is not shortened to what says so', () => {
  const asked: Audit = { days: 2555, locked: true };
  const plans = (now: string) =>
    compileDescription(described(archive({ locked: true, retention: now })), {
      inventory: applied(archive({ locked: true }), asked),
    }).problems.filter(({ code }) => code === 'KFK-I020');
  expect(plans('400d')).toMatchObject([
    { path: 'clusters.main.archive.retention', fix: expect.stringContaining('2555d') },
  ]);
  expect(plans('2555d')).toEqual([]);
});

test('another archive is judged by what it holds, not by the policy of the old one', () => {
  expect(told(archive({ locked: true }), archive({ storageAccount: 'kitlogs2' }))).toEqual([
    expect.stringMatching(/^KFK-I023 clusters\.main\.archive: /),
  ]);
});

test('another namespace has nothing yet that would change', () => {
  const before = { ...encrypted(), ...north };
  expect(told(before, { ...encrypted({ key: otherKey }), ...north, location: 'francecentral' })).toEqual([
    expect.stringMatching(/^KFK-I020 clusters\.main\.location: /),
  ]);
});
