/**
 * Every Azure stack of the matrix and of this repository's environments, read and planned by the real azurerm
 * provider, and held attribute for attribute against that provider's schema and the typed bindings. Azure
 * itself is never reached.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { azurermProvider } from '../../constructs/terraform/event-hubs/provider';
import { stateSecrets } from '../../constructs/terraform/event-hubs/state-secrets';
import { loadCompiled } from '../../workflows/load/compiled';
import { packageRoot } from '../../workflows/package-root';
import { change } from '../support/change';
import { compileDescription } from '../support/describe';
import { seed } from '../support/matrix/seed';
import { armProblems, isAzapi, withoutAzapi } from './azure/arm-bodies';
import {
  type Known,
  knownByBindings,
  knownBySchema,
  pathsOf,
  type Rendered,
  renderedIn,
  strangers,
} from './azure/attributes';
import { byHand } from './azure/by-hand';
import { faults } from './azure/faults';
import { StandInLogin } from './azure/login';
import { matrix } from './azure/matrix/matrix';
import { AzureReader } from './azure/reader';
import type { ProviderSchemas } from './azure/schemas';
import { missingFrom, opened } from './azure/secrets';
import { azureStacks, isResource, type Stack } from './azure/stacks';

jest.setTimeout(3_600_000);

const reader = AzureReader.found();
/** Without the provider they count as skipped; why is said before the first test. */
const read = reader ? test : test.skip;
const plan = reader && StandInLogin.isTrusted ? test : test.skip;

interface Subject {
  readonly name: string;
  readonly stacks: readonly Stack[];
}

const out = mkdtempSync(join(tmpdir(), 'kafka-kit-azurerm-'));
const described = matrix.rows(seed).valid;
const environments = ['azure-staging', 'azure-prod'];
const subjects = new Map<string, Subject>();
let schemas: ProviderSchemas = {};
let known = new Map<string, Known>();
const said: string[] = [];

beforeAll(async () => {
  const { environments: loaded } = loadCompiled({ folder: packageRoot, today: new Date().toISOString().slice(0, 10) });
  const all = [
    ...loaded.filter(({ name }) => environments.includes(name)),
    ...described.map(({ name, description }) => ({ name, resolved: compileDescription(description).resolved })),
  ];
  for (const { name, resolved } of all)
    if (resolved) subjects.set(name, { name, stacks: await azureStacks(resolved, out) });
  if (!reader) return;
  const texts = allStacks().map(({ text }) => withoutAzapi(text));
  const [before] = [Date.now()];
  await reader.validate(texts);
  const between = Date.now();
  if (StandInLogin.isTrusted) await reader.plan(texts);
  said.push(
    `${texts.length} stacks, ${new Set(texts).size} of them different: validated in ${between - before} ms, planned in ${Date.now() - between} ms`,
  );
  schemas = await reader.schemas({ azurerm: azurermProvider });
  known = knownBySchema(schemas);
});

afterAll(async () => {
  rmSync(out, { recursive: true, force: true });
  await reader?.stop();
  process.stderr.write([...said, ''].join('\n'));
});

const allStacks = (): Stack[] => [...subjects.values()].flatMap(({ stacks }) => stacks);
const rendered = (): Rendered[] => allStacks().flatMap((stack) => stack.rendered);
const ofAzurerm = (): Rendered[] => rendered().filter((one) => !isAzapi(one));
const typesOf = (all: readonly Rendered[]): string[] => [...new Set(all.map(({ type }) => type))].sort();

/** The stacks of one subject without problems; as many resources are read as were made. */
async function accepted(name: string, problemsOf: (texts: string[]) => Promise<(readonly string[])[]>): Promise<void> {
  const { stacks } = subjects.get(name) ?? { stacks: [] };
  expect(stacks.length).toBeGreaterThan(0);
  const problems = await problemsOf(stacks.map(({ text }) => withoutAzapi(text)));
  expect(Object.fromEntries(stacks.map((stack, index) => [stack.name, problems[index]]))).toEqual(
    Object.fromEntries(stacks.map((stack) => [stack.name, []])),
  );
  for (const { made, rendered } of stacks) expect(rendered.filter(isResource)).toHaveLength(made);
}

const names = [...environments, ...described.map(({ name }) => name)];

describe('the real azurerm provider', () => {
  read.each(names.map((name) => [name]))('finds nothing wrong with %s', async (name) => {
    await accepted(name, (texts) => reader?.validate(texts) ?? Promise.resolve([]));
  });

  read('finds the mistake that is planted in each type of resource, and each type has one', async () => {
    const types = typesOf(ofAzurerm().filter(isResource));
    expect(Object.keys(faults).sort()).toEqual(types);
    const spoilt = types.map((type) => ({ type, text: spoiltBy(type) }));
    const found = (await reader?.validate(spoilt.map(({ text }) => text))) ?? [];
    const missed = spoilt.filter(({ type }, index) => !faults[type]?.told.test(found[index]?.join() ?? ''));
    expect(missed.map(({ type }) => ({ type, found: found[spoilt.findIndex((one) => one.type === type)] }))).toEqual(
      [],
    );
    said.push(`azurerm found what was planted in each of ${types.length} types`);
  });
});

describe('a plan of the real azurerm provider, which asks a stand-in of Azure’s login', () => {
  plan.each(names.map((name) => [name]))('is made of %s', async (name) => {
    await accepted(name, (texts) => reader?.plan(texts) ?? Promise.resolve([]));
  });

  plan('asks Azure for nothing that only Azure could answer', async () => {
    expect(await reader?.unanswered()).toEqual([]);
  });

  plan('finds an id that is put together wrongly, which validate cannot know', async () => {
    const right = allStacks().find(({ text }) => text.includes('/providers/Microsoft.EventHub/namespaces/'));
    const wrong = withoutAzapi(right?.text ?? '').replaceAll(
      'Microsoft.EventHub/namespaces/',
      'Microsoft.EventHub/ns/',
    );
    expect((await reader?.validate([wrong]))?.[0]).toEqual([]);
    expect((await reader?.plan([wrong]))?.[0]?.join()).toMatch(/namespaces/);
  });
});

test('as many resources are judged as cdktf made: by azurerm, or by what stands for azapi', () => {
  const made = allStacks().reduce((sum, stack) => sum + stack.made, 0);
  const left = allStacks().flatMap(({ text }) => renderedIn(withoutAzapi(text)).filter(isResource));
  const apart = rendered().filter((one) => isAzapi(one) && isResource(one));
  expect(left.length + apart.length).toBe(made);
  said.push(`${made} resources in ${allStacks().length} stacks: ${left.length} of azurerm, ${apart.length} of azapi`);
});

describe('attributes', () => {
  read('are all known to the schema of the real provider', () => {
    const wrong = ofAzurerm().flatMap((one) => strangers(one, known.get(one.type)));
    expect([...new Set(wrong)]).toEqual([]);
    const paths = new Set(ofAzurerm().flatMap((one) => pathsOf(one, known.get(one.type) ?? {})));
    said.push(
      `${ofAzurerm().length} resources and data sources of ${typesOf(ofAzurerm()).length} types say ${paths.size} attributes, all known to azurerm ${azurermProvider.version}`,
    );
  });

  test('are all known to the bindings of azurerm 4.55.0 too, but for types that are listed with why not', () => {
    const bindings = new Map(typesOf(ofAzurerm()).map((type) => [type, knownByBindings(type)] as const));
    const wrong = ofAzurerm().filter((one) => strangers(one, bindings.get(one.type)).length > 0);
    expect(typesOf([...wrong, ...rendered().filter(isAzapi)])).toEqual(Object.keys(byHand).sort());
    said.push(
      `${ofAzurerm().length - wrong.length} of them are checked by the bindings (azurerm 4.55.0); written by hand: ${Object.keys(byHand).join(', ')}`,
    );
  });

  test('that nobody knows are found', () => {
    const [one] = ofAzurerm().filter(({ type }) => type === 'azurerm_eventhub');
    const fault = { ...(one as Rendered), attributes: { ...one?.attributes, retention_descriptions: { days: 1 } } };
    expect(strangers(fault, knownByBindings('azurerm_eventhub'))).toEqual([
      'unknown azurerm_eventhub.retention_descriptions',
    ]);
    if (reader) expect(strangers(fault, known.get('azurerm_eventhub'))).toHaveLength(1);
  });
});

describe('bodies that go through azapi', () => {
  test('are what Azure’s own types take; no real azapi is here', () => {
    const all = rendered().filter(isAzapi);
    expect(all.flatMap(armProblems)).toEqual([]);
    said.push(`${all.length} bodies of azapi are held against Azure’s types, by hand`);
    expect(all.length).toBeGreaterThan(0);
  });

  test('with a mistake are found', () => {
    for (const type of ['azapi_resource', 'azapi_update_resource']) {
      const one = rendered().find((candidate) => candidate.type === type) as Rendered;
      const spoilt = change(one, ['attributes', 'body', 'properties', 'surprise'], true);
      expect(armProblems(spoilt)).toEqual([expect.stringContaining('additional properties')]);
    }
  });
});

describe('secrets that the provider itself puts into state', () => {
  read('are in the table, each of every resource that is used', () => {
    const types = typesOf(ofAzurerm());
    expect(missingFrom(stateSecrets, schemas, types)).toEqual([]);
    // A row of a type that no stack has would say what nobody can check.
    expect(Object.keys(stateSecrets).filter((type) => !types.includes(type))).toEqual([]);
  });

  read('are missed when a row, or one attribute of it, is taken away', () => {
    const types = typesOf(ofAzurerm());
    const { azurerm_eventhub_namespace: namespace, ...without } = stateSecrets;
    expect(missingFrom(without, schemas, types)).toContain('azurerm_eventhub_namespace.default_primary_key');
    const fewer = { ...namespace, attributes: namespace?.attributes.slice(1) ?? [] };
    expect(
      missingFrom({ ...stateSecrets, azurerm_eventhub_namespace: fewer } as typeof stateSecrets, schemas, types),
    ).toEqual(['azurerm_eventhub_namespace.default_primary_connection_string']);
  });

  test('open nothing, but where an application asked for a key of a namespace that is made', () => {
    const asked = described
      .filter(({ chosen }) => chosen.access?.startsWith('sas') && chosen.life !== 'existing')
      .map(({ name }) => name);
    const open = [...subjects.values()]
      .filter(({ stacks }) => stacks.some((stack) => opened(stack, stateSecrets).length > 0))
      .map(({ name }) => name);
    expect(asked.length).toBeGreaterThan(0);
    expect(open).toEqual(asked);
  });
});

/** A stack that has the type, with the mistake planted in its first resource. */
function spoiltBy(type: string): string {
  const { path, value } = faults[type] ?? { path: [], value: undefined };
  const stack = allStacks().find(({ rendered }) => rendered.some((one) => one.type === type && has(one, path)));
  const one = stack?.rendered.find((candidate) => candidate.type === type && has(candidate, path));
  if (!stack || !one) throw new Error(`no ${type} says ${path.join('.')}`);
  const at = ['resource', type, one.address.slice(type.length + 1), ...path];
  return JSON.stringify(change(JSON.parse(withoutAzapi(stack.text)), at, value));
}

const has = ({ attributes }: Rendered, path: readonly (string | number)[]): boolean =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], attributes) !== undefined;
