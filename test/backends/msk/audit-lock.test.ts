import { isLocked } from '../../../backends/msk/description/audit';
import { auditOf } from '../../../model/audit';
import { type Profile, profiles } from '../../../model/profile';

test('a bucket is locked where an auditor asks, and else where somebody says so', () => {
  const locked = (profile: Profile, mode?: 'governance' | 'compliance') =>
    isLocked(
      { bucket: 'kit-audit', mode },
      auditOf(undefined, profile, () => undefined),
    );
  expect(
    profiles.map((profile) => [locked(profile), locked(profile, 'compliance'), locked(profile, 'governance')]),
  ).toEqual([
    [false, true, false],
    [false, true, false],
    [true, true, false],
  ]);
});
