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
const stacks = environments.flatMap(({ resolved }) => (resolved ? synth(resolved, folder).stacks : []));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  project.remove();
});

test('every environment has stacks', () => {
  expect(stacks.length).toBeGreaterThanOrEqual(environments.length);
});

test.each(stacks.map(({ name, config }) => [name, config] as const))(
  'the real provider validates %s',
  async (_, config) => {
    const binary = await findTerraform(process.env);
    const installation = await providerInstallation({
      binary,
      variables: process.env,
      cache: foldersOf(root, process.env).cache,
      providerModule: join(packageRoot, 'scripts', 'tools', 'kafka-provider'),
      progress: () => {},
    });
    const stack = join(config, '..');
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
