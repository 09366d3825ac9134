import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Project, succeed } from '../support/project';

const root = resolve(__dirname, '..', '..');
const project = new Project();
const installed = join(project.folder, 'node_modules', 'kafka-platform-kit');

/** Packs the kit as it would be published, and installs it in somebody's project beside the dependencies that npm would bring. */
beforeAll(() => {
  mkdirSync(installed, { recursive: true });
  succeed(project.run('bash', ['-c', `cd "${root}" && npm pack --silent --pack-destination "${project.folder}"`]));
  const [tarball = ''] = readdirSync(project.folder).filter((name) => name.endsWith('.tgz'));
  succeed(project.run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']));
  for (const name of ['cdktf', 'constructs', '@types', 'undici-types', 'zod'])
    symlinkSync(join(root, 'node_modules', name), join(project.folder, 'node_modules', name));
  writeFileSync(join(project.folder, 'package.json'), '{ "private": true }');
}, 120_000);

afterAll(() => project.remove());

const tsc = (...files: string[]) =>
  project.run(join(root, 'node_modules', '.bin', 'tsc'), [
    '--strict',
    '--module',
    'nodenext',
    '--moduleResolution',
    'nodenext',
    '--target',
    'es2023',
    '--types',
    'node',
    '--skipLibCheck',
    'false',
    ...files,
  ]);

test('the package holds no test, no secret and nothing of this machine', () => {
  const files = succeed(project.run('find', [installed, '-type', 'f', '-printf', '%P\\n']))
    .stdout.split('\n')
    .filter(Boolean);
  expect(files.filter((file) => /(^|\/)(test|out|\.kafka-kit|node_modules)\//.test(file))).toEqual([]);
  expect(files).toEqual(
    expect.arrayContaining([
      'dist/kafka-kit.js',
      'dist/package/index.d.ts',
      'schemas/environment.schema.json',
      'LICENSE',
      'README.md',
    ]),
  );
  expect(project.run('grep', ['-rl', root, installed]).stdout).toBe('');
});

test('a description of the guide type-checks against the package, and a wrong owner does not', () => {
  const description = (owner: string) => `
    import { definePlatform } from 'kafka-platform-kit';
    export const platform = definePlatform({
      owners: { shop: { contact: 'shop@example.com' } },
      topics: { 'baskets.checked-out': { owner: '${owner}' } },
    });`;
  project.write('right.ts', description('shop'));
  project.write('wrong.ts', description('shp'));
  succeed(tsc('--noEmit', 'right.ts'));
  expect(tsc('--noEmit', 'wrong.ts').stdout).toContain(`'"shp"' is not assignable`);
}, 60_000);

test("the constructs work in somebody's own cdktf app", () => {
  project.write(
    'app.ts',
    `
    import { App, LocalBackend, TerraformStack } from 'cdktf';
    import { KafkaProvider } from 'kafka-platform-kit/constructs/terraform/kafka/provider';
    import { KafkaTopic } from 'kafka-platform-kit/constructs/terraform/kafka/topic';
    const app = new App({ outdir: 'own.out' });
    const stack = new TerraformStack(app, 'own');
    new LocalBackend(stack, { path: 'own.tfstate' });
    new KafkaProvider(stack, 'kafka', { bootstrapServers: 'kafka.example.com:9093' });
    new KafkaTopic(stack, 'orders', { name: 'orders.created', partitions: 12, replicationFactor: 3 });
    app.synth();`,
  );
  succeed(tsc('app.ts'));
  succeed(project.run(process.execPath, ['app.js']));
  expect(JSON.parse(project.read('own.out/stacks/own/cdk.tf.json')).resource.kafka_topic.orders).toMatchObject({
    name: 'orders.created',
    partitions: 12,
    lifecycle: { prevent_destroy: true },
  });
}, 60_000);

test('the installed command checks a description of the project', () => {
  project.write('environments/laptop.yaml', {
    name: 'laptop',
    platform: { owners: {} },
    clusters: { main: { backend: 'kafka' } },
  });
  const { stderr } = succeed(project.run(process.execPath, [join(installed, 'dist', 'kafka-kit.js'), 'check']));
  expect(stderr).toContain('no problems');
});
