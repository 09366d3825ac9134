import { objectOf, on, specOf } from './reached';

describe('pools', () => {
  const pools = {
    controller: { roles: ['controller'], nodes: 3, memory: '2GiB' },
    fast: {
      nodes: 2,
      volumes: [
        { id: 4, size: '1TiB', storageClass: 'nvme' },
        { id: 1, size: '500GiB' },
      ],
      memory: '16GiB',
      cpu: 4,
      heap: '5GiB',
      zones: ['a', 'b'],
      nodeIds: '[100-199]',
    },
    small: { nodes: 1, storage: '50GiB', storageClass: 'cheap' },
  } as const;
  const several = on({ pools, rack: 'zone', storageClass: 'standard', memory: '8GiB', heap: '2GiB' });
  const pool = (name: string) => objectOf(several, 'KafkaNodePool', `main-${name}`);

  test('are as they are described, and take the rest from their cluster', () => {
    expect(pool('fast')?.metadata.annotations).toMatchObject({ 'strimzi.io/next-node-ids': '[100-199]' });
    expect(pool('fast')?.spec).toMatchObject({
      replicas: 2,
      roles: ['broker'],
      storage: {
        volumes: [
          { id: 1, size: '500Gi', class: 'standard', kraftMetadata: 'shared' },
          { id: 4, size: '1Ti', class: 'nvme' },
        ],
      },
      resources: { requests: { cpu: '4', memory: '16Gi' }, limits: { memory: '16Gi' } },
      jvmOptions: { '-Xmx': '5120m' },
      template: { pod: { affinity: { nodeAffinity: {} } } },
    });
    expect(pool('small')?.spec).toMatchObject({
      storage: { volumes: [{ id: 0, size: '50Gi', class: 'cheap' }] },
      resources: { limits: { memory: '8Gi' } },
      jvmOptions: { '-Xmx': '2048m' },
    });
    expect(pool('controller')?.spec).toMatchObject({
      storage: { volumes: [{ id: 0, size: '20Gi', class: 'standard' }] },
      resources: { requests: { cpu: '0.25' }, limits: { memory: '2Gi' } },
    });
    expect(pool('controller')?.spec).not.toHaveProperty('jvmOptions.-Xmx');
  });

  test('exactly one volume of each has the metadata, the one that says so', () => {
    const two = (metadata: boolean) => [
      { id: 0, size: '10GiB' as const },
      { id: 1, size: '10GiB' as const, ...(metadata ? { metadata } : {}) },
    ];
    const shared = (metadata: boolean) => {
      const settings = {
        pools: { all: { roles: ['controller', 'broker'] as const, nodes: 1, volumes: two(metadata) } },
      };
      const storage = specOf(on(settings), 'KafkaNodePool', 'main-all')?.storage as
        | { readonly volumes: readonly { readonly id: number; readonly kraftMetadata?: string }[] }
        | undefined;
      return storage?.volumes.flatMap(({ id, kraftMetadata }) => (kraftMetadata === 'shared' ? [id] : []));
    };
    expect([shared(false), shared(true)]).toEqual([[0], [1]]);
  });

  test('brokers of all of them are counted: by the cluster, and for the replicas of its own topics', () => {
    expect(several.clusters.get('main')?.brokers).toBe(3);
    expect(specOf(several, 'Kafka', 'main')).toMatchObject({ kafka: { config: { 'default.replication.factor': 3 } } });
  });

  test('on space of their own pods are for disposable environments', () => {
    const ephemeral = on(
      { pools: { all: { roles: ['controller', 'broker'], nodes: 1, ephemeral: true, storage: '5GiB' } } },
      { disposable: true },
    );
    expect(specOf(ephemeral, 'KafkaNodePool', 'main-all')).toMatchObject({
      storage: { volumes: [{ id: 0, type: 'ephemeral', sizeLimit: '5Gi', kraftMetadata: 'shared' }] },
    });
  });
});
