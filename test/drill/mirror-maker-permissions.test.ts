import { type MirrorFailure, mirrorAccess, mirrorFailures } from '../../model/replication-permissions';
import { everything, missing, seenAgain } from '../support/mirror-seen';
import { MirroredShop } from '../support/mirrored-shop';

const shop = new MirroredShop();

beforeAll(() => shop.start(), 300_000);
afterAll(() => shop.stop(), 120_000);

test('with all of its permissions everything arrives, and once, also when it is started again', async () => {
  expect(await shop.mirrored()).toEqual(everything);
  expect(await shop.mirroredAgain()).toEqual({ copied: 'once', offsets: true });
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
/** Seen by the REST interface alone, which Kafka's own program has not. */
const ofState = rows.filter(({ failure }) => failure === 'no-status');
const drilled = rows.filter((row) => !ofState.includes(row));

test.each(drilled)(
  'without $operation on $resourceType $name ($of, $side): $what',
  async (row) => {
    const { side, name, operation, failure } = row;
    const seen = await shop.without(shop.permission(side, name, operation), failure);
    const nothing = failure === 'no-records';
    expect(seen).toMatchObject({ ...(nothing ? {} : everything), ...missing[failure], ...seenAgain[failure] });
  },
  180_000,
);

describe("a worker with Connect's REST interface, as Strimzi runs it", () => {
  test('says that its connector runs', async () => {
    expect(await shop.stateOfConnector()).toBe('RUNNING');
  }, 180_000);

  test.each(ofState)(
    'without $operation on $resourceType $name ($of, $side): $what',
    async (row) => {
      const { side, name, operation } = row;
      expect(await shop.stateOfConnector(shop.permission(side, name, operation))).toBeUndefined();
    },
    180_000,
  );
});
