import { glueStatements } from '../../../backends/msk/description/glue-access';
import { dataPlaneOf, serviceOf } from '../../../backends/terraform';
import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';
import { arnsOf, policiesOf } from '../../support/granted';
import { allows } from '../../support/iam-evaluator';
import { resourcesOf, synthesized } from '../../support/synthesize';
import { mskCluster } from './cluster';
import { glue } from './services.cases';

const definition = `{"type":"record","name":"Created","doc":"\${id}","fields":[]}`;
const registries = {
  orders: { schemas: { 'orders.created': { definition } }, readers: ['billing'], writers: ['shop'] },
};
const resolved = (changes: object = registries) => resolve(changed<Description>(small, glue(changes)));
const made = (changes?: object) => {
  const found = resolved(changes);
  return resourcesOf(
    synthesized((stack) => {
      for (const service of found.services) serviceOf(service).place(stack, service, found);
    }),
  );
};

test.each([
  ['scram-sha-512', 'write in fewer registries of Glue than 130, or split the application'],
  ['iam', 'write in fewer registries of Glue than 130, split the application, or let it use scram-sha-512'],
])('more registries than the policies of a role hold are told once, with what there is to do: %s', (way, fix) => {
  const many = Object.fromEntries(
    Array.from({ length: 130 }, (_, index) => [`registry-${index}`, { writers: ['shop'] }]),
  );
  const authentication = [way, ...(way === 'iam' ? ['scram-sha-512'] : [])];
  const problems = compileDescription(
    changed<Description>(small, { 'clusters.main': { ...mskCluster, authentication, glue: many } }),
  ).problems.filter(({ problem }) => problem.includes('polic'));
  expect(problems).toEqual([expect.objectContaining({ code: 'KFK-K307', path: 'applications.shop', fix })]);
});

describe('a registry of Glue beside a cluster', () => {
  test('is a stack of its own, with its schemas, which no plan deletes', () => {
    const { services } = resolved();
    expect(services.map(({ name }) => name)).toEqual(['test-main--glue']);
    expect(services.map((one) => [...serviceOf(one).dataBearing])).toEqual([['aws_glue_registry', 'aws_glue_schema']]);
    expect(made().get('aws_glue_registry.orders')).toMatchObject({
      registry_name: 'test-main-orders',
      lifecycle: { prevent_destroy: true },
    });
    expect(made().get('aws_glue_schema.orders_orders_created')).toMatchObject({
      registry_arn: `\${aws_glue_registry.orders.arn}`,
      schema_name: 'orders.created',
      data_format: 'AVRO',
      compatibility: 'BACKWARD',
      // Terraform reads `$${` as `${`.
      schema_definition: definition.replace('${', () => '$${'),
    });
  });

  test('leaves versions to who writes it; without writers another definition is another version', () => {
    const lifecycle = (writers: string[]) =>
      made({ orders: { ...registries.orders, writers } }).get('aws_glue_schema.orders_orders_created')?.lifecycle;
    expect(lifecycle(['shop'])).toEqual({ prevent_destroy: true, ignore_changes: ['schema_definition'] });
    expect(lifecycle([])).toEqual({ prevent_destroy: true });
  });

  test.each([
    [
      { format: 'json', compatibility: 'full-all', definition },
      { data_format: 'JSON', compatibility: 'FULL_ALL' },
    ],
    [
      { format: 'protobuf', compatibility: 'none', definition: 'message Created {}' },
      { data_format: 'PROTOBUF', compatibility: 'NONE' },
    ],
  ])('%j becomes %j', (said, becomes) => {
    const schemas = { 'orders.created': said };
    expect(made({ orders: { schemas } }).get('aws_glue_schema.orders_orders_created')).toMatchObject(becomes);
  });

  test.each<[object, string]>([
    [{ Orders: {} }, "KFK-K392 clusters.main.glue.Orders: 'Orders' cannot be the name of a registry"],
    [
      { orders: { schemas: { a: { definition: ' ' } } } },
      'KFK-K393 clusters.main.glue.orders.schemas.a.definition: it is empty',
    ],
    [
      { orders: { writers: ['nobody'] } },
      "KFK-K394 clusters.main.glue.orders.writers[0]: no application 'nobody' is on 'main'",
    ],
  ])('%j is refused where it was written', (said, problem) => {
    const { problems } = compileDescription(changed<Description>(small, glue(said)));
    expect(problems.map(({ code, path, problem }) => `${code} ${path}: ${problem}`)).toEqual([problem]);
  });
});

describe('an application that uses schemas', () => {
  const found = resolved();
  const output = synthesized((stack) => {
    for (const shard of found.shards) dataPlaneOf(shard.cluster).place(stack, shard);
  });
  const arns = arnsOf('test-main');
  const may = (application: string, action: string, resource: string) =>
    allows(policiesOf(output, application, arns), { action: `glue:${action}`, resource });
  const here = 'arn:aws:glue:eu-west-1:111122223333';
  const schema = `${here}:schema/test-main-orders/orders.created`;

  test('as a reader fetches versions and registers none', () => {
    expect(may('billing', 'GetSchemaVersion', schema)).toBe(true);
    expect(may('billing', 'GetSchemaByDefinition', schema)).toBe(false);
    expect(may('billing', 'RegisterSchemaVersion', schema)).toBe(false);
  });

  test('as a writer registers versions in its registry alone, and makes no schema', () => {
    expect(may('shop', 'RegisterSchemaVersion', schema)).toBe(true);
    expect(may('shop', 'GetSchemaByDefinition', `${here}:registry/test-main-orders`)).toBe(true);
    expect(may('shop', 'RegisterSchemaVersion', `${here}:schema/test-main-payments/orders.created`)).toBe(false);
    expect(may('shop', 'CreateSchema', schema)).toBe(false);
    expect(may('shop', 'DeleteSchema', schema)).toBe(false);
  });

  test('that is named by no registry has nothing of Glue in its policy', () => {
    const access = { environment: 'test', cluster: { name: 'main' }, region: 'eu-west-1', account: '1', registries };
    expect(glueStatements({ ...access, application: 'other' })).toEqual([]);
    expect(glueStatements({ ...access, application: 'billing' })).toEqual([
      { action: 'glue:GetSchemaVersion', arn: '*' },
    ]);
  });
});
