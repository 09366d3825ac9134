import fc from 'fast-check';
import { type Pins, pinnedTo } from '../../model/pins';
import { canonicalJson, releaseIdForm, releaseOf } from '../../model/release';

const platform = {
  owners: { orders: { contact: 'orders@example.com' } },
  topics: { 'orders.created': { owner: 'orders' } },
};

describe('a release', () => {
  test('has the same id however the keys of its platform are ordered', () => {
    const { topics, owners } = platform;
    expect(releaseOf({ topics, owners }).id).toBe(releaseOf(platform).id);
    expect(releaseOf(platform).id).toMatch(releaseIdForm);
  });

  test('has another id when any value differs, and when a list is in another order', () => {
    const ids = [platform, { ...platform, topics: {} }, { a: [1, 2] }, { a: [2, 1] }].map((one) => releaseOf(one).id);
    expect(new Set(ids).size).toBe(4);
  });

  test('leaves out what a program left undefined', () => {
    expect(releaseOf({ ...platform, applications: undefined })).toEqual(releaseOf(platform));
  });

  test('of any plain data is itself again when it is written and read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const release = releaseOf(value);
        expect(releaseOf(JSON.parse(JSON.stringify(release.platform, null, 2)))).toEqual(release);
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('pins', () => {
  const first = pinnedTo({}, 'prod', 'aaaaaaaaaaaa');

  test('remember what an environment had before, the latest first', () => {
    const third = pinnedTo(pinnedTo(first, 'prod', 'bbbbbbbbbbbb'), 'prod', 'cccccccccccc');
    expect(third).toEqual({ prod: { release: 'cccccccccccc', earlier: ['bbbbbbbbbbbb', 'aaaaaaaaaaaa'] } });
  });

  test('after a rollback remember what was rolled back, and each release once', () => {
    const back = pinnedTo(pinnedTo(first, 'prod', 'bbbbbbbbbbbb'), 'prod', 'aaaaaaaaaaaa');
    expect(back).toEqual({ prod: { release: 'aaaaaaaaaaaa', earlier: ['bbbbbbbbbbbb'] } });
  });

  test('stay as they are for the release that the environment has, and for every other environment', () => {
    expect(pinnedTo(first, 'prod', 'aaaaaaaaaaaa')).toBe(first);
    expect(pinnedTo(first, 'staging', 'bbbbbbbbbbbb').prod).toBe(first.prod);
  });

  test('forget what is long gone', () => {
    const ids = Array.from({ length: 30 }, (_, index) => index.toString(16).padStart(12, '0'));
    const pins = ids.reduce<Pins>((so, id) => pinnedTo(so, 'prod', id), {});
    expect(pins.prod?.earlier).toEqual(ids.slice(19, 29).reverse());
  });
});
