/** The same sentences on every back end: what a description says is what its output lets applications do. */
import type { Feature } from '../../model/capabilities';
import type { ResourceType } from '../../model/grant';
import { emptyInventory } from '../../model/inventory';
import type { Permission } from '../../model/permissions';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { type ContractCase, outputOf } from './case';
import { cases } from './cases';

const described = ({ cluster, environment, without = {} }: ContractCase): Description =>
  changed<Description>({ ...small, ...environment } as Description, {
    'clusters.main': cluster,
    'platform.owners.billing': { contact: 'billing@example.com', page: 'billing-oncall' },
    'platform.applications.billing.owner': 'billing',
    'platform.topics[orders.paid]': { owner: 'orders', cleanup: 'compact' },
    ...(without.transactions ? {} : { 'platform.applications.shop.transactional': true }),
    ...(without.quota ? {} : { 'platform.applications.shop.quota': { produce: '1MB/s' } }),
    'platform.applications.counter': {
      owner: 'orders',
      consumes: { 'orders.created': {} },
      produces: { 'orders.paid': {} },
      ...(without.streams ? {} : { streams: {} }),
    },
  });

/** Whose permissions a back end may lose; every other one must be in its output. */
const told: Partial<Record<ResourceType, Feature>> = {
  Group: 'group-permissions',
  TransactionalId: 'prefixed-permissions',
};

const inWords = ({ operation, resourceType, resourceName, patternType }: Permission) =>
  `${operation} ${resourceType} ${resourceName}${patternType === 'Prefixed' ? '*' : ''}`;

describe.each(Object.entries(cases))('on %s', (_, it) => {
  const resolved = resolve(described(it));
  const output = outputOf(resolved.shards);
  const may = (application: string) => [...it.allowed(output, application)].sort();
  const [cluster] = resolved.clusters.values();
  const losesType = (type: ResourceType) => {
    const feature = told[type];
    const support = feature && cluster?.capabilities[feature].support;
    return support !== undefined && support !== 'native';
  };

  test('a producer may write its topic and not read it', () => {
    expect(may('shop')).toContain('Write Topic orders.created');
    expect(may('shop').filter((line) => line.startsWith('Read'))).toEqual([]);
  });

  test('a consumer may read its topic and not write it', () => {
    expect(may('billing')).toContain('Read Topic orders.created');
    expect(may('billing')).not.toContain('Write Topic orders.created');
  });

  test('a consumer may read as its own group and no other, or the capability says that groups are not told apart', () => {
    const groups = may('billing').filter((line) => line.includes(' Group '));
    if (losesType('Group')) expect(cluster?.capabilities['group-permissions']).toHaveProperty('loses');
    else expect(groups).toEqual(['Read Group billing']);
  });

  test('every permission of the model that the back end can tell is there once, and no other', () => {
    for (const application of resolved.applications.keys()) {
      const wanted = resolved.permissions.filter(
        (one) => one.application === application && !losesType(one.resourceType),
      );
      expect([application, may(application)]).toEqual([application, wanted.map(inWords).sort()]);
    }
  });

  test('nobody who is not described may do anything', () => {
    expect(may('stranger')).toEqual([]);
  });

  test('every topic is there once, in the shard of its owner', () => {
    const topics = [...output.objects.keys()].filter((name) => name.split(/[./]/)[0] === it.topic);
    expect(topics).toHaveLength(resolved.topics.size);
    for (const shard of resolved.shards) {
      const own = [...outputOf([shard]).objects.keys()].filter((name) => name.split(/[./]/)[0] === it.topic);
      expect([shard.key, own.length]).toEqual([shard.key, shard.topics.length]);
    }
  });

  test('the same description gives the same bytes', () => {
    expect(outputOf(resolve(described(it)).shards).text).toBe(output.text);
  });

  test('no password, no token that was not resolved, and nothing undefined is written', () => {
    expect(output.text).not.toMatch(/TfToken\[|\$\{TfToken|"undefined"|\[object |:null/);
    expect(output.text).not.toMatch(/"(password|secret_string|sasl_password)":"(?!\$\{|\{\{)[^"]+"/);
  });

  test('an application finds its connection under the name that is reported, where anything delivers it', () => {
    for (const { delivered } of resolved.connections)
      if (delivered) expect(output.text).toContain(`"${delivered.name}"`);
  });

  test('a shard that lost everything is placed: what it applied is taken back', () => {
    const inventory = { ...emptyInventory, applications: { gone: { cluster: 'main', shard: 'old' } } };
    const old = resolve(described(it), { inventory }).shards.filter(({ key }) => key === 'old');
    expect(old).toHaveLength(1);
    const topics = [...outputOf(old).objects.keys()].filter((name) => name.split(/[./]/)[0] === it.topic);
    expect(topics).toEqual([]);
  });
});
