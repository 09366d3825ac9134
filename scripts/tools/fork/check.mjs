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

/** Ends the run with what is in the way, in one line: nothing was compared, and whether that is a fault of this machine. */
function end(why, code) {
  console.log(`\nNOT CHECKED: ${why}`);
  console.log('fork: 0 passed, 0 failed, 1 skipped');
  process.exit(code);
}

const unreachable = /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|network/i;

/** A folder per set of versions in the cache; one that is half made is made again. */
function installed() {
  const text = JSON.stringify(manifest, undefined, 2);
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const cache =
    process.env.KAFKA_KIT_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'kafka-platform-kit');
  const folder = join(cache, `fork-${digest}`);
  const done = join(folder, 'installed');
  if (existsSync(done)) return folder;
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), text);
  } catch (error) {
    end(`${cache} cannot be written (${error.message}); KAFKA_KIT_CACHE names another folder`, 5);
  }
  console.error(`installing ${fork} under the name cdktf, once …`);
  // Without a network npm would try for minutes.
  const patience = ['--fetch-retries=0', '--fetch-timeout=60000'];
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...patience];
  const { status, stderr, error } = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (error) end(`npm cannot be run (${error.message}); it comes with Node, and has to be in PATH`, 5);
  if (status !== 0 && unreachable.test(stderr)) end(`no registry is reachable, so ${fork} cannot be installed`, 0);
  if (status !== 0) end(`npm could not install ${fork}:\n${stderr}`, 5);
  writeFileSync(done, '');
  return folder;
}

/** What a run that was killed left; a run of another process may be at work in its own. */
function sweep() {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = /^kafka-kit-fork-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
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
sweep();
const out = mkdtempSync(join(tmpdir(), `kafka-kit-fork-${process.pid}-`));
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
