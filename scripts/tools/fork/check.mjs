// The kit on the fork of cdktf: the same sources under the alias `cdktf` → `npm:cdktn` write the same stacks. Runs on bare
// Node. Installs the fork beside the pinned bindings, as a user would (docs/guides/terraform-state.md), once for each set of versions.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const fork = 'cdktn@0.24.0';
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What a project's package.json says that has the kit on the fork: every other version is the kit's own. */
const manifest = {
  name: 'kafka-kit-on-the-fork',
  private: true,
  dependencies: {
    ...dependencies,
    cdk8s: devDependencies.cdk8s,
    constructs: devDependencies.constructs,
    cdktf: `npm:${fork}`,
  },
  // The bindings ask for a cdktf of before the fork, which this lets be the fork.
  overrides: { cdktf: '$cdktf' },
};

function installed() {
  const text = JSON.stringify(manifest, undefined, 2);
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const cache =
    process.env.KAFKA_KIT_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'kafka-platform-kit');
  const folder = join(cache, `fork-${digest}`);
  const done = join(folder, 'installed');
  if (existsSync(done)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), text);
  console.error(`installing ${fork} under the name cdktf, once …`);
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, stderr } = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|network/i.test(stderr)) return undefined;
    throw new Error(`npm install failed:\n${stderr}`);
  }
  writeFileSync(done, '');
  return folder;
}

/** Synthesizes every committed environment, and one with what those do not say. Returns each stack by its file. */
function synthesize(command, out) {
  for (const file of [[], ['--file', 'scripts/tools/fork/more.yaml']]) {
    const { status, stderr } = spawnSync(process.execPath, [command, 'synth', '--out', out, ...file], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_PATH: '' },
    });
    if (status !== 0) throw new Error(`${command} synth ended with ${status}:\n${stderr}`);
  }
  const files = readdirSync(out, { recursive: true })
    .filter((file) => /(cdk\.tf|manifest)\.json$/.test(file))
    .sort();
  return new Map(files.map((file) => [file, JSON.parse(readFileSync(join(out, file), 'utf8'))]));
}

/** cdktf's own version is in each, and in nothing that Terraform reads. */
const versionsIn = (stacks) =>
  [...new Set([...stacks.values()].map((stack) => stack.version ?? stack['//']?.metadata?.version))].join(', ');

const normal = (stack) => {
  const { version: _, ...rest } = stack;
  const { metadata, ...comments } = rest['//'] ?? {};
  const { version: __, ...kept } = metadata ?? {};
  return sorted({ ...rest, '//': { ...comments, metadata: kept } });
};

/** The order of keys says nothing. */
const sorted = (value) =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key])]),
        )
      : value;

/** Files that only one has, or that say something else. */
const differences = (ones, others) =>
  [...new Set([...ones.keys(), ...others.keys()])].filter(
    (file) => JSON.stringify(normal(ones.get(file) ?? {})) !== JSON.stringify(normal(others.get(file) ?? {})),
  );

/** A change of one value of one resource, as a fork would make it. */
function planted(stacks) {
  const [file, stack] = [...stacks].find(([, { resource }]) => resource) ?? [];
  const copy = structuredClone(stack);
  const [type] = Object.keys(copy.resource);
  const [name] = Object.keys(copy.resource[type]);
  copy.resource[type][name].planted = true;
  return { file, stacks: new Map([...stacks, [file, copy]]) };
}

const folder = installed();
if (folder === undefined) {
  console.log(`\nNOT CHECKED: no registry is reachable, so ${fork} cannot be installed`);
  console.log('fork: 0 passed, 0 failed, 1 skipped');
  process.exit(0);
}
const out = mkdtempSync(join(tmpdir(), 'kafka-kit-fork-'));
try {
  const command = join(folder, 'kafka-kit.js');
  copyFileSync(join(root, 'dist', 'kafka-kit.js'), command);
  const ours = synthesize(join(root, 'dist', 'kafka-kit.js'), join(out, 'cdktf'));
  const theirs = synthesize(command, join(out, 'fork'));
  const version = fork.split('@')[1];
  const failures = [
    ...differences(ours, theirs).map((file) => `${file} differs`),
    ...(versionsIn(theirs) === version ? [] : [`it was ${versionsIn(theirs)} that ran, and not ${version}`]),
    ...(versionsIn(ours) === devDependencies.cdktf ? [] : [`it was compared with ${versionsIn(ours)}`]),
  ];
  const fault = planted(theirs);
  const isFound = differences(ours, fault.stacks).join() === [...differences(ours, theirs), fault.file].sort().join();
  if (!isFound) failures.push('a planted difference was not found');
  for (const failure of failures) console.log(`  ${failure}`);
  console.log(
    `cdktf ${versionsIn(ours)} and ${fork} as cdktf ${versionsIn(theirs)}: ${ours.size} files of ${new Set([...ours.keys()].map((file) => file.split('/')[0])).size} environments, one planted difference ${isFound ? 'found' : 'NOT found'}`,
  );
  console.log(`fork: ${ours.size - Math.min(failures.length, ours.size)} passed, ${failures.length} failed`);
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
