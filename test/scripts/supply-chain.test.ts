/** What this project is made of is said by version and checksum, everywhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(__dirname, '..', '..');
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: true;
  readonly inBundle?: true;
  readonly optional?: true;
}

describe('npm', () => {
  const { dependencies, devDependencies, peerDependencies } = JSON.parse(text('package.json')) as Record<
    string,
    Readonly<Record<string, string>>
  >;
  const { packages } = JSON.parse(text('package-lock.json')) as { packages: Readonly<Record<string, Locked>> };

  test('every dependency is an exact version; only what the user brings is a range', () => {
    const pins = Object.entries({ ...dependencies, ...devDependencies });
    expect(pins.filter(([, version]) => !exact.test(version))).toEqual([]);
    expect(Object.keys(peerDependencies ?? {}).sort()).toEqual(['cdk8s', 'cdktf', 'constructs']);
  });

  test('the lock file has a checksum of everything that is fetched here, and fetches from no file and no repository', () => {
    const fetched = Object.entries(packages).filter(([path, { inBundle, link }]) => path !== '' && !inBundle && !link);
    // Those of other platforms are listed by version only (scripts/tools/complete-lock.mjs).
    const unchecked = fetched.filter(([, { integrity, optional }]) => !optional && !/^sha512-/.test(integrity ?? ''));
    expect(unchecked).toEqual([]);
    expect(fetched.filter(([, { resolved = 'https://' }]) => !resolved.startsWith('https://'))).toEqual([]);
    expect(fetched.length).toBeGreaterThan(300);
  });
});

describe("GitHub's workflows", () => {
  const files = readdirSync(join(root, '.github', 'workflows'));
  const uses = files.flatMap((file) =>
    text(join('.github', 'workflows', file))
      .split('\n')
      .filter((line) => /^\s*(- )?uses:/.test(line))
      .map((line) => line.replace(/^\s*(- )?uses:\s*/, '')),
  );

  test('name every action by the commit that it is, with its version beside it', () => {
    const others = uses.filter((action) => !action.startsWith('./'));
    expect(others.length).toBeGreaterThan(5);
    expect(others.filter((action) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
  });

  test('one version of an action is one commit, in all of them', () => {
    const commits = new Map<string, Set<string>>();
    for (const action of uses) {
      const [, name = '', commit = ''] = /^([^@]+)@([0-9a-f]{40})/.exec(action) ?? [];
      if (name) commits.set(name, (commits.get(name) ?? new Set()).add(commit));
    }
    expect([...commits].filter(([, of]) => of.size > 1)).toEqual([]);
  });

  test('ask for no more than they need, and leave no credential in the checkout', () => {
    for (const file of files) {
      const { permissions, jobs } = parse(text(join('.github', 'workflows', file)));
      expect([{}, { contents: 'read' }]).toContainEqual(permissions);
      for (const { steps = [] } of Object.values(jobs) as { steps?: { uses?: string; with?: object }[] }[])
        for (const step of steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@')))
          expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
  });
});

describe('what else is fetched', () => {
  test("Kafka's jars are exact versions", () => {
    const pom = text('workflows/local/kafka/pom.xml');
    const versions = [...pom.matchAll(/<(?:kafka\.)?version>([^<]+)</g)].map(([, version]) => version);
    expect(versions.filter((version) => version !== '${kafka.version}' && !/^\d[\w.]*$/.test(version ?? ''))).toEqual(
      [],
    );
    expect(pom).not.toMatch(/SNAPSHOT|LATEST|RELEASE/);
  });

  test("Python's packages are exact versions", () => {
    const lists = readdirSync(join(root, 'scripts/tools')).filter((tool) =>
      existsSync(join(root, 'scripts/tools', tool, 'requirements.txt')),
    );
    expect(lists).not.toHaveLength(0);
    for (const tool of lists)
      for (const line of text(`scripts/tools/${tool}/requirements.txt`).split('\n'))
        if (line.trim() && !line.startsWith('#') && !line.startsWith(' '))
          expect(line).toMatch(/^[\w.-]+(\[\w+\])?==[\w.]+/);
  });

  test("Go's modules have a checksum each", () => {
    const modules = readdirSync(join(root, 'scripts/tools')).filter((tool) =>
      existsSync(join(root, 'scripts/tools', tool, 'go.mod')),
    );
    expect(modules).not.toHaveLength(0);
    for (const tool of modules) expect(text(`scripts/tools/${tool}/go.sum`)).toMatch(/ h1:/);
  });
});
