import { namespace } from '../backends/event-hubs/namespace';
import { mskCluster } from '../backends/msk/cluster';
import { changed } from '../support/change';
import { compileDescription, small } from '../support/describe';

/** What a description is told, without what is told of every first one. */
const told = (...changes: readonly Readonly<Record<string, unknown>>[]) =>
  compileDescription(
    changed<unknown>(small, {
      kubernetes: {},
      'clusters.main': { backend: 'strimzi' },
      ...Object.assign({}, ...changes),
    }),
  )
    .problems.filter(({ code }) => code !== 'KFK-I006')
    .map(({ code, path }) => `${code} ${path}`);

/** One of each, beside the small description's cluster. */
const beside: readonly [string, object][] = [
  ['connectClusters', { owner: 'orders' }],
  ['bridges', { owner: 'orders', produces: { 'orders.created': {} } }],
  ['schemaRegistries', { owner: 'orders' }],
];

const standby = {
  'clusters.standby': { backend: 'strimzi' },
  'replications.copy': { owner: 'orders', from: 'main', to: 'standby' },
};

describe.each(beside)('of %s', (kind, said) => {
  test('none has the name of an application, or one that begins as names of its cluster do', () => {
    const code = { connectClusters: 'KFK-C010', bridges: 'KFK-B004', schemaRegistries: 'KFK-M004' }[kind];
    const refused = (name: string) => told({ [`${kind}.${name}`]: said }).filter((line) => line.startsWith(code ?? ''));
    expect([...refused('shop'), ...refused('main-web')]).toEqual([
      `${code} ${kind}.shop`,
      `${code} ${kind}['main-web']`,
    ]);
    expect(refused('mainly')).toEqual([]);
  });

  test('none proves who it is by what its cluster does not offer', () => {
    const code = { connectClusters: 'KFK-C012', bridges: 'KFK-B009', schemaRegistries: 'KFK-M006' }[kind];
    const by = (authentication: string) => told({ [`${kind}.web`]: { ...said, authentication } });
    expect(by('mtls')).toEqual([`${code} ${kind}.web.authentication`]);
    expect(by('scram-sha-512')).toEqual([]);
  });

  test('none runs beside a cluster that stands by, and any beside the active one', () => {
    expect(told(standby, { [`${kind}.web`]: { ...said, cluster: 'standby' } })).toContain(
      `KFK-R004 ${kind}.web.cluster`,
    );
    expect(told(standby, { [`${kind}.web`]: { ...said, cluster: 'main' } })).toEqual([]);
  });
});

test.each(beside.slice(1))("of %s none's certificate has the Secret of an application's user", (kind, said) => {
  const neighbour = { 'platform.applications.web-tls': { owner: 'orders', produces: { 'orders.created': {} } } };
  const code = kind === 'bridges' ? 'KFK-B004' : 'KFK-M004';
  expect(told(neighbour, { [`${kind}.web`]: { ...said, issuer: 'company' } })).toEqual([`${code} ${kind}.web`]);
  expect(told(neighbour, { [`${kind}.web`]: said })).toEqual([]);
});

test('where no cluster of the vendor could offer what a secret proves, another cluster is named', () => {
  const fixes = (changes: Readonly<Record<string, unknown>>) =>
    compileDescription(changed<unknown>(small, changes)).problems.flatMap(({ code, fix }) =>
      ['KFK-C012', 'KFK-R010'].includes(code) ? fix : [],
    );
  expect(fixes({ 'clusters.main': namespace, 'connectClusters.web': { owner: 'orders' } })).toEqual([
    'name a cluster that offers one of: scram-sha-512, scram-sha-256, mtls',
  ]);
  const { 'replications.copy': copy } = standby;
  expect(
    fixes({ 'clusters.main': mskCluster, 'clusters.standby': { backend: 'kafka' }, 'replications.copy': copy }),
  ).toEqual(['add one of: scram-sha-512, scram-sha-256, mtls to its authentication']);
});
