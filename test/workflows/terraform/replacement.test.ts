import { clusterBackendOf, dataPlaneOf, serviceOf } from '../../../backends/terraform';
import type { Cluster } from '../../../model/cluster';
import type { ServiceStack } from '../../../model/service-stack';
import { judge } from '../../../workflows/terraform/judge';
import { knownToReplace, type Replacement, replacements } from '../../../workflows/terraform/replacement';

const rows = Object.entries(replacements as Readonly<Record<string, Replacement>>);

test.each(rows)('%s says what is lost, where that was read, and when', (_, { attributes, loses, source, read }) => {
  expect(new Set(attributes).size).toBe(attributes.length);
  expect(loses).toMatch(/^[a-z]/);
  expect(source).toMatch(
    /^https:\/\/github\.com\/\w+\/terraform-provider-(aws|azurerm|kafka)\/blob\/(v0\.13\.1|[0-9a-f]{12,40})\//,
  );
  expect(read).toMatch(/^20\d\d-\d\d-\d\d$/);
});

const bindings = { aws: '@cdktf/provider-aws', azurerm: '@cdktf/provider-azurerm' } as const;
/** By hand, for the bindings came before it. */
const withoutBindings = ['aws_msk_topic', 'kafka_topic'];

test.each(rows.filter(([type]) => !withoutBindings.includes(type)))(
  '%s has the attributes that are said to replace it, by the typed bindings',
  (type, { attributes }) => {
    const [provider = '', ...words] = type.split('_');
    const name = `${bindings[provider as keyof typeof bindings]}/lib/${words.join('-')}`;
    const text = sourceOf(name);
    for (const attribute of attributes) for (const word of attribute.split('.')) expect(text).toContain(`${word}:`);
  },
);

const sourceOf = (name: string): string => {
  const { readFileSync } = jest.requireActual<typeof import('node:fs')>('node:fs');
  return readFileSync(require.resolve(name), 'utf8');
};

test('a plan’s path is known with its indexes, and below the attribute', () => {
  expect(knownToReplace('aws_msk_cluster', ['broker_node_group_info.0.client_subnets', 'enhanced_monitoring'])).toEqual(
    ['broker_node_group_info.client_subnets'],
  );
  expect(knownToReplace('aws_msk_serverless_cluster', ['vpc_config.0.subnet_ids'])).toEqual(['vpc_config.subnet_ids']);
  expect(knownToReplace('aws_unheard_of', ['name'])).toEqual([]);
});

test('who would replace a cluster is told what to put back, what is lost, and where that is written', () => {
  const [found] = judge(
    {
      format_version: '1.2',
      resource_changes: [
        {
          address: 'aws_msk_cluster.main',
          mode: 'managed',
          type: 'aws_msk_cluster',
          name: 'main',
          change: {
            actions: ['delete', 'create'],
            before: {},
            after: {},
            replace_paths: [['broker_node_group_info', 0, 'client_subnets']],
          },
        },
      ],
    } as never,
    {
      dataBearing: new Set(['aws_msk_cluster']),
      settingsOf: () => ({}),
      removals: new Map(),
      disposable: false,
      approvals: [],
      today: '2026-11-21',
    },
  ).changes;
  expect(found).toMatchObject({ code: 'KFK-D002', verdict: 'destructive' });
  expect(found?.fix).toContain('put broker_node_group_info.client_subnets back, or lose every topic of the cluster');
  expect(found?.fix).toContain('kafka/cluster.go');
});

test('of every type that bears data it is known what replaces it', () => {
  const bearing = [
    ...['kafka', 'event-hubs', 'msk-iam', 'msk-acl', 'msk-serverless'].map((dataPlane) =>
      dataPlaneOf({ name: 'main', dataPlane } as Cluster),
    ),
    ...['event-hubs', 'msk'].map((backend) => clusterBackendOf({ name: 'main', backend } as Cluster)),
    ...(['msk-connect', 'msk-replicator', 'glue'] as const).map((service) => serviceOf({ service } as ServiceStack)),
  ].flatMap(({ dataBearing }) => [...dataBearing]);
  expect(bearing.filter((type) => !(type in replacements))).toEqual([]);
  expect(bearing.length).toBeGreaterThan(10);
});
