import { loadCompiled } from '../../../workflows/load/compiled';
import { projectWith } from '../../support/written-project';

const vault = {
  by: 'vault',
  server: 'https://vault.example.com:8200',
  mount: 'pki-kafka',
  role: 'kafka-clients',
  login: { role: 'kafka' },
};
const signed = (said: object = {}) => ({
  backend: 'strimzi',
  authentication: ['mtls'],
  clientCertificates: { ...vault, ...said },
});

/** What is told of environments of these clusters. */
const told = (...environments: Readonly<Record<string, object>>[]) => {
  const files = environments.map((clusters, index) => {
    const name = `env-${index}`;
    const described = { name, platform: { owners: {} }, kubernetes: { namespace: name }, clusters };
    return [`environments/${name}.yaml`, JSON.stringify(described)];
  });
  return loadCompiled({ folder: projectWith(Object.fromEntries(files)), today: '2026-11-21' })
    .problems.filter(({ code }) => code === 'KFK-X097')
    .map(({ severity, path, problem }) => `${severity} ${path}: ${problem}`);
};

test('an authority that signs for clients of two environments is told, whatever role each has', () => {
  const same = [
    expect.stringMatching(
      /^warning clusters\.main\.clientCertificates\.mount: the authority 'pki-kafka' of https:\/\/vault\.example\.com:8200 signs for 'env-0' as well/,
    ),
  ];
  expect(told({ main: signed() }, { main: signed() })).toEqual(same);
  expect(told({ main: signed({ role: 'stage' }) }, { main: signed({ role: 'prod' }) })).toEqual(same);
});

test.each([
  ['mount', { mount: 'pki-kafka-prod' }],
  ['namespace', { namespace: 'prod' }],
  ['server', { server: 'https://vault.prod.example.com:8200' }],
])('another %s is another authority', (_, said) => {
  expect(told({ main: signed() }, { main: signed(said) })).toEqual([]);
});

test('clusters of one environment share it: there a name is one application', () => {
  expect(told({ main: signed(), other: signed() })).toEqual([]);
  expect(told({ main: signed() }, { main: signed(), other: signed() })).toHaveLength(1);
});

test('an authority of AWS Private CA is told by its ARN', () => {
  const authority = (id: number) =>
    `arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/01234567-89ab-cdef-0123-45678900000${id}`;
  const on = (certificateAuthority: unknown) => ({
    main: {
      backend: 'msk',
      region: 'eu-west-1',
      authentication: ['mtls'],
      certificateAuthority,
      network: {
        vpc: 'vpc-00000001',
        subnets: ['subnet-00000001', 'subnet-00000002', 'subnet-00000003'],
        clients: { shops: 'sg-00000001' },
      },
    },
  });
  expect(told(on(authority(1)), on(authority(1)))).toEqual([
    expect.stringContaining(`clusters.main.certificateAuthority: the authority ${authority(1)} signs for 'env-0'`),
  ]);
  expect(told(on(authority(1)), on(authority(2)))).toEqual([]);
  expect(told(on({}), on({}))).toEqual([]);
});
