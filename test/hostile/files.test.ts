/** Files that somebody made to harm whoever reads them: refused in words, in little time and memory, by the command itself. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const shop = `name: shop
clusters:
  main: { backend: kafka }
platform:
  owners: { orders: { contact: orders@example.com } }
  topics: { orders.created: { owner: orders } }
  applications: { shop: { owner: orders, produces: { orders.created: {} } } }
`;
const file = 'environments/shop.yaml';

/** Generous: what is not bounded takes gigabytes, or never ends. Seconds are the processor's: the machine may have much else to do. */
const megabytes = 512;
const seconds = 60;

let folder: string;
let command: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kafka-kit-hostile-'));
  command = join(folder, 'check.cjs');
  // `check` as the bundle has it, made of the sources that are here: `dist` may be older.
  buildSync({
    stdin: {
      contents: `
        import { loadCompiled } from './workflows/load/compiled';
        import { Failure } from './workflows/failure';
        try {
          const { problems } = loadCompiled({ folder: process.cwd(), file: process.argv[2], names: [], today: '2026-11-21' });
          console.log(JSON.stringify(problems));
          process.exitCode = problems.some(({ severity }) => severity === 'error') ? 1 : 0;
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          console.log(JSON.stringify([{ code: 'failure', path: '', problem: error.message, fix: '' }]));
          process.exitCode = 2;
        }`,
      resolveDir: resolve(__dirname, '..', '..'),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    outfile: command,
    alias: { 'kafka-platform-kit': resolve(__dirname, '..', '..', 'index.ts') },
    external: ['cdktf', 'cdk8s', 'constructs', '@cdktf/*', 'cdk8s-plus-28'],
    nodePaths: [resolve(__dirname, '..', '..', 'node_modules')],
    logLevel: 'silent',
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  readonly exit: number | null;
  readonly codes: readonly string[];
  readonly text: string;
}

/** What `check` says of a project with these files. A crash, a time-out or too much memory is no answer. */
function checked(
  files: Readonly<Record<string, string | Buffer>>,
  prepare?: (project: string) => void,
  named?: string,
): Told {
  const project = mkdtempSync(join(folder, 'project-'));
  mkdirSync(join(project, 'environments'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), text);
  }
  prepare?.(project);
  const limited = `ulimit -t ${seconds}; exec "$0" --max-old-space-size=${megabytes} "$@"`;
  const options = ['-c', limited, process.execPath, command, ...(named ? [named] : [])];
  const { status, signal, stdout, stderr } = spawnSync('sh', options, {
    cwd: project,
    encoding: 'utf8',
    timeout: 240_000,
    maxBuffer: 1 << 28,
  });
  if (signal || !stdout.startsWith('[')) throw new Error(`ended with ${signal ?? status}: ${stderr.slice(0, 2_000)}`);
  const problems = JSON.parse(stdout) as { code: string; path: string; problem: string; fix: string }[];
  expect(stderr).not.toMatch(/^\s+at /m);
  return {
    exit: status,
    codes: [...new Set(problems.map(({ code }) => code))],
    text: problems.map(({ path, problem, fix }) => `${path}: ${problem}: ${fix}`).join('\n'),
  };
}

const pipe = (name: string) => (project: string) => {
  mkdirSync(dirname(join(project, name)), { recursive: true });
  execFileSync('mkfifo', [join(project, name)]);
};

jest.setTimeout(300_000);

test('what is asked is answered: the small description has no problem', () => {
  expect(checked({ [file]: shop })).toEqual({ exit: 0, codes: [], text: '' });
});

describe('a YAML bomb', () => {
  const ring = Array.from({ length: 12 }, (_, at) => {
    const before = Array.from({ length: 9 }, () => `*a${at}`).join(', ');
    return `a${at + 1}: &a${at + 1} [${before}]\n`;
  });

  test('of aliases of aliases is not unfolded', () => {
    const { exit, text } = checked({ [file]: `a0: &a0 [x, x]\n${ring.join('')}${shop}` });
    expect({ exit, text }).toEqual({ exit: 1, text: expect.stringContaining('its aliases repeat more than is read') });
  });

  test('in the platform of an environment is not unfolded either', () => {
    const environment = 'name: shop\nplatform: platform.yaml\nclusters: { main: { backend: kafka } }\n';
    const { exit, text } = checked({
      [file]: environment,
      'environments/platform.yaml': `a0: &a0 [x]\n${ring.join('')}`,
    });
    expect({ exit, text }).toEqual({ exit: 1, text: expect.stringContaining('its aliases repeat more than is read') });
  });

  test('that contains itself ends', () => {
    expect(checked({ [file]: `${shop}tags: &tags { a: *tags }\n` }).exit).toBe(1);
  });

  test('is no alias that is used as people use them', () => {
    const owner = shop.replace('{ owner: orders }', '&topic { owner: orders }');
    const { codes } = checked({ [file]: owner.replace('applications:', 'connectors: {}\n  applications:') });
    expect(codes).toEqual([]);
  });
});

describe('deep nesting', () => {
  test.each([
    ['lists in lists', `${shop}tags: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`],
    ['maps in maps', `${shop}tags:\n${Array.from({ length: 2_000 }, (_, at) => `${' '.repeat(at + 1)}a:\n`).join('')}`],
  ])('of %s is told in words', (_, text) => {
    const told = checked({ [file]: text });
    expect(told.exit).toBe(1);
    expect(told.text).toContain('this is nested too deeply to be read');
  });

  test('of JSON is told in words', () => {
    const deep = `{"name":"shop","clusters":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`;
    const told = checked({ 'environments/shop.json': deep });
    expect(told).toMatchObject({ exit: 1, text: expect.stringContaining('this is nested too deeply to be read') });
  });

  test('as deep as YAML reads it is told as a shape', () => {
    const told = checked({ [file]: `${shop}tags: ${'['.repeat(300)}${']'.repeat(300)}\n` });
    expect(told).toMatchObject({ exit: 1, codes: ['KFK-S002'] });
  });
});

describe('keys of prototypes', () => {
  test('__proto__ is no name, wherever it stands', () => {
    const there = shop.replace('{ orders.created: {} }', '{ orders.created: {}, __proto__: {} }');
    expect(checked({ [file]: there })).toMatchObject({ exit: 1, codes: ['KFK-S001'] });
    expect(checked({ [file]: shop.replace('main:', '__proto__: { backend: kafka }\n  main:') }).codes).toEqual([
      'KFK-S001',
    ]);
  });

  test.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s names nothing that nobody described',
    (name) => {
      const told = checked({ [file]: shop.replace('owner: orders }', `owner: ${name} }`) });
      expect(told.exit).toBe(1);
      expect(checked({ [file]: shop.replace('backend: kafka', `backend: ${name}`) })).toMatchObject({
        exit: 1,
        codes: ['KFK-S004'],
      });
    },
  );
});

describe('paths', () => {
  const environment = (platform: string) =>
    `name: shop\nplatform: ${platform}\nclusters: { main: { backend: kafka } }\n`;

  test.each(['../../../../etc/passwd', '/etc/hostname', '/proc/self/environ', '.', '..', 'shop.yaml/..'])(
    'platform: %s is no description, and nothing of it is shown',
    (path) => {
      const { codes, text } = checked({ [file]: environment(path) });
      expect(codes).toEqual(['KFK-Y003']);
      expect(text).not.toContain('root:');
    },
  );

  test('a file that is no platform is refused without its contents, wherever it lies', () => {
    const told = checked({ [file]: environment('../secrets.yaml'), 'secrets.yaml': 'password: hunter2-hunter2\n' });
    expect(told.exit).toBe(1);
    expect(told.text).not.toContain('hunter2');
  });

  test.each(['../x', 'a/b', '..', '/etc', 'a\\b', '-rf', '%2e%2e', 'con.'])(
    '%s names no environment and no application',
    (name) => {
      const said = JSON.stringify(name);
      expect(checked({ [file]: shop.replace('name: shop', `name: ${said}`) })).toMatchObject({
        exit: 1,
        codes: ['KFK-E002'],
      });
      expect(checked({ [file]: shop.replace('{ shop:', `{ ${said}:`) })).toMatchObject({
        exit: 1,
        codes: ['KFK-A001'],
      });
    },
  );

  test.each(['../x', 'a/b', '..', '.', 'a\\b'])('%s names no topic', (name) => {
    const { exit, codes } = checked({ [file]: shop.replaceAll('orders.created', JSON.stringify(name)) });
    expect(exit).toBe(1);
    expect(codes).toContain('KFK-T001');
  });
});

describe('files that are none', () => {
  test('a link to itself, and one to nothing, are told', () => {
    const circle = checked({}, (project) => symlinkSync('shop.yaml', join(project, file)));
    expect(circle).toMatchObject({ exit: 2, text: expect.stringContaining('is a link that leads to no file') });
    const nothing = checked({}, (project) => symlinkSync('gone.yaml', join(project, file)));
    expect(nothing).toMatchObject({ exit: 2, text: expect.stringContaining('is a link that leads to no file') });
  });

  test('folders in a circle are not followed', () => {
    const told = checked({ [file]: shop }, (project) => symlinkSync('.', join(project, 'environments', 'again.yaml')));
    expect(told.exit).toBe(0);
  });

  test('a pipe is waited for nowhere', () => {
    expect(checked({ [file]: shop }, pipe('environments/other.yaml')).exit).toBe(0);
    expect(checked({}, pipe('shop.yaml'), 'shop.yaml').exit).toBe(2);
    expect(checked({ [file]: shop }, pipe('environments/inventory/shop.json')).exit).toBe(2);
    expect(checked({ [file]: shop }, pipe('environments/rotations/shop.json')).exit).toBe(2);
    expect(checked({ [file]: shop }, pipe('environments/pins.json')).exit).toBe(2);
    const platform = 'name: shop\nplatform: platform.yaml\nclusters: { main: { backend: kafka } }\n';
    expect(checked({ [file]: platform }, pipe('environments/platform.yaml')).codes).toEqual(['KFK-Y003']);
  });

  test('a device is not read', () => {
    const zero = (project: string) => symlinkSync('/dev/zero', join(project, 'shop.yaml'));
    expect(checked({}, zero, 'shop.yaml').exit).toBe(2);
  });

  test('bytes that are no text are told', () => {
    expect(checked({ [file]: `${shop}# \0\n` })).toMatchObject({ exit: 1, codes: ['KFK-Y001'] });
    const latin = Buffer.concat([Buffer.from(shop), Buffer.from([0x23, 0xff, 0xfe, 0x0a])]);
    expect(checked({ [file]: latin })).toMatchObject({ exit: 1, codes: ['KFK-Y001'] });
  });
});

describe('ten megabytes', () => {
  const ten = 10 * 1024 * 1024;
  test.each([
    ['one text', () => `${shop}tags: { a: "${'x'.repeat(ten)}" }\n`],
    ['comments', () => `${shop}${`# ${'x'.repeat(98)}\n`.repeat(ten / 100)}`],
    ['topics', () => shop.replace('topics: {', `topics: {${'t: {owner: orders}, '.repeat(ten / 20)}`)],
    ['mistakes', () => `${shop}${'\t:\n'.repeat(ten / 3)}`],
  ])('of %s are refused by their size', (_, text) => {
    expect(checked({ [file]: text() })).toMatchObject({
      exit: 2,
      text: expect.stringMatching(/it has \d+ MiB, and 4 are read at most/),
    });
  });

  test('of TypeScript are refused by their size, too, also where another file asks for them', () => {
    const told = checked({ 'environments/shop.ts': `import './big';`, 'environments/big.ts': `//${'x'.repeat(ten)}` });
    expect(told.exit).toBe(1);
    expect(told.text).toContain('4 are read at most');
  });

  test('the largest that is read stays within the memory of a small machine', () => {
    const topics = Array.from(
      { length: 60_000 },
      (_, at) => `orders.created-${at}: { owner: orders, partitions: 3 }, `,
    );
    const text = shop.replace('topics: {', `topics: {${topics.join('')}`);
    expect(text.length).toBeGreaterThan(3 * 1024 * 1024);
    const { exit, codes } = checked({ [file]: text });
    expect({ exit, codes }).toEqual({ exit: 0, codes: expect.arrayContaining(['KFK-L002']) });
  });
});
