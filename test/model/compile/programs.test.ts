import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';

const topic = 'platform.topics[orders.created]';
const at = "topics['orders.created']";

describe('what only programs can write', () => {
  test('a description that contains itself is refused, not followed for ever', () => {
    const platform: Record<string, unknown> = { ...small.platform };
    platform.self = platform;
    expect(compileDescription({ ...small, platform }).problems).toMatchObject([{ code: 'KFK-S001', path: 'self' }]);
  });

  test('an object with a class or without a prototype is read, and stays as it was', () => {
    class Team {
      contact = 'orders@example.com';
      pager = 'x';
    }
    const orders = new Team();
    const bare = Object.assign(Object.create(null), { owner: 'orders', partitons: 1 });
    const { problems } = compileDescription(changed<unknown>(small, { 'platform.owners': { orders }, [topic]: bare }));
    expect(problems.map(({ path }) => path)).toEqual(['owners.orders.pager', `${at}.partitons`]);
    expect([orders.pager, bare.partitons]).toEqual(['x', 1]);
  });

  test('names that every object has are names like others', () => {
    const named = changed<unknown>(small, {
      'platform.owners': { constructor: { contact: 'orders@example.com' } },
      'platform.topics': {
        'to.string': { owner: 'constructor' },
        constructor: { owner: 'constructor' },
        valueOf: { owner: 'constructor' },
      },
      'platform.applications': {
        constructor: { owner: 'constructor', produces: { constructor: {}, valueOf: {}, 'to.string': {} } },
      },
    });
    const { resolved, problems } = compileDescription(named, {});
    expect(problems.map(({ code }) => code)).toEqual(['KFK-T004', 'KFK-T004']);
    expect(resolved?.shards.map(({ key, principals }) => [key, principals[0]?.credential?.version])).toEqual([
      ['constructor', 1],
    ]);
  });
});
