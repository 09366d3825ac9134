/**
 * Descriptions that Azure would not make as they are written: the kit refuses each before anything is sent. Rendered past
 * its rules, the real azurerm provider finds some of them when it validates or plans, and lets the others through. Azure itself is never reached;
 * what it does is what its documentation, or the provider's source, says.
 */
import { descriptions } from '../../backends/descriptions';
import { compileDescription } from '../support/describe';
import { seed } from '../support/matrix/seed';
import { withoutAzapi } from './azure/arm-bodies';
import { StandInLogin } from './azure/login';
import { matrix } from './azure/matrix/matrix';
import { stacksPastRules } from './azure/past-rules';
import { AzureReader } from './azure/reader';
import { wrongs as mistakes, type Wrong } from './azure/wrong';
import { beyond, elsewhere } from './azure/wrong-limits';

jest.setTimeout(600_000);

const wrongs = [...mistakes, ...beyond];
const reader = AzureReader.found();
const canRead = reader !== undefined && StandInLogin.isTrusted;
const read = canRead ? test : test.skip;
const textsOf = ({ description }: Wrong) => stacksPastRules(description).map(withoutAzapi);
const found: string[] = [];
const letThrough: string[] = [];

/** What nothing is found in is read many at a time. */
beforeAll(async () => {
  if (!canRead) return;
  const texts = wrongs.filter(({ provider }) => provider === 'lets it through').flatMap(textsOf);
  await reader?.validate(texts);
  await reader?.plan(texts);
});

afterAll(async () => {
  await reader?.stop();
  if (found.length + letThrough.length > 0)
    process.stderr.write(
      `of ${wrongs.length} wrong descriptions, all of which the kit refuses, azurerm finds ${found.length} and would have let ${letThrough.length} through\n`,
    );
});

test('there are twenty or more, no two of them the same', () => {
  expect(wrongs.length).toBeGreaterThanOrEqual(20);
  expect(new Set(wrongs.map(({ description }) => JSON.stringify(description))).size).toBe(wrongs.length);
});

test('each error that only Event Hubs has is met by one of them or by the matrix, or is listed', () => {
  const { rules, limits } = descriptions['event-hubs'];
  const errors = [...rules, ...limits].filter(({ severity }) => severity === 'error').map(({ code }) => code);
  const met = new Set([
    ...wrongs.map(({ code }) => code),
    ...matrix.rows(seed).refused.flatMap(({ expected }) => expected),
  ]);
  expect(errors.filter((code) => !met.has(code)).sort()).toEqual(Object.keys(elsewhere).sort());
});

test.each(wrongs.map((wrong) => [wrong.name, wrong.code, wrong] as const))(
  '%s is refused by the kit: %s',
  (_, code, { description }) => {
    const { problems, resolved } = compileDescription(description);
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect([...new Set(errors.map((problem) => problem.code))]).toEqual([code]);
    expect(resolved).toBeUndefined();
  },
);

read.each(wrongs.map((wrong) => [wrong.name, wrong.provider, wrong] as const))(
  '%s: past the rules, the provider %s',
  async (name, provider, wrong) => {
    const texts = textsOf(wrong);
    const problems = [...((await reader?.validate(texts)) ?? []), ...((await reader?.plan(texts)) ?? [])].flat();
    (problems.length > 0 ? found : letThrough).push(name);
    expect({ provider: problems.length > 0 ? 'refuses it' : 'lets it through', problems }).toEqual({
      provider,
      problems: provider === 'refuses it' ? expect.anything() : [],
    });
  },
);
