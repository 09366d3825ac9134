import { renderListener, type StrimziListener } from '../../../../constructs/kubernetes/strimzi/listener';

const least: StrimziListener = { name: 'plain', port: 9092 };
/** What is written of it: JSON has no undefined. */
const rendered = (props: Partial<StrimziListener> = {}) =>
  JSON.parse(JSON.stringify(renderListener({ ...least, ...props })));

test('with the least that it needs it is reached from inside, encrypted, by everybody', () => {
  expect(rendered()).toEqual({ name: 'plain', port: 9092, type: 'internal', tls: true });
});

test.each<[Partial<StrimziListener>, object]>([
  [{ name: 'other' }, { name: 'other' }],
  [{ port: 9095 }, { port: 9095 }],
  [{ type: 'cluster-ip' }, { type: 'cluster-ip' }],
  [{ tls: false }, { tls: false }],
  [{ authentication: 'tls' }, { authentication: { type: 'tls' } }],
  [{ authentication: 'scram-sha-512' }, { authentication: { type: 'scram-sha-512' } }],
  [
    { certificateSecret: 'own' },
    { configuration: { brokerCertChainAndKey: { secretName: 'own', certificate: 'tls.crt', key: 'tls.key' } } },
  ],
  [
    { type: 'loadbalancer', class: 'private' },
    { type: 'loadbalancer', configuration: { class: 'private' } },
  ],
  [
    { type: 'loadbalancer', loadBalancerSourceRanges: ['10.0.0.0/8'] },
    { type: 'loadbalancer', configuration: { loadBalancerSourceRanges: ['10.0.0.0/8'] } },
  ],
  [
    { type: 'tlsroute', parentRefs: [{ name: 'edge', namespace: 'gateways', sectionName: 'kafka' }] },
    {
      type: 'tlsroute',
      configuration: { parentRefs: [{ name: 'edge', namespace: 'gateways', sectionName: 'kafka' }] },
    },
  ],
])('%j becomes %j', (props, changed) => {
  expect(rendered(props)).toEqual({ name: 'plain', port: 9092, type: 'internal', tls: true, ...changed });
});

const hosts = { host: 'kafka.example.com', brokerHosts: 'broker-{nodeId}.kafka.example.com' };

test.each(['ingress', 'route', 'tlsroute'] as const)('%s makes objects of the hosts that it is told', (type) => {
  expect(rendered({ type, ...hosts }).configuration).toEqual({
    bootstrap: { host: hosts.host },
    hostTemplate: hosts.brokerHosts,
  });
});

test.each(['internal', 'cluster-ip', 'loadbalancer', 'nodeport'] as const)(
  '%s has addresses of its own: hosts are advertised, and in certificates',
  (type) => {
    expect(rendered({ type, ...hosts }).configuration).toEqual({
      bootstrap: { alternativeNames: [hosts.host] },
      advertisedHostTemplate: hosts.brokerHosts,
    });
  },
);

test('namespaces that are named may connect, and no other', () => {
  expect(rendered({ namespaces: ['orders', 'payments'] }).networkPolicyPeers).toEqual([
    { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'orders' } } },
    { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'payments' } } },
  ]);
});

test('no namespace is not every namespace', () => {
  expect(rendered({ namespaces: [] }).networkPolicyPeers).toEqual([
    { namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'DoesNotExist' }] } },
  ]);
});

describe('tokens', () => {
  const oauth = { validIssuerUri: 'https://login.example.com', jwksEndpointUri: 'https://login.example.com/keys' };
  const jaas = (more: object = {}) =>
    rendered({ authentication: { ...oauth, ...more } }).authentication.listenerConfig['oauthbearer.sasl.jaas.config'];

  test('are checked by Strimzi’s library, of their issuer, by its keys', () => {
    expect(rendered({ authentication: oauth }).authentication).toEqual({
      type: 'custom',
      sasl: true,
      listenerConfig: {
        'sasl.enabled.mechanisms': 'OAUTHBEARER',
        'oauthbearer.sasl.server.callback.handler.class':
          'io.strimzi.kafka.oauth.server.JaasServerOauthValidatorCallbackHandler',
        'oauthbearer.sasl.jaas.config':
          'org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="unused" oauth.valid.issuer.uri="https://login.example.com" oauth.jwks.endpoint.uri="https://login.example.com/keys";',
        'oauthbearer.connections.max.reauth.ms': 3_600_000,
      },
    });
  });

  test.each([
    [{ audience: 'kafka' }, 'oauth.check.audience="true" oauth.client.id="kafka"'],
    [{ userNameClaim: 'azp' }, 'oauth.username.claim="azp"'],
    [
      { trustedCertificateFile: '/mnt/authority/ca.crt' },
      'oauth.ssl.truststore.location="/mnt/authority/ca.crt" oauth.ssl.truststore.type="PEM"',
    ],
  ])('%j is said', (more, text) => {
    expect(jaas()).not.toContain(text);
    expect(jaas(more)).toContain(text);
  });

  test('no value ends its quotes', () => {
    expect(jaas({ audience: 'a" oauth.check.issuer="false' })).toContain('"a\\" oauth.check.issuer=\\"false"');
  });
});
