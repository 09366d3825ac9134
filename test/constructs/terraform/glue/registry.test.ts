import { type TerraformStack, Token } from 'cdktf';
import { GlueRegistry, type GlueRegistryProps } from '../../../../constructs/terraform/glue/registry';
import { MskProvider } from '../../../../constructs/terraform/msk/provider';
import { resourcesOf, synthesized } from '../../../support/synthesize';

const placed = (place: (stack: TerraformStack) => void) =>
  resourcesOf(
    synthesized((stack) => {
      new MskProvider(stack, 'aws', { region: 'eu-west-1' });
      place(stack);
    }),
  );

describe('a registry of Glue', () => {
  const schema = { schemaName: 'orders.created', dataFormat: 'AVRO', schemaDefinition: '"string"' };
  const least: GlueRegistryProps = { registryName: 'orders', schemas: { created: schema } };
  const made = (props: Partial<GlueRegistryProps> = {}) =>
    placed((stack) => new GlueRegistry(stack, 'orders', { ...least, ...props }));
  const registry = 'aws_glue_registry.orders';
  const created = 'aws_glue_schema.created';

  test('and its schemas are refused to be deleted', () => {
    expect(Object.fromEntries(made())).toEqual({
      [registry]: { registry_name: 'orders', lifecycle: { prevent_destroy: true } },
      [created]: {
        registry_arn: `\${aws_glue_registry.orders.arn}`,
        schema_name: 'orders.created',
        data_format: 'AVRO',
        compatibility: 'BACKWARD',
        schema_definition: '"string"',
        lifecycle: { prevent_destroy: true },
      },
    });
  });

  test('can be deleted where that is said', () => {
    for (const address of [registry, created])
      expect(made({ preventDestroy: false }).get(address)).not.toHaveProperty('lifecycle');
  });

  test.each([
    ['', 'it is empty'],
    ['x'.repeat(170_001), '170001 characters are more than 170000'],
  ])('refuses a definition that Glue takes not', (schemaDefinition, problem) => {
    expect(() => made({ schemas: { created: { ...schema, schemaDefinition } } })).toThrow(`created: ${problem}`);
  });

  test('takes the longest that Glue does, and one that Terraform only finds', () => {
    for (const schemaDefinition of ['x'.repeat(170_000), Token.asString({ resolve: () => '' })])
      expect(() => made({ schemas: { created: { ...schema, schemaDefinition } } })).not.toThrow();
  });

  test.each<[Partial<GlueRegistryProps>, string, object | undefined]>([
    [{ registryName: 'payments' }, registry, { registry_name: 'payments' }],
    [{ description: 'Orders' }, registry, { description: 'Orders' }],
    [
      { versionsByApplications: true },
      created,
      { lifecycle: { prevent_destroy: true, ignore_changes: ['schema_definition'] } },
    ],
    [{ schemas: {} }, created, undefined],
    [{ schemas: { created: { ...schema, compatibility: 'FULL' } } }, created, { compatibility: 'FULL' }],
    [{ schemas: { created: { ...schema, dataFormat: 'JSON' } } }, created, { data_format: 'JSON' }],
  ])('%j gives %s %j', (props, address, changed) => {
    const found = made(props).get(address);
    if (changed === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(changed);
  });
});
