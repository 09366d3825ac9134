import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TerraformBinary } from '../../../workflows/terraform/binary';
import { cliConfiguration, isKafkaProvider, providerInstallation } from '../../../workflows/terraform/provider-mirror';

const binary: TerraformBinary = { command: 'terraform', version: '1.11.4', registry: 'registry.terraform.io' };
let root: string;
let said: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kit-mirror-'));
  said = [];
  mkdirSync(join(root, 'module'));
  writeFileSync(join(root, 'module', 'go.mod'), 'require github.com/Mongey/terraform-provider-kafka v0.13.1\n');
});
afterEach(() => rmSync(root, { recursive: true }));

/** A `go` command that counts its runs and writes what it is told to build. */
function fakeGo(body = 'echo run >> "$0.runs"; sleep 0.3; echo provider > "$4"'): string {
  const file = join(root, 'go');
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return `${file}.runs`;
}

const install = (more: { variables?: NodeJS.ProcessEnv; reachable?: boolean } = {}) =>
  providerInstallation({
    binary,
    variables: { HOME: root, PATH: `${root}:/bin:/usr/bin`, ...more.variables },
    cache: join(root, 'cache'),
    providerModule: join(root, 'module'),
    progress: (line) => said.push(line),
    isReachable: async () => more.reachable ?? false,
  });

test.each(['Mongey/kafka', 'mongey/kafka', 'registry.terraform.io/Mongey/kafka'])(
  '%s is the kafka provider',
  (source) => {
    expect(isKafkaProvider(source)).toBe(true);
  },
);
test.each(['hashicorp/aws', 'confluentinc/kafka', 'xmongey/kafka', 'mongey/kafka-connect'])('%s is not', (source) => {
  expect(isKafkaProvider(source)).toBe(false);
});

test('where the registry answers, Terraform goes its own way', async () => {
  expect(await install({ reachable: true })).toBeUndefined();
  expect(existsSync(join(root, 'cache'))).toBe(false);
});

test('a CLI configuration of the user is respected, one that is not there is not', async () => {
  const file = join(root, 'my.tfrc');
  fakeGo();
  expect(await install({ variables: { TF_CLI_CONFIG_FILE: file } })).toBeDefined();
  writeFileSync(file, '');
  expect(await install({ variables: { TF_CLI_CONFIG_FILE: file } })).toBeUndefined();
});

test('a .terraformrc is respected when it says how providers are installed', async () => {
  fakeGo();
  writeFileSync(join(root, '.terraformrc'), 'disable_checkpoint = true');
  expect(await install()).toBeDefined();
  writeFileSync(join(root, '.terraformrc'), 'provider_installation {\n}');
  expect(await install()).toBeUndefined();
});

test('elsewhere the provider is built, once, whole, and named by a CLI configuration', async () => {
  const runs = fakeGo();
  const [file = ''] = await Promise.all([install(), install()]);
  const mirror = join(root, 'cache', 'terraform-mirror');
  expect(readFileSync(file, 'utf8')).toBe(cliConfiguration(mirror, 'registry.terraform.io'));
  expect(readFileSync(runs, 'utf8')).toBe('run\n');
  expect(said[0]).toBe(
    'registry.terraform.io is not reachable: building the kafka provider 0.13.1 with Go, once (about 30 s)',
  );
  expect(said[1]).toMatch(/^waiting for process \d+, which builds the kafka provider$/);
  const built = join(mirror, 'registry.terraform.io', 'mongey', 'kafka', '0.13.1');
  expect(readdirSync(built)).toHaveLength(1);
  expect(readdirSync(join(built, readdirSync(built)[0] ?? ''))).toEqual(['terraform-provider-kafka_v0.13.1']);
  expect(readdirSync(mirror).sort()).toEqual(['registry.terraform.io', 'registry.terraform.io.tfrc']);
});

test('a build that fails leaves nothing behind and names both ways out', async () => {
  fakeGo('echo "no such module" >&2; exit 1');
  await expect(install()).rejects.toMatchObject({
    message: 'the kafka provider is neither downloadable nor could it be built',
    details: {
      why: ['registry.terraform.io is not reachable', 'go build: no such module'],
      fix: expect.stringMatching(/registry\.terraform\.io.*TF_CLI_CONFIG_FILE.*install Go/),
    },
  });
  expect(readdirSync(join(root, 'cache', 'terraform-mirror'))).toEqual(['registry.terraform.io']);
});

test('without Go it says so', async () => {
  await expect(install({ variables: { PATH: join(root, 'nothing') } })).rejects.toMatchObject({
    details: { why: expect.arrayContaining(["there is no 'go' command"]) },
  });
});

test('a module that does not require the provider is refused', async () => {
  writeFileSync(join(root, 'module', 'go.mod'), 'module x\n');
  await expect(install()).rejects.toThrow('does not require github.com/Mongey/terraform-provider-kafka');
});
