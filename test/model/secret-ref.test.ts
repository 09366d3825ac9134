import { secretNames } from '../../model/secret-ref';

const owner = { environment: 'prod', cluster: 'main', application: 'payment-service' };

test.each([
  ['files', 'main/payment-service', /^[a-z/-]+$/],
  ['kubernetes', 'payment-service', /^[a-z0-9-]{1,253}$/],
  ['key-vault', 'prod-main-payment-service', /^[A-Za-z0-9-]{1,127}$/],
  ['secrets-manager', 'AmazonMSK_prod/main/payment-service', /^AmazonMSK_[A-Za-z0-9/_+=.@-]+$/],
] as const)('%s calls a credential %s, which it allows', (store, name, allowed) => {
  expect(secretNames[store](owner)).toBe(name);
  expect(name).toMatch(allowed);
});
