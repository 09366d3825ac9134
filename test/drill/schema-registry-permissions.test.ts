import type { Permission } from '../../model/permissions';
import { apicurioDistribution, javaForApicurio } from '../support/apicurio';
import { RegisteredShop } from '../support/registered-shop';

/** What the real Apicurio does while one permission is missing: every one of them is needed. */
const failures: Readonly<Record<string, 'does not start' | 'answers 500'>> = {
  'Read Group schemas.': 'does not start',
  'DescribeConfigs Topic schemas.events': 'does not start',
  'Write Topic schemas.events': 'answers 500',
  'DescribeConfigs Topic schemas.journal': 'does not start',
  'Read Topic schemas.journal': 'does not start',
  'Write Topic schemas.journal': 'does not start',
  'DescribeConfigs Topic schemas.snapshots': 'does not start',
  'Read Topic schemas.snapshots': 'does not start',
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
  'without «%s» it %s',
  async (words, failure) => {
    const permission = shop.permissions.find((one) => wordsOf(one) === words);
    if (!permission) throw new Error(`it is not granted ${words}`);
    const { outcome, answer } = await shop.without(permission, () =>
      shop.call('POST', '/subjects/orders-key/versions', { schema: '{"type":"string"}' }),
    );
    const started = answer ? `answers ${answer.status}` : outcome;
    expect(started === 'refused' ? 'does not start' : started).toBe(failure);
  },
  180_000,
);
