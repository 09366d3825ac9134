import { StrimziNodePool } from '../../../../constructs/kubernetes/strimzi/node-pool';
import { StrimziTopic, type StrimziTopicProps } from '../../../../constructs/kubernetes/strimzi/topic';
import { StrimziUser } from '../../../../constructs/kubernetes/strimzi/user';
import { manifestsOf } from '../../../support/chart';
import { constructs, kept, metadata } from './resources';

describe.each(constructs.map((construct) => [construct.kind, construct] as const))('%s', (kind, construct) => {
  const { of: Construct, least, spec, annotations, changes } = construct;
  const made = (props: object) => manifestsOf((chart) => new Construct(chart, 'it', props))[0];

  test('with the least that it needs has its defaults and nothing else, and belongs to its cluster', () => {
    expect(made(least)).toEqual({
      apiVersion: 'kafka.strimzi.io/v1',
      kind,
      metadata: {
        name: 'orders.created',
        namespace: 'kafka',
        labels: { 'strimzi.io/cluster': 'main' },
        ...(annotations ? { annotations } : {}),
      },
      spec,
    });
  });

  test.each(changes)('%j changes its spec to %j', (props, changed) => {
    expect(made({ ...least, ...props })?.spec).toEqual({ ...spec, ...changed });
  });

  test('says its own metadata beside its cluster and what protects it, and belongs to the cluster that it is told', () => {
    const own = { name: 'other', namespace: 'elsewhere', labels: { owner: 'orders' }, annotations: { why: 'asked' } };
    expect(made({ ...least, metadata: own, cluster: 'standby' })?.metadata).toEqual({
      ...own,
      labels: { owner: 'orders', 'strimzi.io/cluster': 'standby' },
      annotations: { ...annotations, why: 'asked' },
    });
  });
});

test('a user that proves itself by what the operator does not know has rights and no credential', () => {
  const [user] = manifestsOf((chart) => new StrimziUser(chart, 'it', { metadata, cluster: 'main', acls: [] }));
  expect(user?.spec).toEqual({ authorization: { type: 'simple', acls: [] } });
});

describe('a topic that goes', () => {
  const annotationsOf = (props: Partial<StrimziTopicProps>) =>
    manifestsOf(
      (chart) => new StrimziTopic(chart, 'it', { metadata, cluster: 'main', partitions: 3, replicas: 2, ...props }),
    )[0]?.metadata.annotations;

  test('and leaves its records is no longer managed, and still not pruned', () => {
    expect(annotationsOf({ managed: false })).toEqual({ ...kept, 'strimzi.io/managed': 'false' });
  });

  test('with its records may be pruned', () => {
    expect(annotationsOf({ protect: false })).toBeUndefined();
  });
});

test('a user that goes may be pruned', () => {
  const props = { metadata, cluster: 'main', acls: [], protect: false };
  const [user] = manifestsOf((chart) => new StrimziUser(chart, 'it', props));
  expect(user?.metadata.annotations).toBeUndefined();
});

test('a pool says which ids its next nodes get', () => {
  const props = { metadata, cluster: 'main', roles: ['broker'], replicas: 1, volumes: [] } as const;
  const [pool] = manifestsOf((chart) => new StrimziNodePool(chart, 'it', { ...props, nextNodeIds: '[0-9]' }));
  expect(pool?.metadata.annotations).toEqual({ ...kept, 'strimzi.io/next-node-ids': '[0-9]' });
});
