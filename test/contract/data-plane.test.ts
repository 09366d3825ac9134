import type { TerraformDataPlane } from '../../backends/contract';
import { kafkaDataPlane } from '../../backends/kafka/data-plane';
import type { ClusterInput } from '../../index';
import type { Permission } from '../../model/permissions';
import type { Resolved } from '../../model/resolved';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { resourcesOf, synthesized, type TerraformJson } from '../support/synthesize';

/** How a suite that knows no vendor reads what a back end wrote. */
interface Case {
  readonly dataPlane: TerraformDataPlane;
  readonly cluster: ClusterInput;
  /** Every permission in the output, in Kafka's terms. */
  readonly permissions: (output: TerraformJson) => Omit<Permission, 'cluster' | 'application' | 'from'>[];
}

const text = (value: unknown) => String(value);
const cases: Readonly<Record<string, Case>> = {
  kafka: {
    dataPlane: kafkaDataPlane,
    cluster: { backend: 'kafka', authentication: ['scram-sha-512', 'mtls'] },
    permissions: (output) =>
      [...resourcesOf(output)]
        .filter(([address]) => address.startsWith('kafka_acl.'))
        .map(([, acl]) => ({
          principal: text(acl.acl_principal),
          resourceType: text(acl.resource_type).replace(
            'TransactionalID',
            'TransactionalId',
          ) as Permission['resourceType'],
          resourceName: text(acl.resource_name),
          patternType: acl.resource_pattern_type_filter as Permission['patternType'],
          operation: acl.acl_operation as Permission['operation'],
          permission: acl.acl_permission_type as Permission['permission'],
          host: text(acl.acl_host),
        })),
  },
};

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
const byText = (values: readonly object[]) =>
  values.map((value) => JSON.stringify(value, Object.keys(value).sort())).sort();

describe.each(Object.entries(cases))('the data plane %s', (_, { dataPlane, cluster, permissions }) => {
  const outputOf = ({ shards }: Resolved) =>
    synthesized((stack) => {
      for (const shard of shards) dataPlane.place(stack, shard);
    });
  const resolved = resolve(described(cluster));
  const output = outputOf(resolved);
  const addresses = [...resourcesOf(output).keys()];
  const may = (application: string) =>
    permissions(output).flatMap((it) =>
      it.principal === `User:${application}` ? [`${it.operation} ${it.resourceType} ${it.resourceName}`] : [],
    );

  test('lets a producer write its topic; it may not read it', () => {
    expect(may('shop')).toContain('Write Topic orders.created');
    expect(may('shop').filter((line) => line.startsWith('Read'))).toEqual([]);
  });

  test('lets a consumer read as its own group and no other; it may not write what it reads', () => {
    expect(may('billing').filter((line) => line.includes('Group'))).toEqual(['Read Group billing']);
    expect(may('billing')).toContain('Read Topic orders.created');
    expect(may('billing')).not.toContain('Write Topic orders.created');
  });

  test('says every permission of the model, each once, and nothing else', () => {
    const wanted = resolved.permissions.map(
      ({ cluster: _cluster, application: _application, from: _from, ...rest }) => rest,
    );
    expect(wanted.length).toBeGreaterThan(10);
    expect(byText(permissions(output))).toEqual(byText(wanted));
  });

  test('names nothing twice, and nothing as Terraform would not', () => {
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.filter((address) => !/^[a-z_0-9]+\.[A-Za-z_][\w-]*$/.test(address))).toEqual([]);
  });

  test('gives the same bytes twice', () => {
    expect(JSON.stringify(outputOf(resolve(described(cluster))))).toBe(JSON.stringify(output));
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

  test('places an empty shard: what it applied is taken back', () => {
    const inventory = { topics: {}, applications: { gone: { cluster: 'main', shard: 'old' } } };
    const { shards } = resolve(described(cluster), { inventory });
    const empty = shards.filter(({ key }) => key === 'old');
    expect(empty).toHaveLength(1);
    expect([...resourcesOf(outputOf({ ...resolved, shards: empty })).keys()]).toEqual([]);
  });
});
