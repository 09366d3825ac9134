import { changed } from '../support/change';
import { compileDescription, type Description, resolve, small } from '../support/describe';

const described: Description = {
  ...small,
  platform: {
    ...small.platform,
    topics: {
      'orders.created': {
        owner: 'orders',
        partitions: 12,
        retention: '30d',
        config: { 'segment.ms': 5, 'flush.ms': 6 },
      },
    },
  },
};
type Overrides = NonNullable<Description['overrides']>;
const topicWith = (topic: object) =>
  resolve({ ...described, overrides: { topics: { 'orders.created': topic } } as Overrides }).topics.get(
    'orders.created',
  );

describe('an override', () => {
  test('replaces the field that it names and no other', () => {
    expect(topicWith({ partitions: 3 })).toMatchObject({ partitions: 3, retention: 30 * 86_400_000 });
  });

  test('replaces the whole value of a field: maps are not merged', () => {
    expect(topicWith({ config: { 'segment.ms': 7 } })?.config).toEqual({ 'segment.ms': '7' });
    const { flows } = resolve({
      ...small,
      overrides: { applications: { billing: { consumes: { 'orders.created': {} } } } },
    });
    expect(flows.find(({ application }) => application === 'billing')).toMatchObject({ deadLetter: undefined });
  });

  test('empties a quota: one that bounds nothing is none', () => {
    const quotaOf = (more: object) =>
      resolve(
        changed<Description>(small, { 'platform.applications.shop.quota': { produce: '1MB/s' }, ...more }),
      ).applications.get('shop')?.quota;
    expect(quotaOf({})).toEqual({ producer_byte_rate: 1_000_000 });
    expect(quotaOf({ 'overrides.applications.shop.quota': {} })).toBeUndefined();
  });

  test('that a program leaves undefined changes nothing', () => {
    expect(topicWith({ partitions: undefined, owner: undefined })).toMatchObject({ partitions: 12, owner: 'orders' });
  });

  test('of one environment leaves the platform as it was', () => {
    topicWith({ partitions: 3 });
    expect(resolve(described).topics.get('orders.created')?.partitions).toBe(12);
  });

  test('adds no noun and removes none', () => {
    const overrides = { topics: { 'orders.made': { owner: 'orders' } }, applications: { ship: {} } };
    const { problems } = compileDescription({ ...small, overrides });
    expect(problems.map(({ code, path, fix }) => [code, path, fix])).toEqual([
      ['KFK-E001', 'overrides.applications.ship', "did you mean 'shop'?"],
      ['KFK-E001', "overrides.topics['orders.made']", 'describe it in the platform, or remove the override'],
    ]);
  });

  test('is where a problem of its field is told; other fields are told on the platform', () => {
    const sources = { environment: { file: 'prod.ts' }, platform: { file: 'platform.ts' } };
    const overrides = { topics: { 'orders.created': { partitions: 0, config: { 'segment.ms': 0 } } } };
    const topics = { 'orders.created': { owner: 'orders', partitions: 3, replicationFactor: 9, config: { x: 1 } } };
    const { problems } = compileDescription(
      { ...small, platform: { ...small.platform, topics }, overrides },
      { sources },
    );
    expect(problems.map(({ code, file, path }) => [code, file, path])).toEqual([
      ['KFK-T007', 'platform.ts', "topics['orders.created'].replicationFactor"],
      ['KFK-T003', 'prod.ts', "overrides.topics['orders.created'].config['segment.ms']"],
      ['KFK-T011', 'prod.ts', "overrides.topics['orders.created'].partitions"],
    ]);
  });
});
