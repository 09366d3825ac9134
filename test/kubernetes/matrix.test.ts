/** Descriptions that nobody wrote, each valid and taken by a real API server, or refused with the code that it must have. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiClient } from '../support/api-client';
import { change } from '../support/change';
import { compileDescription } from '../support/describe';
import type { Manifest } from '../support/manifests';
import { matrixSentences } from '../support/matrix/suite';
import { synthesized } from '../support/synthesized';
import { celFaults, celRulesOf } from './cel-faults';
import { type Fault, faults, refusedAnyway } from './faults';
import { builtIn, countsOf, kindOf, withoutDefinition } from './kinds';
import { fields } from './matrix/fields';
import { matrix } from './matrix/matrix';
import { oracle } from './matrix/oracle';
import { unreached } from './matrix/unreached';
import { connect, makeNamespaces } from './server';

jest.setTimeout(300_000);

const out = mkdtempSync(join(tmpdir(), 'kafka-kit-matrix-'));
/** One of each kind, of what was judged. */
const examples = new Map<string, Manifest[]>();
const judged: Manifest[] = [];
let client: ApiClient;

beforeAll(async () => {
  client = await connect();
});

afterAll(() => {
  client.close();
  rmSync(out, { recursive: true, force: true });
  process.stderr.write(
    [...drawn.report, `taken by the API server, none refused: ${judged.length} objects`, countsOf(judged)].join('\n'),
  );
});

/** Codes of errors; some look at the files of this machine, which a description in memory has not. */
const codesOf = (description: object) => {
  const { problems, resolved } = compileDescription(description);
  const errors = problems.filter(({ severity }) => severity === 'error');
  return { resolved, codes: [...new Set(errors.map(({ code }) => code))].sort(), errors };
};

const drawn = matrixSentences({
  matrix,
  oracle,
  fields,
  unreached,
  atLeast: 60,
  codesOf: ({ description }) => codesOf(description).codes,
});

test('what never goes together is what is known not to', () => {
  expect([...drawn.never].sort()).toEqual([
    'clientCertificates external, secrets nobodyReads',
    'profile production, authorization none',
    'profile production, nodes ephemeral',
    'profile production, reach plain',
    'reach mtls, secrets.lasts ="90d"',
    'secrets nobodyReads, secrets.lasts ="90d"',
    'secrets nobodyReads, secrets.users ="two"',
  ]);
});

test('fewer fields than one in five are listed as not said', () => {
  expect(fields.all.filter(({ path }) => !drawn.paths.has(path)).length).toBeLessThan(fields.all.length / 5);
});

test.each(drawn.valid.map((described) => [described.name, described] as const))(
  '%s: every object is taken, none is left out',
  async (_, { description, row }) => {
    const { resolved, errors } = codesOf(description);
    if (!resolved) throw new Error(`refused: ${JSON.stringify({ errors, row }, undefined, 2)}`);
    const { objects } = await synthesized(resolved, out);
    await makeNamespaces(client, objects);
    const answers = await client.judgeAll(objects);
    const refused = answers.flatMap(({ status, body }) => (status === 200 || status === 201 ? [] : [body.message]));
    expect({ refused, row }).toEqual({ refused: [], row });
    expect(answers).toHaveLength(objects.length);
    expect(objects.length).toBeGreaterThan(0);
    for (const object of objects) {
      judged.push(object);
      const kind = kindOf(object);
      examples.set(kind, [...(examples.get(kind) ?? []), object]);
    }
  },
);

describe('kinds', () => {
  test('each has a definition, is Kubernetes’ own, or is listed with the schema that judges it', () => {
    const without = [...examples.keys()].filter((kind) => kind in withoutDefinition);
    process.stderr.write(`kinds without a definition here: ${without.join(', ') || 'none'}\n`);
    const unknown = [...examples].filter(
      ([kind, [object]]) =>
        !builtIn.includes(kind) && !(kind in withoutDefinition) && !(object && client.serves(object)),
    );
    expect(unknown.map(([kind]) => kind)).toEqual([]);
  });

  test('each has a mistake that is planted, and no mistake is of a kind that is nowhere', () => {
    expect([...examples.keys()].sort()).toEqual(Object.keys(faults).sort());
  });

  test.each(Object.entries(faults))('%s with a mistake is refused', async (kind, fault) => {
    await refuses(kind, fault);
  });

  test.each(refusedAnyway)('%s is refused', async (_, kind, fault) => {
    await refuses(kind, fault);
  });

  test('each rule across fields of these kinds has a mistake that only it finds', () => {
    const rules = celRulesOf([...examples.keys()]);
    const without = rules.filter(
      ({ kind, message }) => !celFaults.some(([, of, { told }]) => of === kind && told.test(message)),
    );
    expect(without).toEqual([]);
    expect(rules.length).toBeGreaterThan(20);
  });

  test.each(celFaults)('%s: %s is refused by a rule across its fields', async (_, kind, fault) => {
    await refuses(kind, fault);
  });

  test('a topic’s name on the cluster is nothing that the API server holds to: only Strimzi does, and the kit’s check', async () => {
    const topic: Manifest = {
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaTopic',
      metadata: { name: 'renamed', namespace: 'default' },
      spec: { topicName: 'one', partitions: 1 },
    };
    await client.store(topic);
    expect((await client.judge(change(topic, ['spec', 'topicName'], 'other'))).status).toBe(200);
  });
});

async function refuses(kind: string, { path, value, told, of = () => true }: Fault): Promise<void> {
  const right = examples.get(kind)?.find(of);
  if (!right) throw new Error(`no ${kind} is there to be spoilt`);
  expect((await client.judge(right)).status).toBeLessThan(300);
  const { status, body } = await client.judge(change(right, path, value));
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body.message).toMatch(told);
}
