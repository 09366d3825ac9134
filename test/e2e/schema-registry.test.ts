import { apicurioDistribution, javaForApicurio } from '../support/apicurio';
import { RegisteredShop } from '../support/registered-shop';

const java = javaForApicurio();
// CI fails when a test sleeps.
if (!java) console.warn('NOT TESTED: Apicurio Registry needs Java 21 or later, in JAVA_HOME, the PATH or /usr/lib/jvm');

const order = (...fields: readonly object[]) => ({
  schema: JSON.stringify({
    type: 'record',
    name: 'Order',
    fields: [{ name: 'id', type: 'string' }, ...fields],
  }),
});

(java ? describe : describe.skip)('the real Apicurio, as the described Deployment runs it', () => {
  let shop: RegisteredShop;

  beforeAll(async () => {
    shop = new RegisteredShop(java ?? '', apicurioDistribution());
    await shop.prepare();
    expect(await shop.start()).toBe('ready');
  }, 600_000); // the first time it is fetched

  afterAll(() => shop?.remove(), 60_000);

  test('takes a schema and gives it back, by the API of Confluent, over HTTPS, with the permissions that are derived', async () => {
    const registered = await shop.call('POST', '/subjects/orders-value/versions', order());
    expect(registered).toEqual({ status: 200, body: { id: expect.any(Number) } });
    const { status, body } = await shop.call('GET', `/schemas/ids/${registered.body.id}`);
    expect(status).toBe(200);
    expect(JSON.parse(body.schema).fields).toEqual([{ name: 'id', type: 'string' }]);
  }, 60_000);

  test('refuses a schema that cannot read what was written, and takes one that can', async () => {
    await shop.call('PUT', '/config/orders-value', { compatibility: 'BACKWARD' });
    const required = order({ name: 'total', type: 'long' });
    expect(await shop.call('POST', '/subjects/orders-value/versions', required)).toMatchObject({
      status: 409,
      body: { error_code: 409 },
    });
    const optional = order({ name: 'total', type: 'long', default: 0 });
    expect(await shop.call('POST', '/subjects/orders-value/versions', optional)).toMatchObject({ status: 200 });
    expect(await shop.call('GET', '/subjects/orders-value/versions')).toEqual({ status: 200, body: [1, 2] });
  }, 60_000);

  test('knows all of it when it starts again with nothing but its topic', async () => {
    await shop.stop();
    expect(await shop.start()).toBe('ready');
    expect(await shop.call('GET', '/subjects/orders-value/versions')).toEqual({ status: 200, body: [1, 2] });
    expect(await shop.call('GET', '/config/orders-value')).toMatchObject({ body: { compatibilityLevel: 'BACKWARD' } });
  }, 90_000);

  test('does not start without one of its permissions: to read as the groups that it makes up', async () => {
    const groups = shop.permissions.find(({ resourceType }) => resourceType === 'Group');
    if (!groups) throw new Error('it is granted no group');
    expect(await shop.without(groups)).toEqual({ outcome: 'refused' });
  }, 90_000);
});
