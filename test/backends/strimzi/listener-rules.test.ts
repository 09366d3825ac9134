import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';

const told = (settings: object, changes: Readonly<Record<string, unknown>> = {}) =>
  compileDescription(
    changed<unknown>(small, { kubernetes: {}, 'clusters.main': { backend: 'strimzi', ...settings }, ...changes }),
  )
    .problems.filter(({ code }) => /^KFK-K4[34]/.test(code))
    .map(({ code, path, problem }) => `${code} ${path}: ${problem}`);
const scram = { port: 9093, authentication: 'scram-sha-512' };
const listening = (more: object, changes?: Readonly<Record<string, unknown>>) =>
  told({ listeners: { scram, ...more } }, changes);
const disposable = { disposable: true };
const hosts = { host: 'kafka.example.com', brokerHosts: 'broker-{nodeId}.kafka.example.com' };
const oauth = { issuer: 'https://login.example.com', jwks: 'https://login.example.com/keys' };
const mtls = (more: object) => ({ outside: { port: 9095, authentication: 'mtls', ...more } });

test('listeners of every type, with what each knows and needs, are fine', () => {
  const types = {
    inside: { type: 'internal', port: 9094, authentication: 'mtls' },
    each: { type: 'cluster-ip', port: 9095, authentication: 'mtls' },
    balanced: {
      type: 'loadbalancer',
      port: 9096,
      authentication: 'mtls',
      ...hosts,
      class: 'private',
      loadBalancerSourceRanges: ['10.0.0.0/8'],
    },
    ports: { type: 'nodeport', port: 9097, authentication: 'mtls', ...hosts },
    openshift: { type: 'route', port: 9098, authentication: 'mtls' },
    gateway: { type: 'tlsroute', port: 9099, authentication: 'mtls', ...hosts, gateway: { name: 'kafka' } },
    tokens: { port: 9100, authentication: 'oauth', oauth: { ...oauth, authority: 'login-authority' } },
  };
  expect(listening(types)).toEqual([]);
  expect(listening({ old: { type: 'ingress', port: 9094, authentication: 'mtls', ...hosts, class: 'nginx' } })).toEqual(
    [
      "KFK-K434 clusters.main.listeners.old.type: Strimzi will remove the type 'ingress': the controller that it was made for is retired",
    ],
  );
});

test.each<[string, readonly string[], readonly string[]]>([
  [
    'authentication beside listeners',
    told({ listeners: { scram }, authentication: ['mtls'] }),
    ['KFK-K430 clusters.main.authentication: listeners say already how clients prove who they are'],
  ],
  [
    'a name of twelve letters',
    listening({ abcdefghijkl: { ...scram, port: 9094 } }),
    ["KFK-K430 clusters.main.listeners.abcdefghijkl: 'abcdefghijkl' cannot be the name of a listener"],
  ],
  [
    'a port of Kafka’s own',
    listening(mtls({ port: 9091 })),
    ['KFK-K431 clusters.main.listeners.outside.port: 9091 is given where 9092 to 65535 are allowed'],
  ],
  [
    'a port of metrics',
    listening(mtls({ port: 9404 })),
    ["KFK-K431 clusters.main.listeners.outside.port: 9404 is a port of Strimzi's own metrics"],
  ],
  [
    'the port of JMX',
    listening(mtls({ port: 9999 })),
    ["KFK-K431 clusters.main.listeners.outside.port: 9999 is a port of Strimzi's own metrics"],
  ],
  [
    'a port twice',
    listening(mtls({ port: 9093 })),
    ["KFK-K431 clusters.main.listeners.outside.port: 'scram' has the port 9093 too"],
  ],
  [
    'a listener that is not encrypted',
    listening(mtls({ tls: false })),
    ['KFK-K433 clusters.main.listeners.outside.tls: passwords and records would go through the network as they are'],
  ],
  ['the same where data may go', listening(mtls({ tls: false }), disposable), []],
  [
    'a listener that asks for nothing',
    listening(mtls({ authentication: 'none' })),
    ['KFK-K433 clusters.main.listeners.outside.authentication: everybody who reaches the port would be let in'],
  ],
  ['the same where data may go, too', listening(mtls({ authentication: 'none' }), disposable), []],
  [
    'an ingress without its names',
    listening(mtls({ type: 'ingress' })),
    [
      "KFK-K435 clusters.main.listeners.outside: 'ingress' needs host and brokerHosts",
      "KFK-K434 clusters.main.listeners.outside.type: Strimzi will remove the type 'ingress': the controller that it was made for is retired",
    ],
  ],
  [
    'tokens of nobody',
    listening({ tokens: { port: 9095, authentication: 'oauth' } }),
    ['KFK-K435 clusters.main.listeners.tokens.oauth: no server of tokens is named'],
  ],
  [
    'a server of tokens that nobody asks',
    listening(mtls({ oauth })),
    ["KFK-K436 clusters.main.listeners.outside.oauth: 'mtls' asks for no tokens"],
  ],
  [
    'ranges of addresses without a load balancer',
    listening(mtls({ loadBalancerSourceRanges: ['10.0.0.0/8'] })),
    ["KFK-K436 clusters.main.listeners.outside.loadBalancerSourceRanges: 'internal' has no loadBalancerSourceRanges"],
  ],
  [
    'a gateway of a load balancer',
    listening(mtls({ type: 'loadbalancer', gateway: { name: 'kafka' } })),
    ["KFK-K436 clusters.main.listeners.outside.gateway: 'loadbalancer' has no gateway"],
  ],
  [
    'an issuer without TLS',
    listening(mtls({ tls: false, issuer: 'company' }), disposable),
    ['KFK-K436 clusters.main.listeners.outside.issuer: nobody is shown a certificate without TLS'],
  ],
  [
    'a host with a port',
    listening(mtls({ type: 'loadbalancer', host: 'kafka.example.com:9095' })),
    ["KFK-K446 clusters.main.listeners.outside.host: 'kafka.example.com:9095' is not of the form that is needed here"],
  ],
  [
    'an address that is no range',
    listening(mtls({ type: 'loadbalancer', loadBalancerSourceRanges: ['10.0.0.0/8', '2001:db8::/32', '10.0.0.0'] })),
    [
      "KFK-K446 clusters.main.listeners.outside.loadBalancerSourceRanges[2]: '10.0.0.0' is not of the form that is needed here",
    ],
  ],
  [
    'keys that come unencrypted',
    listening({
      tokens: { port: 9095, authentication: 'oauth', oauth: { ...oauth, jwks: 'http://login.example.com' } },
    }),
    [
      "KFK-K446 clusters.main.listeners.tokens.oauth.jwks: 'http://login.example.com' is not of the form that is needed here",
    ],
  ],
  [
    'one name for all brokers',
    listening(mtls({ type: 'route', brokerHosts: 'broker.example.com' })),
    [
      "KFK-K442 clusters.main.listeners.outside.brokerHosts: 'broker.example.com' is not another name of one domain for each broker",
    ],
  ],
  [
    'a certificate of the lag exporter that nobody makes',
    told({ authentication: ['mtls', 'scram-sha-512'], clientCertificates: 'external' }),
    [
      'KFK-K444 clusters.main.clientCertificates: nobody makes a certificate for the lag exporter, which would use the first listener of its kind',
    ],
  ],
  [
    'the same with a password first',
    told({ authentication: ['scram-sha-512', 'mtls'], clientCertificates: 'external' }),
    [],
  ],
])('%s', (_, problems, expected) => {
  expect(problems).toEqual(expected);
});

test('a listener by which nothing can be proved is found by nobody: an application is told so', () => {
  const open = { plain: { port: 9092, authentication: 'none', tls: false } };
  expect(told({ listeners: open }, disposable)).toEqual(
    expect.arrayContaining([
      "KFK-K437 applications.shop.authentication: 'main' has no encrypted listener for 'scram-sha-512' whose address is known",
    ]),
  );
});

test('an application whose Secret would be another’s is told whose', () => {
  const consumes = { owner: 'orders', consumes: { 'orders.created': {} } };
  expect(
    told(
      {},
      {
        secrets: { store: 'vault' },
        'kubernetes.secretStore': 'company',
        'platform.applications.shop-password': consumes,
      },
    ),
  ).toEqual([
    "KFK-K440 applications['shop-password']: the Secret 'shop-password' in 'kafka' would be its credential, and the password of 'shop'",
  ]);
  expect(
    told(
      {},
      {
        'platform.applications.shop.namespace': 'kafka',
        'platform.applications.shop-kafka': consumes,
      },
    ),
  ).toEqual([
    "KFK-K440 applications['shop-kafka']: the Secret 'shop-kafka' in 'kafka' would be its credential, and the connection of 'shop'",
  ]);
});
