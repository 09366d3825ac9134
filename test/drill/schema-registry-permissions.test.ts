import type { Permission } from '../../model/permissions';
import { apicurioDistribution, javaForApicurio } from '../support/apicurio';
import { type Outcome, RegisteredShop } from '../support/registered-shop';

/** What the real Apicurio does while one permission is missing: every one of them is needed. */
const failures: Readonly<Record<string, Outcome | 'answers 500'>> = {
  'Read Group schemas.': 'ended',
  'DescribeConfigs Topic schemas.events': 'ended',
  'Write Topic schemas.events': 'answers 500',
  'DescribeConfigs Topic schemas.journal': 'ended',
  'Read Topic schemas.journal': 'not ready',
  'Write Topic schemas.journal': 'ended',
  'DescribeConfigs Topic schemas.snapshots': 'ended',
  'Read Topic schemas.snapshots': 'not ready',
};

let shop: RegisteredShop;

beforeAll(async () => {
  const java = javaForApicurio();
  if (!java) throw new Error('Apicurio Registry needs Java 21 or later, in JAVA_HOME, the PATH or /usr/lib/jvm');
  shop = new RegisteredShop(java, apicurioDistribution());
  await shop.prepare();
  expect(await shop.start()).toBe('ready');
}, 600_000);

afterAll(() => shop?.remove(), 60_000);

const wordsOf = ({ operation, resourceType, resourceName }: Permission) =>
  `${operation} ${resourceType} ${resourceName}`;

test('there is a failure for each permission', () => {
  expect(shop.permissions.map(wordsOf).sort()).toEqual(Object.keys(failures).sort());
});

test.each(Object.entries(failures))(
  'without «%s» it is or does: %s',
  async (words, failure) => {
    const permission = shop.permissions.find((one) => wordsOf(one) === words);
    if (!permission) throw new Error(`it is not granted ${words}`);
    const { outcome, answer } = await shop.without(permission, () =>
      shop.call('POST', '/subjects/orders-key/versions', { schema: '{"type":"string"}' }),
    );
    expect(answer ? `answers ${(answer as { status: number }).status}` : outcome).toBe(failure);
  },
  180_000,
);
