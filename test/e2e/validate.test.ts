import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { foldersOf } from '../../workflows/folders';
import { loadCompiled } from '../../workflows/load/compiled';
import { packageRoot } from '../../workflows/package-root';
import { synth } from '../../workflows/synth/synth';
import { findTerraform } from '../../workflows/terraform/binary';
import { providerInstallation } from '../../workflows/terraform/provider-mirror';
import { Project, succeed } from '../support/project';

const root = resolve(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-validate-'));
const project = new Project();
const { environments } = loadCompiled({ folder: root, today: new Date().toISOString().slice(0, 10) });
/** The other providers are in no registry that every machine reaches; `npm run test:providers` knows Azure's. */
const shards = environments.flatMap(({ resolved }) =>
  (resolved?.shards ?? []).filter(({ cluster }) => cluster.dataPlane === 'kafka'),
);
const configs = new Map<string, string>();

beforeAll(async () => {
  for (const { resolved } of environments)
    if (resolved && shards.some(({ environment }) => environment === resolved.environment))
      for (const { name, config } of (await synth(resolved, folder)).stacks) configs.set(name, config);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  project.remove();
});

test('an environment has stacks of the provider', () => {
  expect(shards.length).toBeGreaterThan(0);
});

test.each(shards.map(({ name }) => name))(
  'the real provider validates %s',
  async (name) => {
    const binary = await findTerraform(process.env);
    const installation = await providerInstallation({
      binary,
      variables: process.env,
      cache: foldersOf(root, process.env).cache,
      providerModule: join(packageRoot, 'scripts', 'tools', 'kafka-provider'),
      progress: () => {},
    });
    const stack = join(configs.get(name) ?? '', '..');
    const variables = installation && existsSync(installation) ? { TF_CLI_CONFIG_FILE: installation } : {};
    succeed(
      project.run(
        binary.command,
        [`-chdir=${stack}`, 'init', '-backend=false', '-input=false', '-no-color'],
        variables,
      ),
    );
    const { stdout } = succeed(project.run(binary.command, [`-chdir=${stack}`, 'validate', '-json'], variables));
    expect(JSON.parse(stdout)).toMatchObject({ valid: true, error_count: 0, warning_count: 0 });
  },
  120_000,
);
