/** The committed environments pass their own bundles, as configuration; one of them as a plan by the real Terraform. */
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { foldersOf } from '../../workflows/folders';
import { loadCompiled } from '../../workflows/load/compiled';
import { packageRoot } from '../../workflows/package-root';
import { findTerraform } from '../../workflows/terraform/binary';
import { providerInstallation } from '../../workflows/terraform/provider-mirror';
import { changed } from '../support/change';
import { conftestWithoutData, isFormatted, verified } from '../support/conftest';
import { terraformEnvironments } from '../support/every-terraform';
import { Project, succeed } from '../support/project';
import { codesOf, judged } from './judged';

jest.setTimeout(300_000);

const root = resolve(__dirname, '..', '..');
const { environments } = loadCompiled({ folder: root, today: '2026-11-21' });
const resolvedOf = (name: string) => {
  const found = environments.find((environment) => environment.name === name)?.resolved;
  if (!found) throw new Error(`there is no environment '${name}'`);
  return found;
};

test.each(environments.map(({ name }) => name))('%s passes its bundle', async (name) => {
  const { files, test: tested } = await judged(resolvedOf(name));
  const { denied, looked } = tested();
  expect(denied).toEqual([]);
  expect(looked).toBeGreaterThanOrEqual(files.length);
});

/** Of several hundred: those in which services and stages of vendors bring what no committed environment has. */
const further = terraformEnvironments().filter(
  ({ clusters, services }) => services.length > 0 || [...clusters.values()].some(({ unasked }) => unasked),
);

test('what vendors run beside clusters, and a cluster that is being closed, pass their bundles', async () => {
  expect(further.length).toBeGreaterThanOrEqual(10);
  for (const resolved of further) {
    const { test: tested } = await judged(resolved);
    expect(tested().denied).toEqual([]);
  }
});

describe('the bundle', () => {
  test('is the same for the same description, and another for another environment', async () => {
    const { readFileSync } = await import('node:fs');
    const read = async (name: string) =>
      readFileSync(join((await judged(resolvedOf(name))).bundle, 'data.json'), 'utf8');
    expect(await read('prod')).toBe(await read('prod'));
    expect(await read('prod')).not.toBe(await read('staging'));
  });

  test('has modules that are written as opa writes them, whose own tests pass', async () => {
    const { bundle } = await judged(resolvedOf('prod'));
    expect(isFormatted(bundle)).toBe(true);
    const { passed, failed } = verified(bundle);
    expect(failed).toEqual([]);
    expect(passed).toBeGreaterThanOrEqual(10);
    process.stderr.write(`conftest verify: ${passed} tests in Rego\n`);
  });

  test('lets nothing pass without its tables', async () => {
    const { bundle, files } = await judged(resolvedOf('local'));
    const { denied, looked } = conftestWithoutData(bundle, ...files);
    expect(denied).toHaveLength(looked);
    expect(codesOf(denied)).toEqual(['KFK-X077']);
  });
});

describe('a plan by the real Terraform, of the local environment', () => {
  const project = new Project();
  afterAll(() => project.remove());
  let plan: string;
  let bundle: string;
  let test_: Awaited<ReturnType<typeof judged>>['test'];

  beforeAll(async () => {
    const { files, ...of } = await judged(resolvedOf('local'));
    bundle = of.bundle;
    test_ = of.test;
    const config = files.find((file) => file.includes('local-main-fulfilment')) ?? '';
    plan = await planOf(config, project);
  });

  test('passes', () => {
    const { denied, looked } = test_(plan);
    expect({ denied, looked }).toEqual({ denied: [], looked: 1 });
    expect(existsSync(bundle)).toBe(true);
  });

  test.each([
    ['KFK-T012', 'kafka_topic.notifications_sent', { 'config[retention.ms]': '-1' }],
    ['KFK-X077', 'kafka_acl.inventory-service_read_topic_orders_paid', { acl_principal: 'User:*' }],
    ['KFK-X077', 'kafka_acl.inventory-service_read_topic_orders_paid', { acl_principal: 'User:order-service' }],
  ])('refuses %s of %s', (code, address, changes) => {
    const json = require(plan);
    const resources = json.planned_values.root_module.resources as { address: string; values: object }[];
    const at = resources.findIndex((resource) => resource.address === address);
    const found = resources[at];
    if (!found) throw new Error(`${address} is none of ${resources.map((one) => one.address)}`);
    const spoilt = {
      ...json,
      planned_values: {
        root_module: {
          resources: resources.map((one, index) =>
            index === at ? { ...one, values: changed(one.values, changes) } : one,
          ),
        },
      },
    };
    const file = join(project.folder, 'spoilt.json');
    writeFileSync(file, JSON.stringify(spoilt));
    expect(codesOf(test_(file).denied)).toContain(code);
  });
});

/** What `terraform show -json` says of what would be made where nothing is: no broker is asked. */
async function planOf(config: string, project: Project): Promise<string> {
  const stack = join(project.folder, basename(dirname(config)));
  mkdirSync(stack, { recursive: true });
  copyFileSync(config, join(stack, 'cdk.tf.json'));
  const binary = await findTerraform(process.env);
  const installation = await providerInstallation({
    binary,
    variables: process.env,
    cache: foldersOf(root, process.env).cache,
    providerModule: join(packageRoot, 'scripts', 'tools', 'kafka-provider'),
    progress: () => {},
  });
  const variables: Record<string, string> =
    installation && existsSync(installation) ? { TF_CLI_CONFIG_FILE: installation } : {};
  const { variable = {} } = require(config) as { variable?: Record<string, unknown> };
  for (const name of Object.keys(variable))
    variables[`TF_VAR_${name}`] = name.endsWith('bootstrap_servers') ? '127.0.0.1:9' : 'planned';
  const terraform = (...words: string[]) =>
    succeed(project.run(binary.command, [`-chdir=${stack}`, ...words], variables));
  terraform('init', '-input=false', '-no-color');
  terraform('plan', '-input=false', '-no-color', '-refresh=false', '-out=plan');
  const { stdout } = terraform('show', '-json', 'plan');
  const file = join(project.folder, 'plan.json');
  writeFileSync(file, stdout);
  return file;
}
