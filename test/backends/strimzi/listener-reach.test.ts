import { listeners, made, on, type Read, two } from './reached';

/** The namespaces that a listener lets in: every one where it names none. */
const letIn = (resolved: ReturnType<typeof on>): Record<string, string[] | 'everybody'> =>
  Object.fromEntries(
    listeners(resolved).map(({ name, networkPolicyPeers }) => [
      name,
      networkPolicyPeers?.flatMap(
        ({ namespaceSelector: { matchLabels } }: Read) => matchLabels?.['kubernetes.io/metadata.name'] ?? [],
      ) ?? 'everybody',
    ]),
  );

describe('a listener lets in', () => {
  test('the namespaces of the applications that use it, and the cluster’s own for what watches it', () => {
    expect(letIn(on())).toEqual({ scram: ['applications', 'kafka'] });
  });

  test('each application’s own namespace, by the way in which it proves who it is, and no namespace too many', () => {
    const resolved = on(two, {
      'platform.applications.shop.namespace': 'shopping',
      'platform.applications.billing.namespace': 'money',
      'platform.applications.billing.authentication': 'mtls',
    });
    expect(letIn(resolved)).toEqual({ scram: ['kafka', 'shopping'], tls: ['money'] });
  });

  test('nobody where nobody uses it', () => {
    expect(letIn(on(two))).toEqual({ scram: ['applications', 'kafka'], tls: [] });
    expect(listeners(on(two))[1].networkPolicyPeers).toEqual([
      { namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'DoesNotExist' }] } },
    ]);
  });

  test('no application without flows', () => {
    const idle = { owner: 'orders', namespace: 'idle' };
    expect(letIn(on({}, { 'platform.applications.idle': idle }))).toEqual({ scram: ['applications', 'kafka'] });
  });

  test('no application of another cluster', () => {
    const resolved = on(
      {},
      {
        'clusters.other': { backend: 'strimzi' },
        'platform.topics[orders.created].cluster': 'main',
        'platform.applications.shop.cluster': 'main',
        'platform.applications.billing.cluster': 'main',
        'platform.topics[elsewhere]': { owner: 'orders', cluster: 'other' },
        'platform.applications.away': {
          owner: 'orders',
          cluster: 'other',
          namespace: 'away',
          produces: { elsewhere: {} },
        },
      },
    );
    expect(letIn(resolved)).toEqual({ scram: ['applications', 'kafka'] });
  });

  test('the cluster’s own namespace where MirrorMaker writes by it', () => {
    const resolved = on(
      {},
      {
        'clusters.copy': { backend: 'strimzi' },
        'replications.orders': { owner: 'orders', from: 'main', to: 'copy' },
      },
    );
    const kafkas = made(resolved).filter(({ kind }) => kind === 'Kafka') as Read[];
    const copy = kafkas.find(({ metadata }) => metadata.name === 'copy').spec.kafka.listeners[0];
    expect(copy.networkPolicyPeers).toEqual([
      { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kafka' } } },
    ]);
  });

  test('everybody from outside, where no policy knows who comes', () => {
    const outside = { port: 9095, type: 'loadbalancer', authentication: 'mtls' } as const;
    expect(letIn(on({ listeners: { scram: { port: 9093, authentication: 'scram-sha-512' }, outside } }))).toEqual({
      scram: ['applications', 'kafka'],
      outside: 'everybody',
    });
  });
});
