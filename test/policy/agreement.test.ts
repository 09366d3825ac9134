/** The kit and its policy bundle refuse the same, by the same code: what conftest says of what is synthesized anyway. */
import { changed } from '../support/change';
import { compileDescription, small } from '../support/describe';
import { disagreeable } from './agreement.cases';
import { anyway, codesOf } from './judged';

jest.setTimeout(300_000);

describe.each(disagreeable.map((one, index) => [one.code, one.profile, index, one] as const))(
  '%s, which %s asks for (%i)',
  (code, profile, _, { wrong, right }) => {
    const description = (changes: Readonly<Record<string, unknown>>) => changed<object>(small, changes);
    const kitSays = (changes: Readonly<Record<string, unknown>>) =>
      compileDescription({ ...description(changes), profile }).problems.map((problem) => problem.code);

    test('is refused by the kit, and by the bundle in what was synthesized anyway', async () => {
      expect(kitSays(wrong)).toContain(code);
      const { denied, warned } = (await anyway(description(wrong), profile)).test();
      expect(codesOf([...denied, ...warned])).toContain(code);
    });

    test('and not by either where it is as it should be', async () => {
      expect(kitSays(right)).not.toContain(code);
      const { denied, warned } = (await anyway(description(right), profile)).test();
      expect(codesOf([...denied, ...warned])).not.toContain(code);
    });
  },
);
