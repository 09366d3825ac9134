import { resourcesOf } from '../../support/synthesize';
import { dataPlaneOf, namespaceId, on } from './data-plane';

describe('a quota', () => {
  const throttled = (changes: Readonly<Record<string, unknown>>, settings: object = {}) =>
    resourcesOf(dataPlaneOf(settings, changes)).get('azapi_resource.shop_quota');

  test('becomes an application group of the namespace, by the client id of the identity', () => {
    expect(throttled({ 'platform.applications.shop.quota': { produce: '2MB/s', consume: '1MiB/s' } })).toEqual({
      type: 'Microsoft.EventHub/namespaces/applicationGroups@2024-01-01',
      name: 'shop',
      parent_id: namespaceId,
      body: {
        properties: {
          clientAppGroupIdentifier: 'AADAppID=${azurerm_user_assigned_identity.shop.client_id}',
          isEnabled: true,
          policies: [
            {
              name: 'IncomingBytes',
              type: 'ThrottlingPolicy',
              metricId: 'IncomingBytes',
              rateLimitThreshold: 2_000_000,
            },
            {
              name: 'OutgoingBytes',
              type: 'ThrottlingPolicy',
              metricId: 'OutgoingBytes',
              rateLimitThreshold: 1_048_576,
            },
          ],
        },
      },
    });
    expect(throttled({})).toBeUndefined();
  });

  test('of an application with a key goes by the name of its rule', () => {
    const body = throttled(
      {
        secrets: { store: 'key-vault', vault: 'kit' },
        accepts: { sas: { reason: 'an old till', owner: 'orders', until: '2027-01-01' } },
        'platform.applications.shop.authentication': 'sas',
        'platform.applications.shop.quota': { produce: '2MB/s' },
      },
      { authentication: ['entra-id', 'sas'] },
    )?.body;
    expect(body).toMatchObject({ properties: { clientAppGroupIdentifier: 'EntitySASKeyName=shop' } });
  });

  test('is said to count otherwise than Kafka does, and standard has none', () => {
    const { translations } = on({}, { 'platform.applications.shop.quota': { produce: '2MB/s' } });
    expect(translations.find(({ feature }) => feature === 'user-quotas')).toMatchObject({
      loses: expect.stringContaining('on the whole namespace'),
      usedBy: ['applications.shop.quota'],
    });
    expect(() => on({ tier: 'standard' }, { 'platform.applications.shop.quota': { produce: '2MB/s' } })).toThrow(
      /KFK-C001 applications.shop.quota/,
    );
  });
});
