import { msk } from '../../contract/cases/msk';
import { strimzi } from '../../contract/cases/strimzi';
import { world } from './world';

const authority = (cluster: object, changes: object = {}) => world(cluster, changes).plan('main', 'authority');

test('whoever trusts an authority is named, with how it comes to the next one', () => {
  const { restarts } = authority(strimzi.cluster, { kubernetes: {} });
  expect(restarts).toContainEqual(
    expect.stringMatching(
      /^application shop in .* reads the Secret 'shop-kafka': at its restart; it holds both within 5m/,
    ),
  );
});

test('of the Access Operator nobody restarts before every broker shows the next one', () => {
  const { restarts } = authority({ ...strimzi.cluster, connections: 'access-operator' }, { kubernetes: {} });
  expect(restarts).toContainEqual(expect.stringContaining('when every broker shows that one'));
  expect(restarts.join()).not.toContain('it holds both');
});

test('where everybody knows who signs, nobody trusts anything else', () => {
  expect(authority(msk.cluster).restarts).toEqual([]);
});
