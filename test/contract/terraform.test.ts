import type { TerraformDataPlane } from '../../backends/contract';
import { kafkaDataPlane } from '../../backends/kafka/data-plane';
import type { ClusterInput } from '../../index';
import type { Resolved } from '../../model/resolved';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { resourcesOf, synthesized } from '../support/synthesize';

/** What a plan's judge and the variables of a stack rest on, for every data plane that Terraform applies. */
const cases: Readonly<Record<string, { readonly dataPlane: TerraformDataPlane; readonly cluster: ClusterInput }>> = {
  kafka: { dataPlane: kafkaDataPlane, cluster: { backend: 'kafka', authentication: ['scram-sha-512', 'mtls'] } },
};
const text = (value: unknown) => String(value);

const removed = (data: 'keep' | 'destroy') => ({ reason: 'unused', until: '2027-01-01', data });
const described = (cluster: ClusterInput): Description =>
  changed<Description>(small, {
    'clusters.main': cluster,
    disposable: true,
    'platform.topics[orders.kept]': { owner: 'orders', removed: removed('keep') },
    'platform.topics[orders.destroyed]': { owner: 'orders', removed: removed('destroy') },
    'platform.topics[orders.paid]': { owner: 'orders', cleanup: 'compact' },
    'platform.applications.shop.transactional': true,
    'platform.applications.shop.quota': { produce: '1MB/s' },
    'platform.applications.counter': {
      owner: 'orders',
      authentication: cluster.authentication?.[1],
      consumes: { 'orders.created': {} },
      produces: { 'orders.paid': {} },
      streams: {},
    },
  });
describe.each(Object.entries(cases))('the data plane %s', (_, { dataPlane, cluster }) => {
  const outputOf = ({ shards }: Resolved) =>
    synthesized((stack) => {
      for (const shard of shards) dataPlane.place(stack, shard);
    });
  const resolved = resolve(described(cluster));
  const output = outputOf(resolved);
  const addresses = [...resourcesOf(output).keys()];

  test('names nothing twice, and nothing as Terraform would not', () => {
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.filter((address) => !/^[a-z_0-9]+\.[A-Za-z_][\w-]*$/.test(address))).toEqual([]);
  });

  test('asks for each secret by a variable that stays out of plans and state, and for no value that is not told where to come from', () => {
    const declared = Object.keys(output.variable ?? {}).sort();
    const given = resolved.shards.flatMap((shard) => dataPlane.variables(shard));
    expect([...new Set(given.map(({ name }) => name))].sort()).toEqual(declared);
    for (const { name, from } of given)
      expect(output.variable?.[name]).toMatchObject({
        sensitive: true,
        ...('store' in from ? { ephemeral: true } : {}),
      });
    expect(
      output.variable?.[given.find(({ from }) => !('store' in from) && from.field === 'admin_password')?.name ?? ''],
    ).toMatchObject({ ephemeral: true });
  });

  test('holds no literal where a password goes, and no token that was not resolved', () => {
    const secrets = [...resourcesOf(output).values(), ...Object.values(output.provider ?? {}).flat()]
      .flatMap((block) => Object.entries(block))
      .filter(([key]) => /password|secret|private_key/.test(key) && !key.endsWith('_version'));
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter(([, value]) => !/^\$\{var\.\w+\}$/.test(text(value)))).toEqual([]);
    expect(JSON.stringify(output)).not.toMatch(/TfToken\[|\$\{TfToken/);
  });

  test('refuses to replace what bears data, and nothing else', () => {
    const bearing = [...resourcesOf(output)].filter(([address]) =>
      dataPlane.dataBearing.has(address.split('.')[0] ?? ''),
    );
    expect(bearing).toHaveLength(resolved.topics.size);
    const guarded = [...resourcesOf(output)].filter(
      ([, { lifecycle }]) => (lifecycle as { prevent_destroy?: boolean })?.prevent_destroy,
    );
    expect(guarded.map(([address]) => address)).toEqual(bearing.map(([address]) => address));
  });

  test('forgets a topic whose data is kept, and says nothing of one whose data is destroyed', () => {
    const removals = new Map(resolved.shards.flatMap((shard) => [...dataPlane.removals(shard)]));
    const [kept, ...more] = output.removed ?? [];
    expect(more).toEqual([]);
    expect(kept?.lifecycle).toEqual({ destroy: false });
    expect(removals.get(kept?.from ?? '')?.data).toBe('keep');
    expect([...removals.values()].map(({ data }) => data).sort()).toEqual(['destroy', 'keep']);
    for (const address of removals.keys()) expect(addresses).not.toContain(address);
  });
});
