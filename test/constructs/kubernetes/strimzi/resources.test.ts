import type { Chart } from 'cdk8s';
import { restrictedContainer, restrictedContainers } from '../../../../constructs/kubernetes/restricted';
import { StrimziNodePool, type StrimziNodePoolProps } from '../../../../constructs/kubernetes/strimzi/node-pool';
import { StrimziTopic, type StrimziTopicProps } from '../../../../constructs/kubernetes/strimzi/topic';
import { StrimziUser, type StrimziUserProps } from '../../../../constructs/kubernetes/strimzi/user';
import { manifestsOf } from '../../../support/chart';

const kept = {
  'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
};
const metadata = { name: 'orders.created' };
const disk = { id: 0, type: 'persistent-claim', size: '10Gi', deleteClaim: false, kraftMetadata: 'shared' };
const containers = restrictedContainers('kafkaContainer', 'initContainer');
const pods = { 'strimzi.io/cluster': 'main', 'strimzi.io/pool-name': 'orders.created' };

/** A construct, the least that it needs, what that becomes, and what each further prop changes. */
interface Construct<Props> {
  readonly of: new (chart: Chart, id: string, props: Props) => unknown;
  readonly kind: string;
  readonly least: Props;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly changes: readonly (readonly [Partial<Props>, Readonly<Record<string, unknown>>])[];
}
const row = <Props>(construct: Construct<Props>) => construct as unknown as Construct<object>;

const constructs = [
  row<StrimziTopicProps>({
    of: StrimziTopic,
    kind: 'KafkaTopic',
    least: { metadata, cluster: 'main', partitions: 3, replicas: 2 },
    spec: { partitions: 3, replicas: 2 },
    annotations: kept,
    changes: [
      [{ topicName: 'Orders' }, { topicName: 'Orders' }],
      [{ partitions: 6 }, { partitions: 6 }],
      [{ replicas: 3 }, { replicas: 3 }],
      [{ config: { 'retention.ms': '1' } }, { config: { 'retention.ms': '1' } }],
    ],
  }),
  row<StrimziUserProps>({
    of: StrimziUser,
    kind: 'KafkaUser',
    least: { metadata, cluster: 'main', authentication: 'scram-sha-512' },
    spec: { authentication: { type: 'scram-sha-512' } },
    annotations: kept,
    changes: [
      [{ authentication: 'tls' }, { authentication: { type: 'tls' } }],
      [
        { authentication: 'tls', lifetime: { validityDays: 30, renewalDays: 10 } },
        { authentication: { type: 'tls', validityDays: 30, renewalDays: 10 } },
      ],
      [{ authentication: 'tls-external' }, { authentication: { type: 'tls-external' } }],
      [
        { password: { name: 'orders-password', key: 'password' } },
        {
          authentication: {
            type: 'scram-sha-512',
            password: { valueFrom: { secretKeyRef: { name: 'orders-password', key: 'password' } } },
          },
        },
      ],
      [{ quotas: { producerByteRate: 1 } }, { quotas: { producerByteRate: 1 } }],
      [{ quotas: { controllerMutationRate: 2.5 } }, { quotas: { controllerMutationRate: 2.5 } }],
      [{ acls: [] }, { authorization: { type: 'simple', acls: [] } }],
      [
        { acls: [{ type: 'deny', resource: { type: 'cluster' }, operations: ['Alter', 'Read'], host: '10.0.0.1' }] },
        {
          authorization: {
            type: 'simple',
            acls: [{ type: 'deny', resource: { type: 'cluster' }, operations: ['Alter', 'Read'], host: '10.0.0.1' }],
          },
        },
      ],
    ],
  }),
  row<StrimziNodePoolProps>({
    of: StrimziNodePool,
    kind: 'KafkaNodePool',
    least: {
      metadata,
      cluster: 'main',
      roles: ['broker'],
      replicas: 3,
      volumes: [{ id: 0, size: '10Gi', metadata: true }],
    },
    spec: { roles: ['broker'], replicas: 3, storage: { type: 'jbod', volumes: [disk] }, template: containers },
    annotations: kept,
    changes: [
      [{ roles: ['controller'] }, { roles: ['controller'] }],
      [{ replicas: 5 }, { replicas: 5 }],
      [
        { volumes: [{ id: 0, size: '20Gi', class: 'fast', metadata: true }] },
        { storage: { type: 'jbod', volumes: [{ ...disk, size: '20Gi', class: 'fast' }] } },
      ],
      [
        {
          volumes: [
            { id: 0, size: '10Gi' },
            { id: 7, size: '5Gi', ephemeral: true, metadata: true },
            { id: 8, size: '1Gi', deleteClaim: true },
          ],
        },
        {
          storage: {
            type: 'jbod',
            volumes: [
              { id: 0, type: 'persistent-claim', size: '10Gi', deleteClaim: false },
              { id: 7, type: 'ephemeral', sizeLimit: '5Gi', kraftMetadata: 'shared' },
              { id: 8, type: 'persistent-claim', size: '1Gi', deleteClaim: true },
            ],
          },
        },
      ],
      [{ resources: { requests: { cpu: '1' } } }, { resources: { requests: { cpu: '1' } } }],
      [{ jvm: { heap: '2048m' } }, { jvmOptions: { '-Xms': '2048m', '-Xmx': '2048m' } }],
      [{ jvm: { options: { UseG1GC: 'true' } } }, { jvmOptions: { '-XX': { UseG1GC: 'true' } } }],
      [{ jvm: {} }, {}],
      [{ priorityClass: 'high' }, { template: { ...containers, pod: { priorityClassName: 'high' } } }],
      [
        { tolerations: [{ key: 'kafka' }] },
        { template: { ...containers, pod: { tolerations: [{ key: 'kafka', operator: 'Exists' }] } } },
      ],
      [
        { nodes: { label: 'zone', values: ['a', 'b'] } },
        {
          template: {
            ...containers,
            pod: {
              affinity: {
                nodeAffinity: {
                  requiredDuringSchedulingIgnoredDuringExecution: {
                    nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a', 'b'] }] }],
                  },
                },
              },
            },
          },
        },
      ],
      [
        { spread: [{ topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }] },
        {
          template: {
            ...containers,
            pod: {
              topologySpreadConstraints: [
                {
                  maxSkew: 1,
                  topologyKey: 'zone',
                  whenUnsatisfiable: 'DoNotSchedule',
                  labelSelector: { matchLabels: pods },
                },
              ],
            },
          },
        },
      ],
      [
        { spread: [{ topologyKey: 'host', whenUnsatisfiable: 'ScheduleAnyway', over: 'role' }] },
        {
          template: {
            ...containers,
            pod: {
              topologySpreadConstraints: [
                {
                  maxSkew: 1,
                  topologyKey: 'host',
                  whenUnsatisfiable: 'ScheduleAnyway',
                  labelSelector: { matchLabels: { 'strimzi.io/cluster': 'main', 'strimzi.io/broker-role': 'true' } },
                },
              ],
            },
          },
        },
      ],
      [
        { secretMounts: [{ name: 'oauth', secretName: 'authority', mountPath: '/mnt/oauth' }] },
        {
          template: {
            ...containers,
            pod: { volumes: [{ name: 'oauth', secret: { secretName: 'authority' } }] },
            kafkaContainer: {
              ...restrictedContainer,
              volumeMounts: [{ name: 'oauth', mountPath: '/mnt/oauth', readOnly: true }],
            },
          },
        },
      ],
    ],
  }),
];

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
