/** What AWS runs beside MSK, as Terraform hands it to the provider: expressions are evaluated by the real Terraform, AWS is not asked. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synth } from '../../workflows/synth/synth';
import { findTerraform } from '../../workflows/terraform/binary';
import { connect, glue, replicated } from '../backends/msk/services.cases';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { Project, succeed } from '../support/project';
import { withoutAws, worth } from '../support/without-aws';

const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-msk-services-'));
const project = new Project();
const definition = `{"type":"string","doc":"\${id} and %{if}"}`;
const descriptions = {
  connect: connect({
    name: 'connect',
    'clusters.main': { backend: 'msk', region: 'eu-west-1', existing: 'shared' },
    'platform.connectors.archive.secrets': { password: { secret: 'archive-store', key: 'key' } },
    'platform.connectors.archive.config': { 'topics.dir': `orders/\${topic}` },
  }),
  mirror: replicated({
    name: 'mirror',
    'platform.topics[orders.created].cluster': 'main',
    'platform.applications.shop.cluster': 'main',
    'platform.applications.billing.cluster': 'main',
  }),
  glue: { name: 'glue', ...glue({ orders: { schemas: { 'orders.created': { definition } } } }) },
};
/** What a data source says of brokers. */
const brokers = [{ client_subnets: ['subnet-0000000e', 'subnet-0000000f'], security_groups: ['sg-0000000e'] }];

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  project.remove();
});

async function evaluated(changes: Readonly<Record<string, unknown>>, stack: string) {
  const { stacks } = await synth(resolve(changed<Description>(small, changes)), folder);
  const text = readFileSync(stacks.find(({ name }) => name === stack)?.config ?? '', 'utf8');
  const config = withoutAws(text, { keep: () => false }) as { readonly locals: object };
  const here = join(folder, 'without-aws', stack);
  mkdirSync(here, { recursive: true });
  const locals = { ...config.locals, broker_node_group_info: brokers, latest_revision: 1 };
  writeFileSync(join(here, 'main.tf.json'), JSON.stringify({ ...config, locals }));
  const { command } = await findTerraform(process.env);
  const run = (...args: string[]) => succeed(project.run(command, [`-chdir=${here}`, ...args, '-no-color'])).stdout;
  run('init', '-input=false');
  run('plan', '-input=false', '-out=plan');
  const { planned_values } = JSON.parse(run('show', '-json', 'plan')) as {
    planned_values: { root_module: { resources: { name: string; values: { input: Record<string, never> } }[] } };
  };
  return new Map(
    planned_values.root_module.resources.map(({ name, values }) => [name.replace('__', '.'), values.input]),
  );
}

test('a connector is told what it was described with, and stands where the brokers of its cluster are', async () => {
  const made = await evaluated(descriptions.connect, 'connect-pipeline--connect');
  expect(made.get('aws_mskconnect_connector.pipeline-archive')).toMatchObject({
    connector_configuration: {
      password: `\${secretsmanager:archive-store:key}`,
      'topics.dir': `orders/\${topic}`,
    },
    kafka_cluster: {
      apache_kafka_cluster: {
        bootstrap_servers: worth.bootstrap_brokers_sasl_iam,
        vpc: { subnets: brokers[0]?.client_subnets },
      },
    },
  });
  expect(made.get('aws_vpc_security_group_ingress_rule.pipeline_iam')).toMatchObject({
    security_group_id: 'sg-0000000e',
    from_port: 9098,
  });
  const { Statement } = JSON.parse(made.get('aws_iam_policy.pipeline-archive')?.policy ?? '') as {
    Statement: { Resource: string[] }[];
  };
  expect(Statement.flatMap(({ Resource }) => Resource)).toContain(
    `${worth.arn?.replace(':cluster/', ':topic/')}/orders.created`,
  );
  expect(JSON.parse(made.get('aws_iam_role.pipeline-archive')?.assume_role_policy ?? '')).toMatchObject({
    Statement: [
      {
        Condition: {
          StringEquals: { 'aws:SourceAccount': '123456789012' },
          ArnLike: {
            'aws:SourceArn': 'arn:aws:kafkaconnect:eu-west-1:123456789012:connector/connect-pipeline-archive/*',
          },
        },
      },
    ],
  });
});

test('a Replicator copies by expressions that Terraform leaves as they are', async () => {
  const made = await evaluated(descriptions.mirror, 'mirror-orders-standby--replicator');
  expect(made.get('aws_msk_replicator.orders-standby')).toMatchObject({
    replication_info_list: {
      source_kafka_cluster_arn: worth.arn,
      topic_replication: [{ topics_to_replicate: ['^orders\\.created$', '^orders\\.created\\.billing\\.dlq$'] }],
    },
  });
});

test('a schema is registered as it was written', async () => {
  const made = await evaluated(descriptions.glue, 'glue-main--glue');
  expect(made.get('aws_glue_schema.orders_orders_created')).toMatchObject({ schema_definition: definition });
});
