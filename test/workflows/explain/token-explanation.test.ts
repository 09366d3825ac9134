import { explanationOf } from '../../../workflows/explain/explanation';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';

const explained = (oauth: object) =>
  explanationOf(
    resolve(
      changed<Description>(small, {
        'clusters.main': {
          backend: 'kafka',
          authentication: ['scram-sha-512', 'oauth'],
          oauth: { tokenEndpoint: 'https://login.example.com/token', scope: 'kafka', userNameClaim: 'azp' },
        },
        'platform.applications.shop.authentication': 'oauth',
        'platform.applications.shop.oauth': oauth,
      }),
    ),
    'shop',
  );

test('who signs in with tokens is told whom it asks, as whom, and what for', () => {
  expect(explained({ clientId: 'web-shop' })).toMatchObject({
    user: 'User:web-shop',
    tokens: [
      'from https://login.example.com/token',
      'as the client web-shop, with the scope kafka',
      'for its client secret',
    ],
  });
  expect(explained({ assertionFile: '/var/run/token' })).toMatchObject({
    user: 'User:shop',
    tokens: expect.arrayContaining(['for what its platform keeps in /var/run/token']),
  });
  expect(explained({ tokenFile: '/var/run/token', user: 'shop-account' })).toMatchObject({
    user: 'User:shop-account',
    tokens: ['what its platform keeps in /var/run/token'],
  });
});

test('nobody else is told of tokens', () => {
  expect(explanationOf(resolve(small), 'shop')).not.toHaveProperty('tokens');
});
