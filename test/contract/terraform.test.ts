/** What a plan's judge and the variables of a stack rest on, for every data plane that Terraform applies. */
import { removalsOf } from '../../backends/removals';
import { dataPlaneOf } from '../../backends/terraform';
import type { Settings } from '../../model/loses-records';
import { kafkaConfig } from '../../model/topic';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { resourcesOf, synthesized, type TerraformJson } from '../support/synthesize';
import type { ContractCase } from './case';
import { cases } from './cases';

const removed = (data: 'keep' | 'destroy') => ({ reason: 'nobody reads it', until: '2027-01-01', data });
const described = ({ cluster, environment, several, without = {} }: ContractCase): Description =>
  changed<Description>({ ...small, ...environment } as Description, {
    'clusters.main': cluster,
    disposable: true,
    'platform.topics[orders.kept]': { owner: 'orders', removed: removed('keep') },
    'platform.topics[orders.destroyed]': { owner: 'orders', removed: removed('destroy') },
    'platform.topics[orders.paid]': { owner: 'orders', cleanup: 'compact' },
    ...(without.quota ? {} : { 'platform.applications.shop.quota': { produce: '1MB/s' } }),
    'platform.applications.counter': {
      owner: 'orders',
      authentication: several ?? ('authentication' in cluster ? cluster.authentication?.[1] : undefined),
      consumes: { 'orders.created': {} },
      produces: { 'orders.paid': {} },
    },
  });

const ofTerraform = Object.entries(cases).flatMap(([name, it]) => {
  const resolved = resolve(described(it));
  const [cluster] = resolved.clusters.values();
  if (cluster?.appliedBy !== 'terraform') return [];
  return [[name, { ...it, resolved, addresses: cluster.addresses, dataPlane: dataPlaneOf(cluster) }] as const];
});

test('more than one data plane is asked', () => {
  expect(ofTerraform.length).toBeGreaterThan(1);
});

describe.each(ofTerraform)('the data plane of %s', (_, { resolved, dataPlane, addresses: addressOf, blocks = [] }) => {
  const output: TerraformJson = synthesized((stack) => {
    for (const shard of resolved.shards) dataPlane.place(stack, shard);
  });
  const resources = [...resourcesOf(output)];
  const addresses = resources.map(([address]) => address);
  const given = resolved.shards.flatMap((shard) => dataPlane.variables(shard));

  test('names nothing as Terraform would not', () => {
    expect(addresses.filter((address) => !/^[a-z_0-9]+\.[A-Za-z_][\w-]*$/.test(address))).toEqual([]);
  });

  test('asks for no value that is not told where to come from, and tells of none that it does not ask for', () => {
    const declared = Object.keys(output.variable ?? {}).sort();
    expect([...new Set(given.map(({ name }) => name))].sort()).toEqual(declared);
  });

  test('asks for each secret by a variable that stays out of plans and state', () => {
    for (const { name, from } of given) {
      const secret = 'store' in from || from.field === 'admin_password';
      expect(output.variable?.[name]).toMatchObject({ sensitive: true, ...(secret ? { ephemeral: true } : {}) });
    }
  });

  test('holds no literal where a secret goes, and no token that was not resolved', () => {
    const secrets = [...resources.map(([, block]) => block), ...Object.values(output.provider ?? {}).flat()]
      .flatMap((block) => Object.entries(block))
      .filter(([key]) => /password|secret_string|private_key/.test(key) && !key.endsWith('_version'));
    expect(secrets.filter(([, value]) => !/^\$\{.*\b(var|ephemeral)\./.test(String(value)))).toEqual([]);
    expect(JSON.stringify(output)).not.toMatch(/TfToken\[|\$\{TfToken/);
  });

  test('refuses to replace every topic', () => {
    const bearing = resources.filter(([address]) => dataPlane.dataBearing.has(address.split('.')[0] ?? ''));
    expect(bearing).toHaveLength(resolved.topics.size);
    for (const [address, { lifecycle }] of bearing)
      expect([address, lifecycle]).toEqual([address, expect.objectContaining({ prevent_destroy: true })]);
  });

  test("finds in a plan what bounds the records of each topic, in Kafka's own names", () => {
    const made = new Map(resources);
    for (const topic of resolved.topics.values()) {
      const attributes = Object.entries(made.get(addressOf.topic(topic.name)) ?? {});
      const planned = attributes.map(([name, value]) => [name, blocks.includes(name) ? [value] : value]);
      const bounds = ({ 'cleanup.policy': policy, 'retention.ms': retention }: Settings) => ({ policy, retention });
      expect([topic.name, bounds(dataPlane.settingsOf(Object.fromEntries(planned)))]).toEqual([
        topic.name,
        bounds(kafkaConfig(topic)),
      ]);
    }
  });

  test('forgets a topic whose data is kept, and says nothing of one whose data is destroyed', () => {
    const removals = new Map(resolved.shards.flatMap((shard) => [...removalsOf(shard)]));
    const [kept, ...more] = output.removed ?? [];
    expect(more).toEqual([]);
    expect(kept?.lifecycle).toEqual({ destroy: false });
    expect(removals.get(kept?.from ?? '')?.data).toBe('keep');
    expect([...removals.values()].map(({ data }) => data).sort()).toEqual(['destroy', 'keep']);
    for (const address of removals.keys()) expect(addresses).not.toContain(address);
  });
});
