/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform's own templates */
/** Stacks of the built-in `terraform_data` resource, applied by a real Terraform: it needs no registry and no broker. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { type Folders, foldersOf } from '../../workflows/folders';
import { type DeployOptions, type DeployUnit, deployStacks } from '../../workflows/terraform/deploy';
import { DeployFailure } from '../../workflows/terraform/deploy-result';

jest.setTimeout(120_000);

let root: string;
let folders: Folders;
let said: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kit-terraform-'));
  folders = foldersOf(join(root, 'project'), {
    KAFKA_KIT_STATE: join(root, 'state'),
    KAFKA_KIT_CACHE: join(root, 'cache'),
  });
  said = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

type Resources = Record<string, object>;

/** A stack whose resources hold data, in an environment that is not disposable. */
function unit(stack: string, resources: Resources, more: Partial<DeployUnit> & { block?: object } = {}): DeployUnit {
  const { block, ...rest } = more;
  const config = join(root, 'out', stack, 'cdk.tf.json');
  mkdirSync(join(root, 'out', stack), { recursive: true });
  const terraform = { backend: { local: {} } };
  writeFileSync(config, JSON.stringify({ terraform, resource: { terraform_data: resources }, ...block }));
  return {
    stack,
    config,
    stateFile: join(folders.state, 'local', 'terraform', `${stack}.tfstate`),
    variables: {},
    createdOnce: new Map(),
    dependsOn: [],
    judge: {
      dataBearing: new Set(['terraform_data']),
      settingsOf: () => ({}),
      disposable: false,
      removals: new Map(),
      approvals: [],
      today: '2026-11-21',
    },
    ...rest,
  };
}

const deploy = (units: DeployUnit[], more: Partial<DeployOptions> = {}) =>
  deployStacks(units, {
    folders,
    environment: 'local',
    variables: process.env,
    providerModule: resolve('scripts/tools/kafka-provider'),
    progress: (line) => said.push(line),
    ...more,
  });

const refusal = async (units: DeployUnit[]): Promise<DeployFailure> => {
  const error = await deploy(units).then(
    () => undefined,
    (error) => error,
  );
  expect(error).toBeInstanceOf(DeployFailure);
  return error;
};

const state = (stack: string) =>
  JSON.parse(readFileSync(join(folders.state, 'local', 'terraform', `${stack}.tfstate`), 'utf8'));
const namesIn = (stack: string): string[] => state(stack).resources.map(({ name }: { name: string }) => name);

/** What waits for the gate is created when a test opens it, however fast or slow the machine is; none outlives its test. */
const gate = () => join(root, 'gate');
const open = () => writeFileSync(gate(), '');
const waiting = () => ({
  provisioner: [{ 'local-exec': { command: `until test -e '${gate()}' || ! test -e '${root}'; do sleep 0.1; done` } }],
});

/** Until the apply has made its first resource. */
async function applying(): Promise<void> {
  const events = join(folders.state, 'local', 'terraform', 'orders.journal.events');
  const made = () => existsSync(events) && readFileSync(events, 'utf8').includes('"type":"apply_complete"');
  for (let tries = 0; !made(); tries++) {
    if (tries > 3000) throw new Error('the apply did not begin within 60 s');
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Every file below a folder. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('a stack is planned, judged, applied, and not touched when nothing changes', async () => {
  const units = [unit('orders', { a: { input: '1' }, b: { input: '2' } })];
  const first = await deploy(units);
  expect(first).toMatchObject([{ stack: 'orders', status: 'applied', summary: { create: 2 } }]);
  expect(namesIn('orders')).toEqual(['a', 'b']);
  expect(said[0]).toBe('  orders  plan     2 to add');
  expect(said[1]).toMatch(/^ {2}orders {2}applied {2}2 in \d+\.\d s$/);

  said = [];
  expect(await deploy(units)).toMatchObject([{ status: 'unchanged', summary: { noop: 2 } }]);
  expect(said).toEqual(['  orders  no changes']);
});

test('secrets reach Terraform, ephemeral ones too, and no file but the state', async () => {
  const block = {
    variable: { password: { type: 'string', sensitive: true }, passing: { type: 'string', ephemeral: true } },
    output: { seen: { value: '${nonsensitive(length(var.password))}' } },
  };
  const variables = { password: 'pl4nted-secret', passing: 'pl4nted-ephemeral' };
  const resources = { a: { input: '${nonsensitive(length(var.password))}' }, b: { input: '${var.password}' } };
  await deploy([unit('orders', resources, { block, variables })]);
  expect(state('orders').outputs.seen.value).toBe(14);
  const holders = filesBelow(root).filter((file) => readFileSync(file, 'utf8').includes('pl4nted'));
  expect(holders).toEqual([join(folders.state, 'local', 'terraform', 'orders.tfstate')]);
});

test('states, logs and work folders are for their owner only, and no plan stays', async () => {
  const [result] = await deploy([unit('orders', { a: {} })]);
  await deploy([unit('orders', { a: {}, b: {} })]);
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
  const stateFolder = join(folders.state, 'local', 'terraform');
  expect(readdirSync(stateFolder).sort()).toEqual(['orders.tfstate', 'orders.tfstate.backup']);
  for (const file of readdirSync(stateFolder)) expect([file, mode(join(stateFolder, file))]).toEqual([file, '600']);
  expect(mode(stateFolder)).toBe('700');
  expect(mode(result?.log ?? '')).toBe('600');
  const work = join(folders.project, '.kafka-kit', 'work', 'orders');
  expect(mode(work)).toBe('700');
  expect(readdirSync(work)).toEqual(['.terraform', 'cdk.tf.json']);
});

test('a dependant is planned after what it depends on was applied', async () => {
  const first = unit('topics', { a: { input: '1' } });
  const second = unit('users', { b: { input: '2' } }, { dependsOn: ['topics'] });
  await deploy([second, first]);
  expect(said.map((line) => line.trim().split(/\s+/).slice(0, 2).join(' '))).toEqual([
    'topics plan',
    'topics applied',
    'users plan',
    'users applied',
  ]);
});

test('a plan that is only asked for applies nothing, and what depends on it is not begun', async () => {
  const first = unit('topics', { a: { input: '1' } });
  const second = unit('users', { b: { input: '2' } }, { dependsOn: ['topics'] });
  expect(await deploy([first, second], { planOnly: true })).toMatchObject([
    { stack: 'topics', status: 'planned', summary: { create: 1 }, applied: [] },
    { stack: 'users', status: 'not begun' },
  ]);
  expect(existsSync(String(first.stateFile))).toBe(false);
  expect(filesBelow(root).filter((file) => file.endsWith('.tfplan'))).toEqual([]);
});

test('one stack that would destroy data leaves every other untouched', async () => {
  await deploy([unit('orders', { keep: {}, gone: {} })]);
  const failure = await refusal([unit('orders', { keep: {} }), unit('payments', { a: {} })]);
  expect(failure.exit).toBe(4);
  expect(failure.details.why?.[0]).toBe('KFK-D001 terraform_data.gone: terraform_data is deleted with its data');
  expect(failure.details.why?.[1]).toContain("say removed: { reason, until, data: 'destroy' }");
  expect(failure.details.why?.slice(2)).toEqual(['nothing was applied', 'not begun: payments']);
  expect(existsSync(join(folders.state, 'local', 'terraform', 'payments.tfstate'))).toBe(false);
  expect(namesIn('orders')).toEqual(['gone', 'keep']);
});

test('a replacement that prevent_destroy forbids is refused as the loss that it is', async () => {
  const guarded = (version: string) => ({ triggers_replace: version, lifecycle: { prevent_destroy: true } });
  await deploy([unit('orders', { a: guarded('1') })]);
  const failure = await refusal([unit('orders', { a: guarded('2') })]);
  expect(failure.exit).toBe(4);
  expect(failure.details.why?.[0]).toBe(
    'KFK-D002 terraform_data.a: terraform_data is deleted with its data and made again, empty, ' +
      'because triggers_replace cannot be changed in place',
  );
});

test('a configuration that Terraform refuses fails with its words, and nothing is applied', async () => {
  const failure = await refusal([unit('orders', { a: { nonsense: 1 } }), unit('payments', { b: {} })]);
  expect(failure.exit).toBe(5);
  expect(failure.details.why?.slice(0, 2)).toEqual([
    'orders: terraform plan failed',
    '  Extraneous JSON object property',
  ]);
  expect(failure.details.why).toContain('nothing was applied');
});

test('a folder that cannot be made is named, without a stack trace', async () => {
  mkdirSync(folders.project);
  writeFileSync(join(folders.project, '.kafka-kit'), 'a file where the folder should be');
  const failure = await refusal([unit('orders', { a: {} })]);
  expect(failure.details.why?.[0]).toMatch(/^orders: E[A-Z]+: .*mkdir '.*orders'$/);
});

test('a state that an earlier run could not save is never lost', async () => {
  await deploy([unit('orders', { a: {} })]);
  const unsaved = join(folders.project, '.kafka-kit', 'work', 'orders', 'errored.tfstate');
  writeFileSync(unsaved, '{}');
  const failure = await refusal([unit('orders', { a: {} })]);
  expect(failure.details.why?.join('\n')).toContain('state push errored.tfstate');
  expect(existsSync(unsaved)).toBe(true);
});

test('a work folder that was half cleaned is initialised again', async () => {
  await deploy([unit('orders', { a: {} })]);
  rmSync(join(folders.project, '.kafka-kit', 'work', 'orders', '.terraform'), { recursive: true });
  expect(await deploy([unit('orders', { a: {} })])).toMatchObject([{ status: 'unchanged' }]);
});

describe('a provider that was not connected', () => {
  const error = (summary: string) =>
    JSON.stringify({ type: 'diagnostic', diagnostic: { severity: 'error', summary, detail: '' } });

  /** A Terraform whose first runs of a command end with these errors each. */
  function stumbling(command: string, ...runs: string[][]): NodeJS.ProcessEnv {
    const wrapper = join(root, 'terraform-that-stumbles');
    const left = join(root, 'left');
    mkdirSync(left);
    for (const [index, errors] of runs.entries())
      writeFileSync(join(left, String(index)), errors.map((summary) => `${error(summary)}\n`).join(''));
    const script = `#!/bin/sh
next=$(ls '${left}' | head -n 1)
if [ "$1" = ${command} ] && [ -n "$next" ]; then cat "${left}/$next"; rm "${left}/$next"; exit 1; fi
exec terraform "$@"
`;
    writeFileSync(wrapper, script, { mode: 0o755 });
    return { ...process.env, TERRAFORM_BINARY_NAME: wrapper };
  }

  const lost = 'kafka: broker not connected';
  const units = () => [unit('orders', { a: {} })];

  test.each(['plan', 'apply'])('is asked again by %s', async (command) => {
    const variables = stumbling(command, [lost], [lost], [lost]);
    expect(await deploy(units(), { variables })).toMatchObject([{ status: 'applied' }]);
  });

  test.each(['plan', 'apply'])('and not for ever by %s', async (command) => {
    const variables = stumbling(command, [lost], [lost], [lost], [lost]);
    await expect(deploy(units(), { variables })).rejects.toThrow('orders failed');
  });

  test('does not hide what else went wrong in an apply', async () => {
    const variables = stumbling('apply', [lost, 'quota exceeded']);
    await expect(deploy(units(), { variables })).rejects.toThrow('orders failed');
  });

  test('what is left is planned and judged again, and said', async () => {
    await deploy(units(), { variables: stumbling('apply', [lost]) });
    const plan = '  orders  plan     1 to add';
    expect(said.slice(0, 3)).toEqual([plan, '  orders  again    what is left: the provider was not connected', plan]);
  });
});

test('a Terraform that is killed is said to be', async () => {
  const wrapper = join(root, 'terraform-that-dies');
  writeFileSync(wrapper, '#!/bin/sh\n[ "$1" = apply ] && kill -9 $$\nexec terraform "$@"\n', { mode: 0o755 });
  const variables = { ...process.env, TERRAFORM_BINARY_NAME: wrapper };
  const error = await deploy([unit('orders', { a: {} })], { variables }).catch((error) => error);
  expect(error.details.why.slice(0, 2)).toEqual(['orders: terraform apply failed', '  it was killed (SIGKILL)']);
  expect(await deploy([unit('orders', { a: {} })])).toMatchObject([{ status: 'applied' }]);
});

test('a Terraform that is killed while it writes its state: the next run goes on from the state before it', async () => {
  await deploy([unit('orders', { a: {} })]);
  const stateFile = join(folders.state, 'local', 'terraform', 'orders.tfstate');
  const { id } = state('orders').resources[0].instances[0].attributes;
  const wrapper = join(root, 'terraform-that-dies-writing');
  const script = `#!/bin/sh
[ "$1" = apply ] || exec terraform "$@"
terraform "$@"
head -c 200 '${stateFile}' > '${stateFile}.half' && cat '${stateFile}.half' > '${stateFile}' && rm '${stateFile}.half'
kill -9 $$
`;
  writeFileSync(wrapper, script, { mode: 0o755 });
  const variables = { ...process.env, TERRAFORM_BINARY_NAME: wrapper };
  const units = [unit('orders', { a: {}, b: {} })];
  await expect(deploy(units, { variables })).rejects.toThrow('orders failed');
  expect(() => state('orders')).toThrow(SyntaxError);
  said = [];
  expect(await deploy(units)).toMatchObject([{ status: 'applied', summary: { create: 1, noop: 1 } }]);
  expect(said[0]).toBe('  orders  restores the state of before an apply that was killed while it wrote one');
  expect(namesIn('orders')).toEqual(['a', 'b']);
  expect(state('orders').resources[0].instances[0].attributes.id).toBe(id);
  expect(readdirSync(dirname(stateFile)).sort()).toEqual(
    ['', '.backup', '.broken'].map((end) => `orders.tfstate${end}`),
  );
});

test('a broken state that no apply of this kit left is refused, and nothing is changed', async () => {
  await deploy([unit('orders', { a: {} })]);
  const stateFile = join(folders.state, 'local', 'terraform', 'orders.tfstate');
  writeFileSync(stateFile, '{');
  utimesSync(stateFile, 0, 0);
  const failure = await refusal([unit('orders', { a: {} })]);
  expect(failure.exit).toBe(5);
  expect(failure.details.why?.slice(0, 2)).toEqual([
    `${stateFile} is no Terraform state`,
    '  fix: restore it from its backup beside it',
  ]);
  expect(readFileSync(stateFile, 'utf8')).toBe('{');
});

test('with both keys the data goes', async () => {
  await deploy([unit('orders', { keep: {}, gone: {} })]);
  const lesser = unit('orders', { keep: {} });
  const removals = new Map([['terraform_data.gone', { data: 'destroy' as const }]]);
  await deploy([{ ...lesser, judge: { ...lesser.judge, disposable: true, removals } }]);
  expect(namesIn('orders')).toEqual(['keep']);
});

test('a failed apply says which stack, why, what is done and what is not; the next run goes on', async () => {
  const fails = { provisioner: [{ 'local-exec': { command: `test -e ${gate()}` } }] };
  const units = () => [
    unit('good', { a: {} }),
    unit('bad', { made: {}, broken: { depends_on: ['terraform_data.made'], ...fails } }),
    unit('after', { c: {} }, { dependsOn: ['bad'] }),
  ];
  const failure = await refusal(units());
  expect(failure.exit).toBe(5);
  expect(failure.message).toBe("deploy of 'local' stopped: bad failed");
  const why = failure.details.why?.join('\n') ?? '';
  expect(why).toContain('terraform_data.broken: local-exec provisioner error');
  expect(why).toContain('applied: good');
  expect(why).toContain('not begun: after');
  expect(why).toMatch(/log: .*terraform-bad\.log/);
  expect(namesIn('bad')).toContain('made');

  open();
  const judge = { ...unit('bad', {}).judge, dataBearing: new Set<string>() };
  const results = await deploy(units().map((unit) => ({ ...unit, judge })));
  expect(results.map(({ status }) => status)).toEqual(['unchanged', 'applied', 'applied']);
});

test('a second deploy of the same environment is told who is at it', async () => {
  const running = deploy([unit('orders', { a: waiting() })]);
  await expect(deploy([unit('orders', { a: {} })])).rejects.toThrow(
    `a deploy of 'local' is running: process ${process.pid}`,
  );
  open();
  await running;
});

test('an abort in the middle of an apply lets Terraform save its state, and the next run goes on', async () => {
  const resources = {
    a: {},
    slow: { depends_on: ['terraform_data.a'], ...waiting() },
    z: { depends_on: ['terraform_data.slow'] },
  };
  const controller = new AbortController();
  const deployed = deploy([unit('orders', resources)], { signal: controller.signal }).catch((error) => error);
  await applying();
  controller.abort();
  const error = await deployed;
  expect(error.details.why[1]).toContain('it was interrupted');
  expect(namesIn('orders')).not.toContain('z');
  open();
  const judge = { ...unit('orders', resources).judge, dataBearing: new Set<string>() };
  expect(await deploy([{ ...unit('orders', resources), judge }])).toMatchObject([{ status: 'applied' }]);
  expect(namesIn('orders')).toEqual(['a', 'slow', 'z']);
});

describe('a deploy in a process of its own', () => {
  /** A script that deploys one slow stack, bundled because plain Node does not read TypeScript. */
  function start(): { child: ChildProcess; ended: Promise<[number | null, string]> } {
    const script = join(root, 'deploy.cjs');
    const slow = unit('orders', { a: {}, slow: { depends_on: ['terraform_data.a'], ...waiting() } });
    buildSync({
      stdin: {
        contents: `
          import { deployStacks } from './workflows/terraform/deploy';
          import { onInterrupt } from './workflows/terraform/interrupt';
          const judge = { dataBearing: new Set(), settingsOf: () => ({}), disposable: false, removals: new Map(), approvals: [], today: '' };
          const interrupt = onInterrupt();
          deployStacks([{ ...${JSON.stringify({ ...slow, judge: undefined })}, createdOnce: new Map(), judge }], {
            folders: ${JSON.stringify(folders)}, environment: 'local', variables: process.env, providerModule: '',
            progress: (line) => console.error(line), signal: interrupt.signal,
          }).catch((error) => { console.error(error.message, error.details); process.exitCode = error.exit; })
            .finally(() => interrupt.dispose());`,
        resolveDir: resolve('.'),
      },
      bundle: true,
      platform: 'node',
      outfile: script,
    });
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'ignore', 'pipe'] });
    let printed = '';
    child.stderr?.on('data', (chunk) => {
      printed += chunk;
    });
    const ended = new Promise<[number | null, string]>((done) => child.once('close', (code) => done([code, printed])));
    return { child, ended };
  }

  const again = (more: Partial<DeployOptions> = {}) => {
    const same = unit('orders', { a: {}, slow: { depends_on: ['terraform_data.a'] } });
    return deploy([{ ...same, judge: { ...same.judge, dataBearing: new Set() } }], more);
  };

  test('SIGTERM: Terraform stops in order, no plan is left, the exit code says that it failed', async () => {
    const { child, ended } = start();
    await applying();
    child.kill('SIGTERM');
    const [code, printed] = await ended;
    expect([code, printed]).toEqual([5, expect.stringContaining('it was interrupted')]);
    expect(readdirSync(join(folders.project, '.kafka-kit', 'work', 'orders'))).not.toContain('kit.plan');
    expect(await again()).toMatchObject([{ status: 'applied' }]);
  });

  test('kill -9: Terraform finishes alone, and the next run waits for it and finds nothing left to do', async () => {
    const { child, ended } = start();
    await applying();
    child.kill('SIGKILL');
    await ended;
    expect(readdirSync(join(folders.project, '.kafka-kit', 'work', 'orders'))).toContain('kit.plan');
    const progress = (line: string) => {
      said.push(line);
      if (line.includes('waits for the lock')) open();
    };
    expect(await again({ progress })).toMatchObject([{ status: 'unchanged' }]);
    expect(said).toEqual(['  orders  waits for the lock of its state', '  orders  no changes']);
  });
});
