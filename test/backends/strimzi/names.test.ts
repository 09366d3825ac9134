import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';

/** `main` and `standby` on Strimzi; everything else of the small description is on `main`. */
const two = {
  kubernetes: {},
  'clusters.main': { backend: 'strimzi' },
  'clusters.standby': { backend: 'strimzi' },
  'replications.copy': { owner: 'orders', from: 'main', to: 'standby' },
};
const told = (changes: Readonly<Record<string, unknown>>) =>
  compileDescription(changed<unknown>(small, { ...two, ...changes }))
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, path, problem }) => `${code} ${path}: ${problem}`);
const consumes = { owner: 'orders', consumes: { 'orders.created': {} } };

test('two clusters and a replication between them have names of their own', () => {
  expect(told({})).toEqual([]);
});

test.each([
  ['main-cluster-ca', "an authority's key"],
  ['main-clients-ca', "an authority's key"],
  ['main-cluster-ca-cert', 'what clients trust'],
  ['main-lag-exporter', "the lag exporter's user"],
  ['standby-clients-ca', 'an authority of the other cluster'],
  ['copy-connect-tls-trusted-certs', 'what MirrorMaker trusts'],
])("no application can be called '%s': %s", (name) => {
  expect(told({ [`platform.applications.${name}`]: consumes })).toEqual([
    expect.stringMatching(`^KFK-K409 applications.*${name}.*: its Secret '${name}' could be one of`),
  ]);
});

test.each(['main', 'mainly-clients-ca', 'ca-of-main'])("an application can be called '%s'", (name) => {
  expect(told({ [`platform.applications.${name}`]: consumes })).toEqual([]);
});

test('where no operator makes Secrets, an application can have the name of one', () => {
  const elsewhere = { 'clusters.main': { backend: 'kafka' }, 'clusters.standby': { backend: 'kafka' } };
  expect(told({ ...elsewhere, kubernetes: undefined, 'platform.applications.main-clients-ca': consumes })).toEqual([]);
});

const replicationCalled = (name: string) =>
  told({ replications: { [name]: { owner: 'orders', from: 'main', to: 'standby' } } });

test("no replication has users whose Secrets could be a cluster's", () => {
  expect(replicationCalled('main-copy')).toEqual([
    "KFK-K409 replications['main-copy']: its users' Secrets 'main-copy-source' and 'main-copy-target' could be those of the cluster 'main': they begin with 'main-'",
  ]);
});

test.each(['main', 'standby'])("no replication has the name of the cluster '%s'", (name) => {
  expect(replicationCalled(name)).toEqual([
    `KFK-K410 replications.${name}: the cluster '${name}' has a ConfigMap '${name}-metrics' too`,
  ]);
});
