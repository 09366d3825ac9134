import type { StrimziClusterInput } from '../../../backends/strimzi/description/cluster';
import { found, listeners, made, on, two } from './reached';

describe('listeners', () => {
  const inside = { scram: { port: 9093, authentication: 'scram-sha-512' } } as const;
  const rendered = (more: NonNullable<StrimziClusterInput['listeners']>, settings: Partial<StrimziClusterInput> = {}) =>
    on({ listeners: { ...inside, ...more }, ...settings });

  test('stand in the order in which they are written, and decide what applications may use', () => {
    const resolved = rendered({ certs: { port: 9094, authentication: 'mtls' } });
    expect(listeners(resolved).map(({ name, port }) => [name, port])).toEqual([
      ['scram', 9093],
      ['certs', 9094],
    ]);
    expect(resolved.clusters.get('main')?.authentication).toEqual(['scram-sha-512', 'mtls']);
  });

  test('are named by the report where what they mean is translated', () => {
    const places = (resolved: ReturnType<typeof on>) =>
      resolved.translations.filter(({ feature }) => feature === 'mtls').flatMap(({ usedBy }) => usedBy);
    expect(places(rendered({ certs: { port: 9094, authentication: 'mtls' } }))).toEqual([
      'clusters.main.listeners.certs.authentication',
    ]);
    expect(places(on(two))).toEqual(['clusters.main.authentication[1]']);
  });

  test('say every option where Strimzi reads it', () => {
    const [, balanced, routed] = listeners(
      rendered({
        balanced: {
          type: 'loadbalancer',
          port: 9095,
          authentication: 'mtls',
          host: 'kafka.example.com',
          brokerHosts: 'broker-{nodeId}.kafka.example.com',
          class: 'private',
          loadBalancerSourceRanges: ['10.0.0.0/8'],
        },
        routed: {
          type: 'tlsroute',
          port: 9096,
          authentication: 'mtls',
          host: 'edge.example.com',
          brokerHosts: 'edge-{nodeId}.example.com',
          gateway: { name: 'edge', namespace: 'gateways', section: 'kafka' },
        },
      }),
    );
    expect(balanced).toMatchObject({
      type: 'loadbalancer',
      configuration: {
        class: 'private',
        loadBalancerSourceRanges: ['10.0.0.0/8'],
        bootstrap: { alternativeNames: ['kafka.example.com'] },
        advertisedHostTemplate: 'broker-{nodeId}.kafka.example.com',
      },
    });
    expect(routed).toMatchObject({
      type: 'tlsroute',
      configuration: {
        bootstrap: { host: 'edge.example.com' },
        hostTemplate: 'edge-{nodeId}.example.com',
        parentRefs: [{ name: 'edge', namespace: 'gateways', sectionName: 'kafka' }],
      },
    });
  });

  test('present certificates of their own issuer, for the names by which clients call them', () => {
    const objects = made(
      rendered(
        {
          own: { type: 'cluster-ip', port: 9094, authentication: 'mtls', issuer: 'other' },
          outside: {
            type: 'loadbalancer',
            port: 9095,
            authentication: 'mtls',
            host: 'kafka.example.com',
            brokerHosts: 'broker-{nodeId}.kafka.example.com',
          },
        },
        { issuer: 'company' },
      ),
    );
    const certificate = (listener: string) => {
      const { issuerRef, dnsNames } = found(objects, 'Certificate', `main-listener-${listener}`).spec;
      return [issuerRef.name, ...dnsNames.filter((name: string) => !name.endsWith('.cluster.local'))];
    };
    expect(certificate('scram')).toEqual([
      'company',
      'main-kafka-bootstrap.kafka.svc',
      '*.main-kafka-brokers.kafka.svc',
    ]);
    expect(certificate('own')).toEqual(['other', 'main-kafka-own-bootstrap.kafka.svc', '*.kafka.svc']);
    expect(certificate('outside')).toEqual(['company', 'kafka.example.com', '*.kafka.example.com']);
  });

  test('tell applications an address that they reach: inside of Kubernetes, or by the name that it has outside', () => {
    const address = (more: NonNullable<StrimziClusterInput['listeners']>) =>
      found(
        made(on({ listeners: { ...inside, ...more } }, { 'platform.applications.shop.authentication': 'mtls' })),
        'ExternalSecret',
        'shop-kafka',
      ).spec.target.template.data['bootstrap-servers'];
    const host = { host: 'kafka.example.com', brokerHosts: 'b-{nodeId}.example.com', authentication: 'mtls' } as const;
    const gateway = { name: 'edge' };
    expect(address({ a: { port: 9094, authentication: 'mtls' } })).toBe('main-kafka-bootstrap.kafka.svc:9094');
    expect(address({ a: { type: 'cluster-ip', port: 9094, authentication: 'mtls' } })).toBe(
      'main-kafka-a-bootstrap.kafka.svc:9094',
    );
    expect(address({ a: { type: 'loadbalancer', port: 9094, ...host } })).toBe('kafka.example.com:9094');
    expect(address({ a: { type: 'tlsroute', port: 9094, gateway, ...host } })).toBe('kafka.example.com:443');
  });

  const oauth = {
    issuer: 'https://login.example.com',
    jwks: 'https://login.example.com/keys',
    userNameClaim: 'azp',
    tokenEndpoint: 'https://login.example.com/token',
  };
  const taking = (more: object = {}, changes: object = {}) =>
    made(
      on(
        { listeners: { ...inside, tokens: { port: 9095, authentication: 'oauth', oauth: { ...oauth, ...more } } } },
        { 'platform.applications.shop.authentication': 'oauth', ...changes },
      ),
    );
  const read = (objects: ReturnType<typeof made>) =>
    JSON.stringify(found(objects, 'ExternalSecret', 'shop-kafka').spec);

  test('take tokens of applications, which have rights and the secret that the server of tokens gave them', () => {
    const objects = taking();
    const [, tokens] = found(objects, 'Kafka', 'main').spec.kafka.listeners;
    expect(tokens.authentication.listenerConfig['oauthbearer.sasl.jaas.config']).toContain(
      'oauth.username.claim="azp"',
    );
    expect(found(objects, 'KafkaUser', 'shop').spec.authentication).toBeUndefined();
    expect(found(objects, 'KafkaUser', 'shop').spec.authorization.acls).toHaveLength(1);
    // Somebody puts it beside the cluster, where no store is named.
    expect(found(objects, 'ExternalSecret', 'shop-client-secret')).toBeUndefined();
    expect(found(objects, 'ExternalSecret', 'shop-kafka').spec.data).toContainEqual({
      secretKey: 'client-secret',
      remoteRef: { key: 'shop-client-secret', property: 'client-secret' },
    });
    expect(read(objects)).not.toContain('oauth-ca.crt');
  });

  test('take the secret from the store that the environment names, and the authority beside it', () => {
    const objects = taking(
      { authority: 'login-authority' },
      { secrets: { store: 'vault' }, 'kubernetes.secretStore': 'vault' },
    );
    expect(found(objects, 'ExternalSecret', 'shop-client-secret').spec.data).toEqual([
      { secretKey: 'client-secret', remoteRef: { key: 'test/main/shop', property: 'client-secret' } },
    ]);
    expect(found(objects, 'ExternalSecret', 'shop-kafka').spec.data).toContainEqual({
      secretKey: 'oauth-ca.crt',
      remoteRef: { key: 'login-authority', property: 'ca.crt' },
    });
  });

  test('know an application by what its token says: the id that Entra ID gave its client', () => {
    const clientId = '5c0ffee0-0000-4000-8000-000000000001';
    const assertionFile = '/var/run/secrets/azure/tokens/azure-identity-token';
    const objects = taking({}, { 'platform.applications.shop.oauth': { clientId, assertionFile } });
    expect(found(objects, 'KafkaUser', clientId).spec.authorization.acls).toHaveLength(1);
    expect(found(objects, 'KafkaUser', 'shop')).toBeUndefined();
    // Its platform vouches for it: there is no secret.
    expect(read(objects)).not.toContain('client-secret');
  });
});

test('a server of tokens that not everybody trusts is known by a Secret that brokers, and no controllers, read', () => {
  const oauth = {
    issuer: 'https://login.example.com',
    jwks: 'https://login.example.com/keys',
    authority: 'login-authority',
  };
  const tokens = { port: 9095, authentication: 'oauth', oauth } as const;
  const objects = made(on({ listeners: { scram: { port: 9093, authentication: 'scram-sha-512' }, tokens } }));
  const { pod, kafkaContainer } = found(objects, 'KafkaNodePool', 'main-broker').spec.template;
  expect(pod.volumes).toEqual([{ name: 'oauth-tokens', secret: { secretName: 'login-authority' } }]);
  const mountPath = '/mnt/oauth-tokens';
  expect(kafkaContainer.volumeMounts).toEqual([{ name: 'oauth-tokens', mountPath, readOnly: true }]);
  expect(JSON.stringify(found(objects, 'Kafka', 'main').spec.kafka.listeners)).toContain(`${mountPath}/ca.crt`);
  expect(found(objects, 'KafkaNodePool', 'main-controller').spec.template.pod).not.toHaveProperty('volumes');
});

test('the Secret of a client secret is of one application', () => {
  const oauth = {
    issuer: 'https://login.example.com',
    jwks: 'https://login.example.com/keys',
    tokenEndpoint: 'https://login.example.com/token',
  };
  const named = (other: string) => () =>
    on(
      {
        listeners: {
          scram: { port: 9093, authentication: 'scram-sha-512' },
          tokens: { port: 9095, authentication: 'oauth', oauth },
        },
      },
      {
        'platform.applications.shop.authentication': 'oauth',
        [`platform.applications.${other}`]: { owner: 'orders', consumes: { 'orders.created': {} } },
      },
    );
  expect(named('shop-client-secret')).toThrow("KFK-K440 applications['shop-client-secret']");
  expect(named('shop-client')).not.toThrow();
});
