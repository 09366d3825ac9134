import { type MirrorFailure, mirrorAccess, mirrorFailures } from '../../model/replication-permissions';
import { everything, MirroredShop, missing, missingAgain } from '../support/mirrored-shop';

const shop = new MirroredShop();

beforeAll(() => shop.start(), 300_000);
afterAll(() => shop.stop(), 120_000);

test('with all of its permissions everything arrives, and once, also when it is started again', async () => {
  expect(await shop.mirrored()).toEqual(everything);
  expect(await shop.mirroredAgain()).toEqual({ once: true, offsets: true });
}, 180_000);

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
/** Kafka's own program has no REST interface, where this is seen. */
const unseen = rows.filter(({ failure }) => failure === 'no-status');
const drilled = rows.filter((row) => !unseen.includes(row));

test.each(drilled)(
  'without $operation on $resourceType $name ($of, $side): $what',
  async (row) => {
    const { side, name, operation, failure } = row;
    const seen = await shop.without(shop.permission(side, name, operation), failure);
    const nothing = failure === 'no-records';
    expect(seen).toMatchObject({ ...(nothing ? {} : everything), ...missing[failure], ...missingAgain[failure] });
  },
  180_000,
);

test("what only Connect's REST interface shows is the state of connectors", () => {
  expect(unseen.map(({ of, operation }) => `${operation}: ${of}`)).toEqual([
    "Read: the connectors' state",
    "Write: the connectors' state",
  ]);
});
