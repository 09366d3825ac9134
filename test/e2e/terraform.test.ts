/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform's own templates */
/** Stacks of the built-in `terraform_data` resource, applied by a real Terraform: what is planned, judged and applied. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TerraformWorld } from '../support/terraform-world';

jest.setTimeout(120_000);

const world = new TerraformWorld();
const { unit, deploy, refusal, state, namesIn, gate, open } = world;

test('a stack is planned, judged, applied, and not touched when nothing changes', async () => {
  const units = [unit('orders', { a: { input: '1' }, b: { input: '2' } })];
  const first = await deploy(units);
  expect(first).toMatchObject([{ stack: 'orders', status: 'applied', summary: { create: 2 } }]);
  expect(namesIn('orders')).toEqual(['a', 'b']);
  expect(world.said[0]).toBe('  orders  plan     2 to add');
  expect(world.said[1]).toMatch(/^ {2}orders {2}applied {2}2 in \d+\.\d s$/);

  world.said = [];
  expect(await deploy(units)).toMatchObject([{ status: 'unchanged', summary: { noop: 2 } }]);
  expect(world.said).toEqual(['  orders  no changes']);
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
  const holders = world.files().filter((file) => readFileSync(file, 'utf8').includes('pl4nted'));
  expect(holders).toEqual([world.stateFile('orders')]);
});

test('states, logs and work folders are for their owner only, and no plan stays', async () => {
  const [result] = await deploy([unit('orders', { a: {} })]);
  await deploy([unit('orders', { a: {}, b: {} })]);
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
  const stateFolder = join(world.folders.state, 'local', 'terraform');
  expect(readdirSync(stateFolder).sort()).toEqual(['orders.tfstate', 'orders.tfstate.backup']);
  for (const file of readdirSync(stateFolder)) expect([file, mode(join(stateFolder, file))]).toEqual([file, '600']);
  expect(mode(stateFolder)).toBe('700');
  expect(mode(result?.log ?? '')).toBe('600');
  const work = join(world.folders.project, '.kafka-kit', 'work', 'orders');
  expect(mode(work)).toBe('700');
  expect(readdirSync(work)).toEqual(['.terraform', 'cdk.tf.json']);
});

test('a dependant is planned after what it depends on was applied', async () => {
  const first = unit('topics', { a: { input: '1' } });
  const second = unit('users', { b: { input: '2' } }, { dependsOn: ['topics'] });
  await deploy([second, first]);
  expect(world.said.map((line) => line.trim().split(/\s+/).slice(0, 2).join(' '))).toEqual([
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
  expect(world.files().filter((file) => file.endsWith('.tfplan'))).toEqual([]);
});

test('one stack that would destroy data leaves every other untouched', async () => {
  await deploy([unit('orders', { keep: {}, gone: {} })]);
  const failure = await refusal([unit('orders', { keep: {} }), unit('payments', { a: {} })]);
  expect(failure.exit).toBe(4);
  expect(failure.details.why?.[0]).toBe('KFK-D001 terraform_data.gone: terraform_data is deleted with its data');
  expect(failure.details.why?.[1]).toContain("say removed: { reason, until, data: 'destroy' }");
  expect(failure.details.why?.slice(2)).toEqual(['nothing was applied', 'not begun: payments']);
  expect(existsSync(world.stateFile('payments'))).toBe(false);
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
