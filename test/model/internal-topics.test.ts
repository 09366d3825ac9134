import { changed } from '../support/change';
import { compileDescription, type Description, small } from '../support/describe';

const told = (topic: object, more: object = {}) =>
  compileDescription(
    changed<Description>(small, {
      'platform.owners.data': { contact: 'data@example.com' },
      'platform.applications.counter': {
        owner: 'orders',
        streams: { processingGuarantee: 'at_least_once' },
        consumes: { 'orders.created': { deadLetter: {} } },
      },
      'platform.topics[counter-totals-changelog]': { owner: 'orders', cleanup: 'compact', ...topic },
      ...more,
    }),
  )
    .problems.filter(({ code }) => code === 'KFK-A006' || code.startsWith('KFK-T'))
    .map(({ code, path }) => `${code} ${path}`);
const streams = ['KFK-A006 applications.counter.streams'];

describe('a topic within the prefix of an application of Kafka Streams', () => {
  test('is its internal topic, described where its cluster lets it make none, if it has the same owner and no other user', () => {
    expect(told({})).toEqual([]);
    const itself = { 'platform.applications.counter.produces': { 'counter-totals-changelog': {} } };
    expect(told({}, itself).filter((text) => text.startsWith('KFK-A006'))).toEqual([]);
  });

  test("is another's where it has another owner", () => {
    expect(told({ owner: 'data' })).toEqual(expect.arrayContaining(streams));
  });

  test("is another's where Kafka Streams would not call it so", () => {
    const events = { 'platform.topics[counter-orders.created]': { owner: 'orders' } };
    expect(told({}, events)).toContain(streams[0]);
  });

  test.each([
    ['consumes', { deadLetter: {} }],
    ['produces', {}],
  ])("is another's where another application %s it", (way, flow) => {
    const other = { 'platform.applications.other': { owner: 'orders', [way]: { 'counter-totals-changelog': flow } } };
    expect(told({}, other)).toContain(streams[0]);
  });
});
