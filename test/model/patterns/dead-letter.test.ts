import type { ConsumesInput } from '../../../model/flow';
import type { TopicInput } from '../../../model/topic';
import { type Description, resolve, small } from '../../support/describe';

const { owners, applications } = small.platform;
const name = 'orders.created.billing.dlq';
const day = 86_400_000;

const described = (
  topic: Partial<TopicInput>,
  consumes: ConsumesInput,
  more: Record<string, TopicInput> = {},
): Description => ({
  ...small,
  platform: {
    owners: { ...owners, finance: { contact: 'finance@example.com' } },
    topics: { 'orders.created': { owner: 'orders', ...topic }, ...more },
    applications: { ...applications, billing: { owner: 'finance', consumes: { 'orders.created': consumes } } },
  },
});
const deadLetterOf = (topic: Partial<TopicInput>, consumes: ConsumesInput, more?: Record<string, TopicInput>) =>
  resolve(described(topic, consumes, more)).topics.get(name);

describe('a consumer with a dead letter', () => {
  test('gets a topic of its own, as large and as confidential as its source, on its own team', () => {
    const source = {
      partitions: 12,
      minInsyncReplicas: 1,
      maxMessageSize: '2MiB',
      classification: 'confidential',
    } as const;
    expect(deadLetterOf(source, { deadLetter: {} })).toMatchObject({
      owner: 'finance',
      partitions: 12,
      replicationFactor: 3,
      minInsyncReplicas: 1,
      maxMessageSize: 2 ** 21,
      classification: 'confidential',
      cleanup: 'delete',
      role: 'dead-letter',
    });
  });

  test('may write to it and not read it', () => {
    const { permissions } = resolve(described({}, { deadLetter: {} }));
    const on = permissions.filter(({ resourceName }) => resourceName === name);
    expect(on.map(({ application, operation }) => [application, operation])).toEqual([['billing', 'Write']]);
  });

  test('is tried three times, a second apart, unless it says otherwise', () => {
    const said = (deadLetter: NonNullable<ConsumesInput['deadLetter']>) =>
      resolve(described({}, { deadLetter })).flows.find(({ direction }) => direction === 'consume');
    expect(said({})).toMatchObject({ deadLetter: { attempts: 3, backoff: 1000, topic: name } });
    expect(said({ attempts: 5, backoff: '10s' })).toMatchObject({ deadLetter: { attempts: 5, backoff: 10_000 } });
  });

  test('takes the name of its group', () => {
    const { topics } = resolve(described({}, { group: 'billing-eu', deadLetter: {} }));
    expect([...topics.keys()]).toEqual(['orders.created', 'orders.created.billing-eu.dlq']);
  });
});

test('without a dead letter there is no topic and no permission for one', () => {
  const { topics, permissions } = resolve(described({}, {}));
  expect([...topics.keys()]).toEqual(['orders.created']);
  expect(permissions.map(({ resourceName }) => resourceName)).not.toContain(name);
});

test.each<[string, Partial<TopicInput>, ConsumesInput['deadLetter'], number]>([
  ['14 days', { retention: '7d' }, {}, 14 * day],
  ['as long as the source, when that is longer', { retention: '30d' }, {}, 30 * day],
  ['for ever, when the source does', { retention: 'unlimited' }, {}, -1],
  ['as long as it says', { retention: '7d' }, { retention: '90d' }, 90 * day],
])('failures stay %s', (_, source, deadLetter, retention) => {
  expect(deadLetterOf(source, { deadLetter })?.retention).toBe(retention);
});

test('a dead-letter topic that is described by hand wins', () => {
  expect(deadLetterOf({}, { deadLetter: {} }, { [name]: { owner: 'orders', partitions: 1 } })).toMatchObject({
    owner: 'orders',
    partitions: 1,
    role: 'records',
  });
});
