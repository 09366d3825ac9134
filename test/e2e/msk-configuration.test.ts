import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MskClusterProps } from '../../constructs/terraform/msk/cluster';
import { MskCluster } from '../../constructs/terraform/msk/cluster';
import { MskProvider } from '../../constructs/terraform/msk/provider';
import { findTerraform } from '../../workflows/terraform/binary';
import { Project, succeed } from '../support/project';
import { synthesized } from '../support/synthesize';

/**
 * What Terraform does with a configuration and the cluster that uses it, in which order; the AWS provider is in no
 * registry that every machine reaches, so both stand in as `terraform_data`, with what the provider replaces them for.
 * https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/kafka/configuration.go
 */
const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-msk-configuration-'));
const project = new Project();

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  project.remove();
});

type Block = Readonly<Record<string, unknown>>;
type Named = Readonly<Record<string, Readonly<Record<string, Block>>>>;

const clusterProps = {
  clusterName: 'prod-main',
  kafkaVersion: '3.9.x.kraft',
  numberOfBrokerNodes: 3,
  instanceType: 'kafka.m7g.large',
  vpcId: 'vpc-1',
  clientSubnets: ['a', 'b', 'c'],
  clientSecurityGroupIds: {},
} as const satisfies MskClusterProps;

/** The two as stand-ins that refer to each other as what is synthesized does. */
function standIns(props: Partial<MskClusterProps>, lifecycle?: Block): object {
  const { resource = {} } = synthesized((stack) => {
    new MskProvider(stack, 'aws', { region: 'eu-west-1' });
    new MskCluster(stack, 'main', { ...clusterProps, ...props });
  });
  const { aws_msk_configuration: configurations, aws_msk_cluster: clusters } = JSON.parse(
    JSON.stringify(resource)
      .replaceAll('aws_msk_configuration.main.arn', 'terraform_data.configuration.id')
      // A revision counts what properties there were.
      .replaceAll('aws_msk_configuration.main.latest_revision', 'terraform_data.configuration.output'),
  ) as Named;
  const { name, kafka_versions, server_properties, lifecycle: kept } = configurations?.main ?? {};
  const { configuration_info, kafka_version } = clusters?.main ?? {};
  return {
    resource: {
      terraform_data: {
        configuration: {
          input: server_properties,
          triggers_replace: [name, kafka_versions],
          lifecycle: lifecycle ?? kept,
        },
        cluster: { input: { configuration_info, kafka_version }, lifecycle: clusters?.main?.lifecycle },
      },
    },
  };
}

/** What is done to which, in the order in which it was begun. */
async function applied(stack: string, config: object): Promise<string[]> {
  const at = join(folder, stack);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, 'main.tf.json'), JSON.stringify(config));
  const { command } = await findTerraform(process.env);
  const run = (...args: string[]) => succeed(project.run(command, [`-chdir=${at}`, ...args])).stdout;
  run('init', '-input=false');
  return run('apply', '-json', '-auto-approve')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { type: string; hook?: { action: string; resource: { addr: string } } })
    .flatMap(({ type, hook }) => (type === 'apply_start' && hook ? [`${hook.action} ${hook.resource.addr}`] : []));
}

test('another version of Kafka gets its configuration first, then the cluster, and the old one goes last', async () => {
  expect(await applied('upgrade', standIns({}))).toEqual([
    'create terraform_data.configuration',
    'create terraform_data.cluster',
  ]);
  expect(await applied('upgrade', standIns({ kafkaVersion: '4.0.x.kraft' }))).toEqual([
    'create terraform_data.configuration',
    'update terraform_data.cluster',
    'delete terraform_data.configuration',
  ]);
});

test('without that order the configuration would go while the cluster uses it, which MSK refuses', async () => {
  await applied('refused', standIns({}, {}));
  expect(await applied('refused', standIns({ kafkaVersion: '4.0.x.kraft' }, {}))).toEqual([
    'delete terraform_data.configuration',
    'create terraform_data.configuration',
    'update terraform_data.cluster',
  ]);
});

test('another property is another revision, which the cluster gets in the same apply', async () => {
  await applied('revision', standIns({}));
  expect(await applied('revision', standIns({ serverProperties: { 'num.io.threads': '16' } }))).toEqual([
    'update terraform_data.configuration',
    'update terraform_data.cluster',
  ]);
  expect(await applied('revision', standIns({ serverProperties: { 'num.io.threads': '16' } }))).toEqual([]);
});

test('the size of disks that grow by themselves is left as it became, and nothing else of them', async () => {
  const { resource = {} } = synthesized((stack) => {
    new MskProvider(stack, 'aws', { region: 'eu-west-1' });
    new MskCluster(stack, 'main', { ...clusterProps, maxVolumeSize: 500 });
  });
  const [cluster] = Object.values(resource.aws_msk_cluster ?? {}) as { lifecycle: { ignore_changes: string[] } }[];
  const ignored = cluster?.lifecycle.ignore_changes ?? [];
  expect(ignored).toHaveLength(1);
  // Nested blocks are lists of one, as the provider has them.
  const nodes = (size: number, throughput: number) => [
    { storage_info: [{ ebs_storage_info: [{ volume_size: size, throughput }] }] },
  ];
  const standIn = (size: number, throughput: number) => ({
    resource: {
      terraform_data: {
        cluster: {
          input: { broker_node_group_info: nodes(size, throughput) },
          lifecycle: { ignore_changes: ignored.map((path) => `input.${path}`) },
        },
      },
    },
  });
  await applied('growth', standIn(110, 250));
  expect(await applied('growth', standIn(100, 250))).toEqual([]);
  expect(await applied('growth', standIn(100, 300))).toEqual(['update terraform_data.cluster']);
});
