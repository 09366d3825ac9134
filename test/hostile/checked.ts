/** `check` of what is hostile, in a process of its own: refused in words, in little time and memory. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

export const shop = `name: shop
clusters:
  main: { backend: kafka }
platform:
  owners: { orders: { contact: orders@example.com } }
  topics: { orders.created: { owner: orders } }
  applications: { shop: { owner: orders, produces: { orders.created: {} } } }
`;
export const file = 'environments/shop.yaml';

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
export function checked(
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

jest.setTimeout(300_000);
