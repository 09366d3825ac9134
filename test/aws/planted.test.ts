/** Faults that are planted in what the kit makes: each must be found by what holds requests against botocore's models. */
import { botocoreIsThere } from '../support/botocore';
import { changed } from '../support/change';
import { type Evaluated, evaluated } from './evaluated';
import { judge } from './judge';
import { mappings } from './mapping';
import type { Attributes } from './requests';
import { committed, stacksOf } from './stacks';

jest.setTimeout(300_000);

const botocore = botocoreIsThere ? describe : describe.skip;

/** By type: what is changed in one resource of it, and what is then said. */
const faults: readonly (readonly [string, string, Readonly<Record<string, unknown>>, RegExp])[] = [
  ['aws_msk_cluster', 'an attribute that no mapping knows', { brokers: 3 }, /the mapping does not know brokers/],
  [
    'aws_msk_cluster',
    'one below a block',
    { 'encryption_info.encryption_in_transit.in_zone': true },
    /does not know encryption_info.encryption_in_transit.in_zone/,
  ],
  [
    'aws_msk_cluster',
    'a disk that is too large',
    { 'broker_node_group_info.storage_info.ebs_storage_info.volume_size': 20_000 },
    /20000 are more than 16384/,
  ],
  [
    'aws_msk_cluster',
    'a level of metrics that is none',
    { enhanced_monitoring: 'PER_PARTITION' },
    /"PER_PARTITION" is none of DEFAULT, PER_BROKER/,
  ],
  [
    'aws_msk_cluster',
    'no size of its brokers',
    { 'broker_node_group_info.instance_type': undefined },
    /InstanceType is required/,
  ],
  ['aws_msk_cluster', 'a name that is too long', { cluster_name: 'x'.repeat(65) }, /65 characters are more than 64/],
  ['aws_msk_cluster', 'text where a number is', { number_of_broker_nodes: 'three' }, /"three" is no whole number/],
  ['aws_msk_topic', 'no partition', { partition_count: 0 }, /PartitionCount: 0 are fewer than 1/],
  ['aws_msk_configuration', 'no name', { name: undefined }, /Name is required/],
  ['aws_iam_policy', 'a name with a slash', { name: 'prod/main' }, /PolicyName: "prod\/main" has not the form/],
  ['aws_kms_key', 'a key that waits for two years', { deletion_window_in_days: 730 }, /730 are more than 365/],
  ['aws_kms_alias', 'an alias with a dot', { name: 'alias/prod.main' }, /AliasName: .* has not the form/],
  ['aws_ssm_parameter', 'a type that is none', { type: 'Secret' }, /"Secret" is none of String, StringList/],
  [
    'aws_cloudwatch_log_group',
    'a name with a space',
    { name: '/aws/msk/prod main' },
    /logGroupName: .* has not the form/,
  ],
  [
    'aws_vpc_security_group_ingress_rule',
    'a port in words',
    { from_port: 'kafka' },
    /FromPort: "kafka" is no whole number/,
  ],
];

botocore('faults that botocore’s models find', () => {
  let resources: readonly Evaluated[] = [];

  beforeAll(async () => {
    resources = await evaluated(await stacksOf(committed('msk').slice(0, 1)));
  });

  const withFault = (type: string, fault: Readonly<Record<string, unknown>>): Evaluated[] => {
    const [one] = resources.filter((resource) => resource.type === type);
    if (!one) throw new Error(`there is no ${type}`);
    return [{ ...one, attributes: changed<Attributes>(one.attributes, fault) }];
  };

  test.each(faults)('%s with %s', (type, _, fault, told) => {
    expect(judge(withFault(type, {})).problems).toEqual([]);
    const { problems } = judge(withFault(type, fault));
    expect(problems).not.toEqual([]);
    for (const problem of problems) expect(problem).toMatch(told);
  });

  test('a type that no mapping knows', () => {
    const [one] = resources;
    expect(judge([{ ...(one as Evaluated), type: 'aws_msk_cluster_of_tomorrow' }]).problems).toEqual([
      expect.stringContaining('no mapping knows this type'),
    ]);
  });

  test('an operation that a service does not have', () => {
    const [one] = resources.filter(({ type }) => type === 'aws_msk_topic');
    const { calls } = mappings.aws_msk_topic ?? { calls: [] };
    const wrong = { aws_msk_topic: { calls: calls.map((call) => ({ ...call, operation: 'MakeTopic' })) } };
    expect(() => judge([one as Evaluated], wrong)).toThrow('kafka has no MakeTopic');
  });
});
