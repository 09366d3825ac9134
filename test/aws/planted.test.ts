/** The faults of one environment, and what no resource could be: found by what holds requests against botocore's models. */
import { botocoreIsThere } from '../support/botocore';
import { type Evaluated, evaluated } from './evaluated';
import { judge } from './judge';
import { mappings } from './mapping';
import { committed, stacksOf } from './stacks';

jest.setTimeout(300_000);

(botocoreIsThere ? describe : describe.skip)('what botocore’s models find', () => {
  let resources: readonly Evaluated[] = [];

  beforeAll(async () => {
    resources = await evaluated(stacksOf(committed('msk').slice(0, 1)));
  });

  const oneOf = (type: string): Evaluated => {
    const found = resources.find((resource) => resource.type === type);
    if (!found) throw new Error(`there is no ${type}`);
    return found;
  };

  test('a type that no mapping knows', () => {
    expect(judge([{ ...oneOf('aws_msk_cluster'), type: 'aws_msk_cluster_of_tomorrow' }]).problems).toEqual([
      expect.stringContaining('no mapping knows this type'),
    ]);
  });

  test('an operation that a service does not have', () => {
    const { calls } = mappings.aws_msk_topic ?? { calls: [] };
    const wrong = { aws_msk_topic: { calls: calls.map((call) => ({ ...call, operation: 'MakeTopic' })) } };
    expect(() => judge([oneOf('aws_msk_topic')], wrong)).toThrow('kafka has no MakeTopic');
  });

  test('a member that an operation does not have', () => {
    const { calls } = mappings.aws_msk_topic ?? { calls: [] };
    const wrong = {
      aws_msk_topic: { calls: calls.map((call) => ({ ...call, members: { ...call.members, name: 'Name' } })) },
    };
    expect(judge([oneOf('aws_msk_topic')], wrong).problems).toEqual([
      expect.stringContaining('TopicName is required'),
      expect.stringContaining('there is no Name'),
    ]);
  });

  test('an expression of which nobody said what it is worth', async () => {
    const text = JSON.stringify({ resource: { aws_kms_alias: { main: { name: '${aws_unheard_of.main.name}' } } } });
    await expect(evaluated([{ name: 'stack', text }])).rejects.toThrow('say in test/aws/worth.ts');
  });
});
