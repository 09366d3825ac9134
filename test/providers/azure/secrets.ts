import type { StateSecret } from '../../../constructs/terraform/state-secret';
import type { Block, ProviderSchemas } from './schemas';
import type { Stack } from './stacks';

type Table = Readonly<Record<string, StateSecret>>;

/** Sensitive attributes that the provider computes for these types, and the table does not have. */
export function missingFrom(table: Table, schemas: ProviderSchemas, types: readonly string[]): string[] {
  return Object.values(schemas).flatMap(({ resource_schemas = {}, data_source_schemas = {} }) =>
    types.flatMap((type) => {
      const schema = type.startsWith('data.') ? data_source_schemas[type.slice(5)] : resource_schemas[type];
      const listed = table[type]?.attributes ?? [];
      return (schema ? sensitiveIn(schema.block) : [])
        .filter((name) => !listed.includes(name))
        .map((name) => `${type}.${name}`);
    }),
  );
}

function sensitiveIn({ attributes = {}, block_types = {} }: Block, path = ''): string[] {
  return [
    ...Object.entries(attributes)
      .filter(([, { sensitive, computed }]) => sensitive && computed)
      .map(([name]) => `${path}${name}`),
    ...Object.entries(block_types).flatMap(([name, { block }]) => sensitiveIn(block, `${path}${name}.`)),
  ];
}

/** Resources whose secrets in the state open something. */
export const opened = ({ rendered }: Stack, table: Table): string[] =>
  rendered
    .filter(({ type, attributes }) => {
      const secret = table[type];
      return secret && (!secret.harmless || attributes[secret.harmless.attribute] !== secret.harmless.is);
    })
    .map(({ address }) => address);
