import type { Chart } from 'cdk8s';
import { restrictedContainer, restrictedContainers } from '../../../../constructs/kubernetes/restricted';
import { StrimziNodePool, type StrimziNodePoolProps } from '../../../../constructs/kubernetes/strimzi/node-pool';
import { StrimziTopic, type StrimziTopicProps } from '../../../../constructs/kubernetes/strimzi/topic';
import { StrimziUser, type StrimziUserProps } from '../../../../constructs/kubernetes/strimzi/user';

export const kept = {
  'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
};
export const metadata = { name: 'orders.created' };
const disk = { id: 0, type: 'persistent-claim', size: '10Gi', deleteClaim: false, kraftMetadata: 'shared' };
const containers = restrictedContainers('kafkaContainer', 'initContainer');
const pods = { 'strimzi.io/cluster': 'main', 'strimzi.io/pool-name': 'orders.created' };

/** A construct, the least that it needs, what that becomes, and what each further prop changes. */
export interface Construct<Props> {
  readonly of: new (chart: Chart, id: string, props: Props) => unknown;
  readonly kind: string;
  readonly least: Props;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly changes: readonly (readonly [Partial<Props>, Readonly<Record<string, unknown>>])[];
}
const row = <Props>(construct: Construct<Props>) => construct as unknown as Construct<object>;

export const constructs = [
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
