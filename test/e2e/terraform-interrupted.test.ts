/** Deploys of a real Terraform that are interrupted, or meet each other. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import type { DeployOptions } from '../../workflows/terraform/deploy';
import { TerraformWorld } from '../support/terraform-world';

jest.setTimeout(120_000);

const world = new TerraformWorld();
const { unit, deploy, namesIn, open, waiting, applying } = world;

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
    const script = join(world.root, 'deploy.cjs');
    const slow = unit('orders', { a: {}, slow: { depends_on: ['terraform_data.a'], ...waiting() } });
    buildSync({
      stdin: {
        contents: `
          import { deployStacks } from './workflows/terraform/deploy';
          import { onInterrupt } from './workflows/terraform/interrupt';
          const judge = { dataBearing: new Set(), settingsOf: () => ({}), disposable: false, removals: new Map(), approvals: [], today: '' };
          const interrupt = onInterrupt();
          deployStacks([{ ...${JSON.stringify({ ...slow, judge: undefined })}, createdOnce: new Map(), judge }], {
            folders: ${JSON.stringify(world.folders)}, environment: 'local', variables: process.env, providerModule: '',
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
    expect(readdirSync(join(world.folders.project, '.kafka-kit', 'work', 'orders'))).not.toContain('kit.plan');
    expect(await again()).toMatchObject([{ status: 'applied' }]);
  });

  test('kill -9: Terraform finishes alone, and the next run waits for it and finds nothing left to do', async () => {
    const { child, ended } = start();
    await applying();
    child.kill('SIGKILL');
    await ended;
    expect(readdirSync(join(world.folders.project, '.kafka-kit', 'work', 'orders'))).toContain('kit.plan');
    const progress = (line: string) => {
      world.said.push(line);
      if (line.includes('waits for the lock')) open();
    };
    expect(await again({ progress })).toMatchObject([{ status: 'unchanged' }]);
    expect(world.said).toEqual(['  orders  waits for the lock of its state', '  orders  no changes']);
  });
});
