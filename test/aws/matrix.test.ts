/**
 * Descriptions that nobody wrote, on Amazon MSK: each is refused with the code that it must have, or valid, and then every
 * request of every resource is held against the models of AWS' own SDKs. AWS itself is never reached.
 */
import { readFileSync } from 'node:fs';
import { botocoreIsThere } from '../support/botocore';
import { changed } from '../support/change';
import { choiceSentences } from '../support/matrix/choices';
import type { Described } from '../support/matrix/matrix';
import { matrixSentences } from '../support/matrix/suite';
import { type Evaluated, evaluated, type Stack } from './evaluated';
import { faults } from './faults';
import { judge, type Verdict } from './judge';
import { codesOf } from './matrix/compiled';
import { fields } from './matrix/fields';
import { matrix } from './matrix/matrix';
import { oracle } from './matrix/oracle';
import { silent } from './matrix/silent';
import { unreached } from './matrix/unreached';
import type { Attributes } from './requests';
import { countIn, stacksOf } from './stacks';

jest.setTimeout(600_000);

const drawn = matrixSentences({
  matrix,
  oracle,
  fields,
  unreached,
  atLeast: 60,
  codesOf: (described) => codesOf(matrix, described).codes,
});

afterAll(() => {
  process.stderr.write([...drawn.report, ''].join('\n'));
});

test.each(drawn.valid.map((described) => [described.name, described] as const))('%s is valid', (_, described) => {
  const { said } = codesOf(matrix, described);
  expect({ said, row: described.row }).toEqual({ said: [], row: described.row });
});

(botocoreIsThere ? describe : describe.skip)('what they ask of AWS, by botocore’s models (not by AWS)', () => {
  let resources: readonly Evaluated[] = [];
  let synthesized = 0;
  let verdict: Verdict;

  beforeAll(async () => {
    const stacks: Stack[] = [];
    for (const described of drawn.valid)
      for (const stack of written(described)) stacks.push({ ...stack, name: `${described.name}: ${stack.name}` });
    synthesized = stacks.map(countIn).reduce((a, b) => a + b, 0);
    resources = await evaluated(stacks);
    verdict = judge(resources);
  });

  test('services would take every request', () => {
    const counts = (types: Verdict['judged']) =>
      [...types]
        .sort()
        .map(([type, count]) => `${count} ${type}`)
        .join(', ');
    process.stderr.write(
      [
        `botocore: ${resources.length} resources and look-ups of ${synthesized} synthesized; ${verdict.requests} requests with ${verdict.values} values`,
        `judged: ${counts(verdict.judged)}`,
        `by typed bindings only: ${counts(verdict.typed) || 'none'}`,
        `forms that JavaScript cannot read: ${verdict.unread.join(' ') || 'none'}\n`,
      ].join('\n'),
    );
    expect([...new Set(verdict.problems.map((problem) => problem.replace(/^valid \d+: \S+ /, '')))]).toEqual([]);
  });

  test('every resource that was synthesized was judged, or is of a type that is listed', () => {
    expect(resources).toHaveLength(synthesized);
    expect([...verdict.judged.values(), ...verdict.typed.values()].reduce((a, b) => a + b, 0)).toBe(synthesized);
  });

  test('each type that was judged has a fault that is planted, and no fault is of a type that is nowhere', () => {
    expect([...verdict.judged.keys()].sort()).toEqual([...new Set(faults.map(([type]) => type))].sort());
  });

  test.each(faults)('%s with %s is found', (type, _, fault, told) => {
    const [one] = resources.filter((resource) => resource.type === type);
    if (!one) throw new Error(`there is no ${type}`);
    expect(judge([one]).problems).toEqual([]);
    const { problems } = judge([{ ...one, attributes: changed<Attributes>(one.attributes, fault) }]);
    expect(problems).not.toEqual([]);
    for (const problem of problems) expect(problem).toMatch(told);
  });

  test('each attribute is one of the typed bindings, or of a class of our own that is listed', () => {
    const written = new Set(
      resources.flatMap(({ type, attributes }) =>
        verdict.judged.has(type) && !/^(ephemeral|data)\./.test(type)
          ? Object.keys(attributes).map((attribute) => `${type}.${attribute}`)
          : [],
      ),
    );
    expect([...written].filter((one) => !isBound(one)).sort()).toEqual([...byHand].sort());
    process.stderr.write(`typed bindings: ${written.size} attributes, ${byHand.length} of them by hand\n`);
  });
});

/** What the bindings, which were frozen, do not have. */
const byHand = [
  'aws_msk_topic.cluster_arn',
  'aws_msk_topic.configs',
  'aws_msk_topic.name',
  'aws_msk_topic.partition_count',
  'aws_msk_topic.replication_factor',
];

function isBound(path: string): boolean {
  const [type = '', attribute = ''] = path.split('.');
  try {
    const file = require.resolve(`@cdktf/provider-aws/lib/${type.replace('aws_', '').replaceAll('_', '-')}`);
    return readFileSync(file, 'utf8').includes(`${attribute}: {`);
  } catch {
    return false;
  }
}

describe('each choice changes what is written, or is listed with what it changes instead', () => {
  choiceSentences({
    matrix,
    drawn,
    silent,
    written: (described) => JSON.stringify(written(described)),
    differs: (one, other) =>
      JSON.stringify(one.description) !== JSON.stringify(other.description) || one.chosen.life !== other.chosen.life,
  });
});

const known = new Map<string, readonly Stack[]>();

/** The stacks of a description, each synthesized once. */
function written(described: Described): readonly Stack[] {
  const key = JSON.stringify([described.chosen.life, described.description]);
  const stacks = known.get(key) ?? stacksOf([resolvedOf(described)]);
  known.set(key, stacks);
  return stacks;
}

function resolvedOf(described: Described) {
  const { resolved, said } = codesOf(matrix, described);
  if (!resolved) throw new Error(`refused: ${said.join('; ')}`);
  return resolved;
}
