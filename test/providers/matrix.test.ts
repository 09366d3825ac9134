/**
 * Descriptions that nobody wrote, on Event Hubs: each is refused with the code that it must have, or valid, by an oracle
 * of Azure's own sentences. `azurerm.test.ts` gives the stacks of the valid ones to the real provider.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileDescription } from '../support/describe';
import { choiceSentences } from '../support/matrix/choices';
import type { Described } from '../support/matrix/matrix';
import { matrixSentences } from '../support/matrix/suite';
import { fields } from './azure/matrix/fields';
import { matrix } from './azure/matrix/matrix';
import { oracle } from './azure/matrix/oracle';
import { silent } from './azure/matrix/silent';
import { unreached } from './azure/matrix/unreached';
import { codesPastRules } from './azure/past-rules';
import { azureStacks, type Stack } from './azure/stacks';

jest.setTimeout(600_000);

/** Codes of errors, each once. */
const codesOf = (description: object): string[] => {
  const errors = compileDescription(description).problems.filter(({ severity }) => severity === 'error');
  return [...new Set(errors.map(({ code }) => code))].sort();
};

/** The stacks of a description, by name. */
async function stacksOf({ description, row }: Described): Promise<Record<string, string>> {
  const { resolved, problems } = compileDescription(description);
  if (!resolved) throw new Error(`refused: ${JSON.stringify({ problems, row }, undefined, 2)}`);
  const stacks: readonly Stack[] = await azureStacks(resolved, out);
  return Object.fromEntries(stacks.map(({ name, text }) => [name, text]));
}

const drawn = matrixSentences({
  matrix,
  oracle,
  fields,
  unreached,
  atLeast: 40,
  codesOf: ({ description }) => codesOf(description),
});
const out = mkdtempSync(join(tmpdir(), 'kafka-kit-azure-'));

afterAll(() => {
  rmSync(out, { recursive: true, force: true });
  process.stderr.write([...drawn.report, ''].join('\n'));
});

test('a choice that nothing goes with is refused, with everything', () => {
  const refused = drawn.refused.flatMap(({ chosen }) => Object.entries(chosen).map((one) => one.join(' ')));
  expect(drawn.dead.filter((choice) => !refused.includes(choice))).toEqual([]);
  expect(drawn.dead).toEqual([
    'units none',
    'autoInflate toOne',
    'autoInflate toFortyOne',
    'reach rulesOfClosed',
    'reach zoneOfNothing',
    'reach addressOfSix',
    'reach rulesForNobody',
    'reach zoneOfNobody',
    'encryption groupOfNobody',
    'logs locked',
    'logs badAccount',
    'logs noDays',
    'alarms toldOfNothing',
    'recovery farBehind',
    'recovery sameRegion',
    'partitions thousandAndMore',
    'retention quarterAndDay',
  ]);
});

test('every value that the schema lists is said in one, valid or refused, but for defaults and what an auditor asks, which has tests of its own', () => {
  const there = new Set(
    [...drawn.valid, ...drawn.refused].flatMap(({ description }) => [...fields.values(description)]),
  );
  const missing = fields.all
    .filter(({ path }) => !unreached(path) && !path.startsWith('overrides.'))
    .flatMap(({ path, values = [] }) =>
      values.filter((value) => value !== false).map((value) => `${path} ${JSON.stringify(value)}`),
    )
    .filter((value) => !there.has(value));
  expect(missing).toEqual([
    'platform.topics.*.cleanup "delete"',
    'clusters.*.tier "premium"',
    'clusters.*.archive.replication "GRS"',
    'clusters.*.audit.alarms.within "5m"',
    'profile "baseline"',
    'profile "regulated"',
  ]);
});

test('without the rules and limits of Event Hubs, nothing that only they refuse is refused', () => {
  const theirs = drawn.refused.filter(({ expected }) => expected.every((code) => /^KFK-[KL]2/.test(code)));
  expect(theirs.length).toBeGreaterThan(drawn.refused.length / 2);
  expect(theirs.flatMap(({ description }) => codesPastRules(description))).toEqual([]);
});

test.each(drawn.valid.map((described) => [described.name, described] as const))('%s is valid', (_, described) => {
  expect({ codes: codesOf(described.description), row: described.row }).toEqual({ codes: [], row: described.row });
});

describe('each choice changes what is written, or is listed with what it changes instead', () => {
  choiceSentences({
    matrix,
    drawn,
    silent,
    written: async (described) => JSON.stringify(await stacksOf(described)),
    // A role says which flow asks for it, and so whether that is said in an override.
    alike: (text) => text.replaceAll('overrides.applications.', 'applications.'),
    differs: (one, other) => JSON.stringify(one.description) !== JSON.stringify(other.description),
  });
});
