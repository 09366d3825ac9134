import { markdownOf } from '../../../workflows/evidence/markdown';
import { mskCluster } from '../../backends/msk/cluster';
import { named, onKubernetes, told, topic } from './told';

describe('what somebody would like to be told otherwise', () => {
  const waiver = (code: string, at: string) => ({
    waivers: [{ code, path: at, reason: 'the lake deletes by key', owner: 'orders', expires: '2026-12-31' }],
  });

  test('of a cluster that somebody else runs only that is told which is described', () => {
    const foreign = { 'clusters.main': { backend: 'kafka' } };
    const { clusters, ...rest } = told(foreign);
    expect(named(clusters, 'main')).toMatchObject({ inClear: null, brokersSignedBy: 'unknown', reach: null });
    expect(markdownOf({ clusters, ...rest })).toContain(
      '| `main` | kafka | not said | not known | whoever runs the disks decides | not known | not known |',
    );
  });

  test.each(['nodeport', 'ingress'] as const)('a listener by %s is reached from outside', (type) => {
    const hosts = type === 'ingress' ? { host: 'kafka.example.com', brokerHosts: 'b-{nodeId}.kafka.example.com' } : {};
    const listeners = {
      inside: { port: 9093, authentication: 'scram-sha-512' },
      outside: {
        type,
        port: 9094,
        authentication: 'scram-sha-512',
        ...(type === 'ingress' ? { class: 'nginx' } : {}),
        ...hosts,
      },
    };
    const { clusters, attention } = told({ ...onKubernetes, 'clusters.main.listeners': listeners });
    expect(named(clusters, 'main')).toMatchObject({
      reach: 'inside of Kubernetes',
      exposures: [expect.stringContaining("its listener 'outside' is reached by")],
    });
    expect(attention.map(({ what }) => what)).toContainEqual(expect.stringContaining("'outside' is reached by"));
  });

  test('a load balancer is reached from the networks that it names', () => {
    const outside = {
      ...{ type: 'loadbalancer', port: 9094, authentication: 'scram-sha-512', host: 'kafka.example.com' },
      loadBalancerSourceRanges: ['10.0.0.0/8'],
    };
    const { clusters } = told({ ...onKubernetes, 'clusters.main.listeners': { outside } });
    expect(named(clusters, 'main')).toMatchObject({
      reach: "inside of Kubernetes; 10.0.0.0/8 by its load balancer 'outside'",
      exposures: [],
    });
  });

  test('a sink is a copy, and nobody here knows who reads it there', () => {
    const { topics, ...rest } = told({
      ...onKubernetes,
      ...waiver('KFK-X072', `connectors.lake.consumes['${topic}']`),
      connectClusters: { connect: { cluster: 'main', owner: 'orders' } },
      'platform.connectors.lake': {
        owner: 'orders',
        class: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
        consumes: { [topic]: {} },
        config: { file: '/tmp/lake' },
      },
    });
    expect(named(topics, topic).copies).toEqual([
      { to: 'where FileStreamSinkConnector writes', as: topic, by: "the connector 'lake'", readers: null },
    ]);
    expect(markdownOf({ topics, ...rest })).toContain("the connector 'lake' | not known |");
  });

  test('topics that Kafka Streams makes are as sensitive as what it reads', () => {
    const { streams, attention } = told({ ...onKubernetes, 'platform.applications.billing.streams': {} });
    expect(streams).toEqual([
      {
        application: 'billing',
        owner: 'orders',
        cluster: 'main',
        prefix: 'billing-',
        classification: 'personal',
        from: [topic],
      },
    ]);
    expect(attention).toContainEqual({
      what: "it keeps personal records in topics 'billing-…' of its own, and nothing here says how long",
      where: 'billing',
    });
  });

  test('an environment that says otherwise than the platform is shown with both', () => {
    const { topics, attention } = told({
      ...onKubernetes,
      ...waiver('KFK-X084', `overrides.topics['${topic}'].classification`),
      'overrides.topics': { [topic]: { classification: 'public', readers: ['shop'] } },
    });
    expect(named(topics, topic).overridden).toEqual([
      { field: 'classification', platform: 'personal', here: 'public' },
      { field: 'readers', platform: 'whoever has a flow', here: 'shop' },
    ]);
    expect(attention).toContainEqual({
      what: 'its classification in this environment is public; the platform says personal',
      where: topic,
    });
  });

  test('a compacted confidential topic has the end of its keys, as the rules have it', () => {
    const compacted = { [`platform.topics[${topic}].cleanup`]: 'compact' };
    const confidential = { [`platform.topics[${topic}].classification`]: 'confidential' };
    const { topics } = told({ ...onKubernetes, ...confidential, ...compacted });
    expect(named(topics, topic).retention).toMatchObject({ days: null, compacted: true, within: true });
  });

  test('a store that can still be emptied is told', () => {
    const bucket = (profile: string, mode?: string) => {
      const { clusters, attention } = told({
        'clusters.main': { ...mskCluster, audit: { bucket: 'kit-audit', ...(mode ? { mode } : {}) } },
        state: { backend: 's3', bucket: 'kit-state', region: 'eu-west-1' },
        secrets: { store: 'secrets-manager' },
        profile,
      });
      const { kept } = named(clusters, 'main').audit;
      return [
        kept?.locked,
        attention.some(({ what }) => what === "what the bucket 'kit-audit' keeps may still be deleted"),
      ];
    };
    expect([bucket('production'), bucket('production', 'compliance')]).toEqual([
      [false, true],
      [true, false],
    ]);
  });
});
