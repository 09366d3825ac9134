/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform's own templates */
/** What earlier runs, other people and a provider left behind, mended or refused by deploys of a real Terraform. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TerraformWorld } from '../support/terraform-world';

jest.setTimeout(120_000);

const world = new TerraformWorld();
const { unit, deploy, refusal, state, namesIn } = world;

test('a folder that cannot be made is named, without a stack trace', async () => {
  mkdirSync(world.folders.project);
  writeFileSync(join(world.folders.project, '.kafka-kit'), 'a file where the folder should be');
  const failure = await refusal([unit('orders', { a: {} })]);
  expect(failure.details.why?.[0]).toMatch(/^orders: E[A-Z]+: .*mkdir '.*orders'$/);
});

test('a state that an earlier run could not save is never lost', async () => {
  await deploy([unit('orders', { a: {} })]);
  const unsaved = join(world.folders.project, '.kafka-kit', 'work', 'orders', 'errored.tfstate');
  writeFileSync(unsaved, '{}');
  const failure = await refusal([unit('orders', { a: {} })]);
  expect(failure.details.why?.join('\n')).toContain('state push errored.tfstate');
  expect(existsSync(unsaved)).toBe(true);
});

test('a work folder that was half cleaned is initialised again', async () => {
  await deploy([unit('orders', { a: {} })]);
  rmSync(join(world.folders.project, '.kafka-kit', 'work', 'orders', '.terraform'), { recursive: true });
  expect(await deploy([unit('orders', { a: {} })])).toMatchObject([{ status: 'unchanged' }]);
});

describe('a provider that was not connected', () => {
  const error = (summary: string) =>
    JSON.stringify({ type: 'diagnostic', diagnostic: { severity: 'error', summary, detail: '' } });

  /** A Terraform whose first runs of a command end with these errors each. */
  function stumbling(command: string, ...runs: string[][]): NodeJS.ProcessEnv {
    const wrapper = join(world.root, 'terraform-that-stumbles');
    const left = join(world.root, 'left');
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
    expect(world.said.slice(0, 3)).toEqual([
      plan,
      '  orders  again    what is left: the provider was not connected',
      plan,
    ]);
  });
});

test('a Terraform that is killed is said to be', async () => {
  const wrapper = join(world.root, 'terraform-that-dies');
  writeFileSync(wrapper, '#!/bin/sh\n[ "$1" = apply ] && kill -9 $$\nexec terraform "$@"\n', { mode: 0o755 });
  const variables = { ...process.env, TERRAFORM_BINARY_NAME: wrapper };
  const error = await deploy([unit('orders', { a: {} })], { variables }).catch((error) => error);
  expect(error.details.why.slice(0, 2)).toEqual(['orders: terraform apply failed', '  it was killed (SIGKILL)']);
  expect(await deploy([unit('orders', { a: {} })])).toMatchObject([{ status: 'applied' }]);
});

test('a Terraform that is killed while it writes its state: the next run goes on from the state before it', async () => {
  await deploy([unit('orders', { a: {} })]);
  const stateFile = world.stateFile('orders');
  const { id } = state('orders').resources[0].instances[0].attributes;
  const wrapper = join(world.root, 'terraform-that-dies-writing');
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
  world.said = [];
  expect(await deploy(units)).toMatchObject([{ status: 'applied', summary: { create: 1, noop: 1 } }]);
  expect(world.said[0]).toBe('  orders  restores the state of before an apply that was killed while it wrote one');
  expect(namesIn('orders')).toEqual(['a', 'b']);
  expect(state('orders').resources[0].instances[0].attributes.id).toBe(id);
  expect(readdirSync(dirname(stateFile)).sort()).toEqual(
    ['', '.backup', '.broken'].map((end) => `orders.tfstate${end}`),
  );
});

test('a broken state that no apply of this kit left is refused, and nothing is changed', async () => {
  await deploy([unit('orders', { a: {} })]);
  const stateFile = world.stateFile('orders');
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
