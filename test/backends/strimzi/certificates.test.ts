import { changed } from '../../support/change';
import { compileDescription, type Description, small } from '../../support/describe';

const lasting = (lasts: string, profile: string) =>
  compileDescription(
    changed<Description>(small, {
      profile,
      kubernetes: {},
      'clusters.main': {
        backend: 'strimzi',
        authentication: ['mtls'],
        certificates: { users: { lasts, renewBefore: '10d' } },
      },
    }),
  ).problems.find(({ code }) => code === 'KFK-X031');

test('how long a certificate may last is told with the profile that asks for it', () => {
  expect(lasting('31d', 'production')).toBeUndefined();
  expect(lasting('31d', 'regulated')).toMatchObject({ profile: 'regulated', fix: "write '30d' or less" });
  expect(lasting('91d', 'production')).toMatchObject({ profile: 'production', fix: "write '90d' or less" });
  expect(lasting('91d', 'regulated')).toMatchObject({ profile: 'production', fix: "write '30d' or less" });
  expect(lasting('30d', 'regulated')).toBeUndefined();
  expect(lasting('400d', 'baseline')).toBeUndefined();
});
