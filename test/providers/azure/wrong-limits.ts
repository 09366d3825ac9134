import { changed } from '../../support/change';
import { base } from './matrix/base';
import { ids } from './matrix/ids';
import { matrix } from './matrix/matrix';
import type { Wrong } from './wrong';

const main = 'clusters.main';
const said = (changes: Readonly<Record<string, unknown>>, row: Readonly<Record<string, string>> = {}): object =>
  changed(matrix.described('wrong', row).description, changes);
const many = <Value>(count: number, of: (index: number) => readonly [string, Value]): Record<string, Value> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => of(index)));
const groups = (count: number) => Array.from({ length: count }, (_, index) => `readers-${index}`);
const schemas = (count: number) => many(count, (index) => [`group-${index}`, {}]);
const created = base.platform.topics['orders.created'];
const quotas = 'event-hubs-quotas, read 2026-11-21';
const tiers = 'compare-tiers, read 2026-11-21';
const openly = { reach: 'addresses', disposable: 'yes' };
const [letThrough, refused] = ['lets it through', 'refuses it'] as const;

/** One more, one letter more, or one place further than Azure takes. */
export const beyond: readonly Wrong[] = [
  {
    name: 'a region of another cloud',
    description: said({ [`${main}.location`]: 'chinanorth3' }),
    code: 'KFK-K221',
    azure: 'its hosts end in .servicebus.chinacloudapi.cn, and clients are told another name',
    provider: letThrough,
  },
  {
    name: 'a region that nobody has',
    description: said({ [`${main}.location`]: 'westeurop' }),
    code: 'KFK-K222',
    azure: '`az account list-locations` has none of that name',
    provider: letThrough,
  },
  {
    name: 'two copies of each record',
    description: said({ 'platform.topics[orders.totals].replicationFactor': 2 }),
    code: 'KFK-K208',
    azure: 'it stores three and takes no number: reliability-event-hubs',
    provider: letThrough,
  },
  {
    name: 'a schema group that begins with a dash',
    description: said({ [`${main}.schemaGroups`]: { '-orders': {} } }),
    code: 'KFK-K254',
    azure: 'letters and digits first: resource-name-rules',
    provider: refused,
  },
  {
    name: 'a compatibility of JSON Schema',
    description: said({ [`${main}.schemaGroups`]: { orders: { type: 'json', compatibility: 'forward' } } }),
    code: 'KFK-K255',
    azure: 'only Avro is held to one: schema-registry-concepts',
    provider: letThrough,
  },
  {
    name: 'a group of one',
    description: said({
      [`${main}.identities`]: { groups: { all: { id: '00000000-0000-0000-0000-000000000001', members: ['shop'] } } },
    }),
    code: 'KFK-K251',
    azure: 'one more thing that somebody keeps, and no assignment fewer',
    provider: letThrough,
  },
  {
    name: 'a hundred and one hubs on one processing unit',
    description: said(many(98, (index) => [`platform.topics[orders.more-${index}]`, { ...created, partitions: 1 }])),
    code: 'KFK-L202',
    azure: `a hundred for each: ${tiers}`,
    provider: letThrough,
  },
  {
    name: 'batches of two MiB',
    description: said({ 'platform.topics[orders.totals].maxMessageSize': '2MiB' }),
    code: 'KFK-L208',
    azure: 'it closes the connection: apache-kafka-configurations',
    provider: letThrough,
  },
  {
    name: 'a standard namespace with twenty-one groups of readers',
    description: said({ [`${main}.hubs`]: { 'orders.totals': { consumerGroups: groups(20) } } }, { tier: 'standard' }),
    code: 'KFK-L234',
    azure: `twenty with $Default: ${tiers}`,
    provider: letThrough,
  },
  {
    name: 'a premium namespace with a hundred and one groups of readers',
    description: said({ [`${main}.hubs`]: { 'orders.totals': { consumerGroups: groups(100) } } }),
    code: 'KFK-L235',
    azure: `a hundred with $Default: ${tiers}`,
    provider: letThrough,
  },
  {
    name: 'a group of readers with a name of fifty-one letters',
    description: said({ [`${main}.hubs`]: { 'orders.totals': { consumerGroups: ['a'.repeat(51)] } } }),
    code: 'KFK-L237',
    azure: `fifty: ${quotas}`,
    provider: refused,
  },
  {
    name: 'six thousand copies on a standard namespace',
    description: said({ 'platform.applications.shop.instances': 6_000 }, { tier: 'standard' }),
    code: 'KFK-L238',
    azure: `5,000 connections: ${tiers}`,
    provider: letThrough,
  },
  {
    name: 'eleven thousand copies on one processing unit',
    description: said({ 'platform.applications.shop.instances': 11_000 }),
    code: 'KFK-L239',
    azure: `10,000 connections for each: ${tiers}`,
    provider: letThrough,
  },
  {
    name: 'two schema groups on standard',
    description: said({ [`${main}.schemaGroups`]: schemas(2) }, { tier: 'standard' }),
    code: 'KFK-L244',
    azure: `one beside the default: ${quotas}`,
    provider: letThrough,
  },
  {
    name: 'a hundred and one schema groups on premium',
    description: said({ [`${main}.schemaGroups`]: schemas(101) }),
    code: 'KFK-L245',
    azure: `a hundred: ${quotas}`,
    provider: letThrough,
  },
  {
    name: 'a schema group with a name of fifty-one letters',
    description: said({ [`${main}.schemaGroups`]: { ['a'.repeat(51)]: {} } }),
    code: 'KFK-L247',
    azure: `fifty: ${quotas}`,
    provider: letThrough,
  },
  {
    name: 'a hundred and twenty-nine addresses that are let in',
    description: said(
      { [`${main}.network`]: { addresses: Array.from({ length: 129 }, (_, index) => `203.0.${index}.1`) } },
      openly,
    ),
    code: 'KFK-L251',
    azure: `128: ${quotas}`,
    provider: letThrough,
  },
  {
    name: 'a hundred and twenty-nine networks that are let in',
    description: said(
      {
        [`${main}.network`]: {
          subnets: Array.from({ length: 129 }, (_, index) => `${ids.network}-${index}/subnets/clients`),
        },
      },
      openly,
    ),
    code: 'KFK-L252',
    azure: `128: ${quotas}`,
    provider: letThrough,
  },
];

const byCases = 'a case of test/backends/event-hubs has it';

/** Errors of Event Hubs that neither the matrix nor these descriptions meet, and why. */
export const elsewhere: Readonly<Record<string, string>> = {
  'KFK-K210': 'needs an inventory',
  'KFK-K211': 'needs an inventory',
  'KFK-K236': 'needs an inventory',
  'KFK-K237': 'needs two clusters',
  'KFK-K243': 'needs an inventory',
  'KFK-K290': 'Terraform itself would take no resource of that name, before any provider is asked',
  'KFK-K292': 'needs an inventory',
  'KFK-L209': byCases,
  'KFK-L210': byCases,
  'KFK-L211': byCases,
  'KFK-L212': byCases,
  'KFK-L230': byCases,
  'KFK-L236': byCases,
  'KFK-L240': byCases,
  'KFK-L241': byCases,
  'KFK-L242': byCases,
  'KFK-L243': byCases,
  'KFK-L246': byCases,
};
