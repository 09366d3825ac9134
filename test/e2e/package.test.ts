import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { objectsIn } from '../support/manifests';
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
  for (const name of ['cdktf', '@cdktf', 'cdk8s', 'constructs', '@types', 'undici-types', 'zod'])
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
      'dist/sbom.cdx.json',
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

describe("the constructs work in somebody's own app", () => {
  beforeAll(() => {
    for (const file of ['terraform.ts', 'kubernetes.ts'])
      project.write(file, readFileSync(join(root, 'examples', 'own-stack', file), 'utf8'));
    succeed(tsc('terraform.ts', 'kubernetes.ts'));
  }, 120_000);

  test('of cdktf: a cluster and a topic on MSK, a namespace and a hub on Event Hubs, a topic on any Kafka', () => {
    succeed(project.run(process.execPath, ['terraform.js']));
    const { resource, ...rest } = stack('aws');
    expect(resource.aws_msk_topic.clicks).toMatchObject({ name: 'clicks', lifecycle: { prevent_destroy: true } });
    expect(resource.aws_msk_topic.clicks.cluster_arn).toMatch(/^\$\{aws_msk_cluster\.\w+\.arn\}$/);
    expect(rest.output.bootstrap.value).toMatch(/aws_msk_cluster\.\w+\.bootstrap_brokers_sasl_iam/);
    expect(stack('azure').resource).toMatchObject({
      azurerm_eventhub_namespace: { events: { local_authentication_enabled: false } },
      azurerm_eventhub: { clicks: { partition_count: 6 } },
    });
    expect(stack('own').resource.kafka_topic.clicks).toMatchObject({ partitions: 6, replication_factor: 3 });
  });

  test('of cdk8s: a cluster, a topic and a user by Strimzi', () => {
    succeed(project.run(process.execPath, ['kubernetes.js']));
    const objects = objectsIn(project.read('manifests/events.k8s.yaml'));
    expect(objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).toEqual([
      'Kafka/events',
      'KafkaNodePool/events-controller',
      'KafkaNodePool/events-broker',
      'KafkaTopic/clicks',
      'KafkaUser/clicker',
    ]);
  });

  const stack = (name: string) => JSON.parse(project.read(`cdktf.out/stacks/${name}/cdk.tf.json`));
});

test('the installed command checks a description of the project', () => {
  project.write('environments/laptop.yaml', {
    name: 'laptop',
    platform: { owners: {} },
    clusters: { main: { backend: 'kafka' } },
  });
  const { stderr } = succeed(project.run(process.execPath, [join(installed, 'dist', 'kafka-kit.js'), 'check']));
  expect(stderr).toContain('no problems');
});
