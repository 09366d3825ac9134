import { type MirrorFailure, mirrorAccess, mirrorFailures } from '../../model/replication-permissions';
import { MirroredShop, missing, type Seen } from '../support/mirrored-shop';

const shop = new MirroredShop();
const everything: Seen = { records: true, checkpoints: true, offsets: true, partitions: true, configuration: true };

beforeAll(() => shop.start(), 300_000);
afterAll(() => shop.stop(), 120_000);

test('with all of its permissions everything arrives', async () => {
  expect(await shop.mirrored()).toEqual(everything);
}, 120_000);

const rows = mirrorAccess.flatMap(({ side, resourceType, of, names, operations }) =>
  Object.entries(operations).map(([operation, failure]) => ({
    side,
    resourceType,
    of,
    operation,
    failure: failure as MirrorFailure,
    what: mirrorFailures[failure],
    name: names(shop.replication)[0] ?? '',
  })),
);

test.each(rows)(
  'without $operation on $resourceType $name ($of, $side): $what',
  async (row) => {
    const { side, name, operation, failure } = row;
    const seen = await shop.without(shop.permission(side, name, operation), failure);
    const unseen = Object.fromEntries(missing[failure].map((what) => [what, false]));
    expect(seen).toMatchObject(failure === 'no-records' ? unseen : { ...everything, ...unseen });
  },
  150_000,
);
