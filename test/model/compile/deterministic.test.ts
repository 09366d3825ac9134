import fc from 'fast-check';
import { local } from '../../../environments/local';
import { changed } from '../../support/change';
import { compileDescription } from '../../support/describe';

/** The same data with the keys of every map in another order. */
function shuffled(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((inner) => shuffled(inner, random));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]) => ({ key, inner: shuffled(inner, random), at: random() }));
  return Object.fromEntries(entries.sort((a, b) => a.at - b.at).map(({ key, inner }) => [key, inner]));
}

const written = (description: unknown) => {
  const { resolved, problems } = compileDescription(description);
  const maps = (_: string, value: unknown) => (value instanceof Map ? [...value] : value);
  // Configuration by Kafka's names is sorted where it is rendered.
  return JSON.stringify({ problems, ...resolved }, (key, value) =>
    key === 'config' ? Object.entries(value).sort() : maps(key, value),
  );
};

const sameInAnyOrder = (description: unknown) =>
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (numbers) => {
      const random = () => numbers.next().value ?? 0;
      expect(written(shuffled(description, random))).toBe(written(description));
    }),
    { numRuns: 25 },
  );

test('a platform resolves to the same, whatever the order in which it was written', () => {
  sameInAnyOrder(local);
});

test('a platform with problems has the same ones, whatever the order in which it was written', () => {
  sameInAnyOrder(
    changed<unknown>(local, {
      'platform.topics[orders_created]': { owner: 'nobody', partitons: 3, config: { x: 1, 'retention.ms': 2 } },
      'platform.applications.a': {
        owner: 'orders',
        consumes: { 'orders.paid': { group: 'g' }, 'orders.shipped': { group: 'g' } },
      },
      'platform.applications.b': { owner: 'orders', consumes: { 'orders.paid': { group: 'g' } }, transactional: true },
      'platform.applications.revenue': { owner: 'analytics', streams: {}, consumes: { 'orders.paid': {} } },
      'clusters.main.brokrs': 2,
    }),
  );
});
