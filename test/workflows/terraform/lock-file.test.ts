import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../../workflows/failure';
import { synth } from '../../../workflows/synth/synth';
import {
  lockedVersions,
  lockFileName,
  lockNameOf,
  placeLockFile,
  requiredProviders,
} from '../../../workflows/terraform/lock-file';
import { mskCluster, mskClusterWithPasswords } from '../../backends/msk/cluster';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { projectWith } from '../../support/written-project';

const entry = (source: string, version: string, host = 'registry.terraform.io') =>
  `provider "${host}/${source}" {\n  version     = "${version}"\n  constraints = "${version}"\n  hashes = [\n    "h1:abc=",\n  ]\n}\n`;

/** A stack that asks for providers, and a folder with lock files. */
function project(required: object, files: Readonly<Record<string, string>>) {
  const folder = projectWith({
    'stacks/one/cdk.tf.json': JSON.stringify({ terraform: { required_providers: required } }),
    'locks/README.md': '',
    ...files,
  });
  const config = join(folder, 'stacks', 'one', 'cdk.tf.json');
  return { config, locks: join(folder, 'locks'), renew: 'kafka-kit lock prod' };
}

const kafka = { kafka: { source: 'Mongey/kafka', version: '0.13.1' } };
const aws = { aws: { source: 'aws', version: '6.66.0' } };
const beside = ({ config }: { readonly config: string }) => join(config, '..', lockFileName);

test('stacks with the same providers share a lock file, by the names of them', () => {
  const { config } = project({ ...kafka, ...aws }, {});
  expect(requiredProviders(config)).toEqual([
    { name: 'aws', source: 'hashicorp/aws', version: '6.66.0' },
    { name: 'kafka', source: 'mongey/kafka', version: '0.13.1' },
  ]);
  expect(lockNameOf(requiredProviders(config))).toBe('aws-kafka.terraform.lock.hcl');
});

test('a lock file is copied beside the stack, byte for byte, and a stack of other providers has none', () => {
  const text = `# written by Terraform\n\n${entry('mongey/kafka', '0.13.1')}`;
  const locked = project(kafka, { 'locks/kafka.terraform.lock.hcl': text });
  placeLockFile(locked);
  expect(readFileSync(beside(locked), 'utf8')).toBe(text);
  const other = project(aws, { 'locks/kafka.terraform.lock.hcl': text });
  placeLockFile(other);
  expect(existsSync(beside(other))).toBe(false);
});

test.each([
  [
    'of another version',
    entry('mongey/kafka', '0.13.0'),
    'mongey/kafka is locked at 0.13.0, and the stack asks for 0.13.1',
  ],
  [
    'of another provider',
    entry('hashicorp/aws', '6.66.0'),
    'mongey/kafka is not locked, and the stack asks for 0.13.1',
  ],
  ['that is empty', '', 'mongey/kafka is not locked'],
])('a lock file %s is refused, with the command that renews it', (_, text, why) => {
  const locked = project(kafka, { 'locks/kafka.terraform.lock.hcl': text });
  const failure = catching(() => placeLockFile(locked));
  expect(failure).toBeInstanceOf(Failure);
  expect((failure as Failure).details).toEqual({
    exit: 2,
    why: [expect.stringContaining(why)],
    fix: 'kafka-kit lock prod, read what changed, and commit it',
  });
  expect(existsSync(beside(locked))).toBe(false);
});

test("OpenTofu's registry is another host of the same provider", () => {
  const text = entry('mongey/kafka', '0.13.1', 'registry.opentofu.org');
  expect([...lockedVersions(text)]).toEqual([['mongey/kafka', '0.13.1']]);
});

test('a range is for Terraform to judge', () => {
  const ranged = { kafka: { source: 'Mongey/kafka', version: '~> 0.13' } };
  const locked = project(ranged, { 'locks/kafka.terraform.lock.hcl': entry('mongey/kafka', '0.13.9') });
  expect(() => placeLockFile(locked)).not.toThrow();
});

test('synth puts each stack its own, and leaves the old output where one does not fit', async () => {
  const cluster = { ...mskClusterWithPasswords, network: mskCluster.network };
  const resolved = resolve(changed<Description>(small, { 'clusters.main': cluster }));
  const folder = projectWith({});
  const locks = join(folder, 'locks');
  mkdirSync(locks);
  const { stacks } = await synth(resolved, folder, { locks });
  const versions = new Map(stacks.flatMap(({ config }) => requiredProviders(config).map((one) => [one.source, one])));
  for (const { config } of stacks) {
    const set = requiredProviders(config);
    writeFileSync(
      join(locks, lockNameOf(set)),
      set.map(({ source }) => entry(source, versions.get(source)?.version ?? '')).join('\n'),
    );
  }
  await synth(resolved, folder, { locks });
  const sets = stacks.map(({ config }) => lockNameOf(requiredProviders(config)));
  expect(new Set(sets).size).toBeGreaterThan(1);
  for (const [index, { config }] of stacks.entries())
    expect(readFileSync(beside({ config }), 'utf8')).toBe(readFileSync(join(locks, sets[index] ?? ''), 'utf8'));
  writeFileSync(join(locks, sets[0] ?? ''), entry('hashicorp/aws', '6.0.0'));
  await expect(synth(resolved, folder, { locks })).rejects.toThrow('does not fit what is synthesized');
  expect(existsSync(stacks[0]?.config ?? '')).toBe(true);
});

function catching(task: () => void): unknown {
  try {
    task();
  } catch (error) {
    return error;
  }
  return undefined;
}
