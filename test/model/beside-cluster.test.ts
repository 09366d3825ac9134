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
  test('none runs beside a cluster that stands by, and any beside the active one', () => {
    expect(told(standby, { [`${kind}.web`]: { ...said, cluster: 'standby' } })).toContain(
      `KFK-R004 ${kind}.web.cluster`,
    );
    expect(told(standby, { [`${kind}.web`]: { ...said, cluster: 'main' } })).toEqual([]);
  });
});
