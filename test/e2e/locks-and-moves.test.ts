/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform's own templates */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TerraformVariable } from 'cdktf';
import { EphemeralVariable } from '../../constructs/terraform/ephemeral-variable';
import { KafkaAcl } from '../../constructs/terraform/kafka/acl';
import { KafkaProvider } from '../../constructs/terraform/kafka/provider';
import { KafkaTopic } from '../../constructs/terraform/kafka/topic';
import { movedSubtree } from '../../constructs/terraform/moved-subtree';
import { environmentFolders } from '../../workflows/folders';
import { packageRoot } from '../../workflows/package-root';
import { findTerraform, type TerraformBinary } from '../../workflows/terraform/binary';
import type { Plan, ResourceChange } from '../../workflows/terraform/plan';
import { cliConfiguration, providerInstallation } from '../../workflows/terraform/provider-mirror';
import { changed } from '../support/change';
import { Project, type Ran, succeed } from '../support/project';
import { synthesized } from '../support/synthesize';

jest.setTimeout(300_000);

const shop = {
  name: 'shop',
  clusters: { main: { backend: 'kafka', local: true, brokers: 1 } },
  platform: {
    owners: { orders: { contact: 'orders@example.com' } },
    topics: { 'orders.created': { owner: 'orders' } },
    applications: { 'order-service': { owner: 'orders', produces: { 'orders.created': {} } } },
  },
};

const project = new Project();
const platform = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;
const lockFile = join(project.folder, 'environments', 'locks', 'kafka.terraform.lock.hcl');
const workFolder = join(project.folder, '.kafka-kit', 'work', 'shop-main-orders');
const mirror = join(project.folders.cache, 'terraform-mirror');
let binary: TerraformBinary;

const lock = () => project.kit('lock', 'shop', '--platform', platform, '--mirror', mirror);

beforeAll(async () => {
  project.write('environments/shop.yaml', shop);
  succeed(project.kit('up', 'shop'));
  binary = await findTerraform(process.env);
  await providerInstallation({
    binary,
    variables: {},
    cache: project.folders.cache,
    providerModule: join(packageRoot, 'scripts', 'tools', 'kafka-provider'),
    progress: () => {},
    // The provider that is built here, whatever is reachable: its checksum is the one that is locked.
    isReachable: async () => false,
  });
  // One way to the provider for `lock` and `deploy`.
  const file = join(project.folder, 'mirror.tfrc');
  writeFileSync(file, cliConfiguration(mirror, binary.registry));
  project.variables.TF_CLI_CONFIG_FILE = file;
});

afterAll(() => {
  succeed(project.kit('down', 'shop', '--data', 'destroy'));
  project.remove();
});

describe('a committed lock file', () => {
  test('is written for the providers of the stacks, and not again', () => {
    expect(succeed(lock()).stderr).toContain(`environments/locks/kafka.terraform.lock.hcl: written, for ${platform}`);
    expect(readFileSync(lockFile, 'utf8')).toMatch(/mongey\/kafka" \{\n {2}version {5}= "0\.13\.1"[^}]*"h1:/);
    expect(succeed(lock()).stderr).toContain('as it was');
  });

  test('is not written where neither the registry nor a mirror has the provider, and what to do is said', () => {
    const kit = join(packageRoot, 'dist', 'kafka-kit.js');
    // Nothing listens there.
    const nowhere = { HTTPS_PROXY: 'http://127.0.0.1:9' };
    const before = readFileSync(lockFile, 'utf8');
    const { code, stderr } = project.run(process.execPath, [kit, 'lock', 'shop', '--platform', platform], nowhere);
    expect([code, stderr]).toEqual([5, expect.stringContaining('name a folder of providers with --mirror')]);
    expect(readFileSync(lockFile, 'utf8')).toBe(before);
  });

  test('is what synth puts beside a stack, and what deploy installs by', () => {
    succeed(project.kit('synth', 'shop'));
    const beside = project.read('out/shop/terraform/stacks/shop-main-orders/.terraform.lock.hcl');
    expect(beside).toBe(readFileSync(lockFile, 'utf8'));
    succeed(project.kit('deploy', 'shop'));
    expect(readFileSync(join(workFolder, '.terraform.lock.hcl'), 'utf8')).toBe(beside);
    expect(succeed(project.kit('deploy', 'shop')).stderr).toContain('nothing to do');
  });

  test('lies beside the stacks of the app that cdktf runs', () => {
    const out = join(project.folder, 'cdktf.out');
    succeed(project.run(process.execPath, [join(packageRoot, 'dist', 'main.js')], { CDKTF_OUTDIR: out }));
    const beside = join(out, 'stacks', 'shop-main-orders', '.terraform.lock.hcl');
    expect(readFileSync(beside, 'utf8')).toBe(readFileSync(lockFile, 'utf8'));
  });

  test('with another checksum stops cdktf, too', () => {
    const root = resolve(__dirname, '..', '..');
    const app = `"${process.execPath}" "${join(root, 'dist', 'main.js')}"`;
    const config = { language: 'typescript', app, projectId: 'shop', sendCrashReports: 'false' };
    project.write('cdktf.json', JSON.stringify(config));
    const before = readFileSync(lockFile, 'utf8');
    writeFileSync(lockFile, before.replace(/h1:../, 'h1:XX'));
    try {
      const variables = environmentFolders(project.folders, 'shop').deployVariables;
      const cdktf = `"${join(root, 'node_modules', '.bin', 'cdktf')}" deploy '*' --auto-approve --skip-provider-lock`;
      const { code, stdout, stderr } = project.run('bash', ['-c', `. "${variables}" && exec ${cdktf}`], {
        CI: '1',
        CHECKPOINT_DISABLE: '1',
      });
      expect(code).not.toBe(0);
      expect(`${stdout}${stderr}`.replace(/[^a-z' ]+/gi, ' ').replace(/ +/g, ' ')).toContain(
        'match any of the checksums',
      );
    } finally {
      writeFileSync(lockFile, before);
    }
  });

  test('with another checksum stops terraform init, again and again; lock adds checksums, and takes none away', () => {
    const before = readFileSync(lockFile, 'utf8');
    writeFileSync(lockFile, before.replace(/h1:../, 'h1:XX'));
    try {
      for (const _ of [1, 2]) {
        const { code, stderr } = project.kit('deploy', 'shop');
        expect([code, stderr]).toEqual([5, expect.stringMatching(/doesn't match any of the checksums/)]);
      }
      expect(succeed(lock()).stderr).toContain('written');
      expect(readFileSync(lockFile, 'utf8').match(/"h1:/g)).toHaveLength(2);
    } finally {
      writeFileSync(lockFile, before);
    }
    succeed(project.kit('deploy', 'shop'));
  });

  test('of another version is refused by synth, with the command that renews it', () => {
    const before = readFileSync(lockFile, 'utf8');
    writeFileSync(lockFile, before.replaceAll('0.13.1', '0.13.0'));
    try {
      const { code, stderr } = project.kit('synth', 'shop');
      expect([code, stderr]).toEqual([2, expect.stringContaining('kafka-kit lock shop')]);
    } finally {
      writeFileSync(lockFile, before);
    }
  });

  test('that is gone binds nobody any more, not even after it has stopped a deploy', () => {
    writeFileSync(lockFile, readFileSync(lockFile, 'utf8').replace(/h1:../, 'h1:XX'));
    expect(project.kit('deploy', 'shop').code).toBe(5);
    rmSync(lockFile);
    succeed(project.kit('deploy', 'shop'));
    expect(
      existsSync(join(project.folder, '.kafka-kit/synth/shop/terraform/stacks/shop-main-orders/.terraform.lock.hcl')),
    ).toBe(false);
  });
});

/** Terraform's own plan of a folder, with the values of the local cluster. */
const terraform = (folder: string, ...args: string[]): Ran =>
  project.run('bash', [
    '-c',
    `. "${environmentFolders(project.folders, 'shop').deployVariables}" && exec "${binary.command}" "-chdir=${folder}" "$@"`,
    'terraform',
    ...args,
  ]);

function planned(folder: string): readonly ResourceChange[] {
  succeed(terraform(folder, 'plan', '-input=false', '-out=kit.plan'));
  return (JSON.parse(succeed(terraform(folder, 'show', '-json', 'kit.plan')).stdout) as Plan).resource_changes ?? [];
}

test('a subtree of a stack of your own is renamed: the plan moves it, and destroys nothing', () => {
  const folder = join(project.folder, 'own');
  mkdirSync(folder);
  const write = (id: string, moved: boolean) =>
    writeFileSync(
      join(folder, 'cdk.tf.json'),
      JSON.stringify(
        synthesized((stack) => {
          const value = (name: string) => new TerraformVariable(stack, `main_${name}`, { type: 'string' }).stringValue;
          stack.addOverride('terraform.backend.local', { path: join(folder, 'own.tfstate') });
          new KafkaProvider(stack, 'kafka', {
            bootstrapServers: value('bootstrap_servers'),
            caCert: value('ca_certificate'),
            saslMechanism: 'scram-sha512',
            saslUsername: value('admin_username'),
            saslPassword: new EphemeralVariable(stack, 'main_admin_password', { description: 'of admin' }).stringValue,
          });
          new KafkaTopic(stack, id, { name: 'own.kept', partitions: 1, replicationFactor: 1, preventDestroy: true });
          new KafkaAcl(stack, `${id}_writes`, {
            resourceType: 'Topic',
            resourceName: 'own.kept',
            principal: 'User:somebody',
            operation: 'Write',
          });
          if (moved) movedSubtree(stack, { from: 'sales', to: id });
        }),
      ),
    );
  write('sales', false);
  succeed(terraform(folder, 'init', '-input=false'));
  succeed(terraform(folder, 'apply', '-input=false', '-auto-approve'));

  // Without the move the topic would go: prevent_destroy went with its block.
  write('orders', false);
  expect(
    planned(folder)
      .map(({ change }) => change.actions.join())
      .sort(),
  ).toEqual([...['create', 'create', 'delete', 'delete']]);

  write('orders', true);
  expect(
    planned(folder).map(({ previous_address, address, change }) => [previous_address, address, change.actions]),
  ).toEqual([
    ['kafka_acl.sales_writes', 'kafka_acl.orders_writes', ['no-op']],
    ['kafka_topic.sales', 'kafka_topic.orders', ['no-op']],
  ]);
  succeed(terraform(folder, 'apply', '-input=false', 'kit.plan'));
  expect(planned(folder).flatMap(({ change }) => change.actions)).toEqual(['no-op', 'no-op']);
});

test('an application that is renamed keeps its addresses; what is named after it is made anew, and nothing stays behind', () => {
  const applications = { 'orders-api': shop.platform.applications['order-service'] };
  project.write(
    'environments/shop.yaml',
    changed<unknown>(shop, {
      'platform.applications': applications,
      moves: { main: { 'order-service': 'orders-api' } },
    }),
  );
  succeed(project.kit('deploy', 'shop'));
  const state = readFileSync(environmentFolders(project.folders, 'shop').terraformState('shop-main-orders'), 'utf8');
  expect(state).toContain('orders-api');
  expect(state).not.toContain('order-service');
  const shown = JSON.parse(
    succeed(
      terraform(
        workFolder,
        'show',
        '-json',
        resolve(environmentFolders(project.folders, 'shop').terraformState('shop-main-orders')),
      ),
    ).stdout,
  ) as { values: { root_module: { resources: { address: string }[] } } };
  expect(
    shown.values.root_module.resources.map(({ address }) => address).filter((one) => one.includes('orders-api')).length,
  ).toBeGreaterThan(1);
  expect(succeed(project.kit('deploy', 'shop')).stderr).toContain('nothing to do');
});
