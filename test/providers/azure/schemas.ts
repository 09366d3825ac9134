/** What `terraform providers schema -json` prints of an attribute, as far as it is read. */
export interface Attribute {
  readonly computed?: boolean;
  readonly sensitive?: boolean;
}

export interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}

type Schemas = Readonly<Record<string, { readonly block: Block }>>;

/** By the provider's address. */
export type ProviderSchemas = Readonly<
  Record<
    string,
    {
      readonly resource_schemas?: Schemas;
      readonly data_source_schemas?: Schemas;
    }
  >
>;
