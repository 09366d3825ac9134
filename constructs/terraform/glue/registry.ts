import { GlueRegistry as AwsGlueRegistry } from '@cdktf/provider-aws/lib/glue-registry';
import { GlueSchema as AwsGlueSchema } from '@cdktf/provider-aws/lib/glue-schema';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { lengthProblem } from '../../../render/msk/schema-length';
import { addressed } from '../addressed';

export interface GlueSchemaProps {
  /** `AVRO`, `JSON` or `PROTOBUF`. */
  readonly dataFormat: string;
  /** What a new version may do to the old ones: `BACKWARD`, `FULL_ALL`… Default: `BACKWARD`. */
  readonly compatibility?: string;
  /** As text of at most 170,000 characters. */
  readonly schemaDefinition: string;
}

export interface GlueRegistryProps {
  /** At most 255 letters, digits, `-`, `_`, `$` and `#`. */
  readonly registryName: string;
  /** Default: none. */
  readonly description?: string;
  /** Schemas by the address that each has in the state, and by name. Default: none. */
  readonly schemas?: Readonly<Record<string, GlueSchemaProps & { readonly schemaName: string }>>;
  /** Whether applications register versions: then a definition is only a schema's first, and no plan takes theirs back. Default: false, and another definition becomes another version. */
  readonly versionsByApplications?: boolean;
  /** Refuses any plan that deletes the registry or a schema, with all its versions. Default: true. */
  readonly preventDestroy?: boolean;
}

/** A registry of AWS Glue with its schemas: records that were written by a schema cannot be read without it. */
export class GlueRegistry extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: GlueRegistryProps) {
    super(scope, `glue-registry.${id}`);
    this.node.addValidation({ validate: () => problemsOf(props) });
    const protection = (props.preventDestroy ?? true) ? { preventDestroy: true } : undefined;
    const registry = new AwsGlueRegistry(this, 'registry', {
      registryName: props.registryName,
      description: props.description,
      lifecycle: protection,
    });
    this.arn = addressed(registry, id).arn;
    const theirs = props.versionsByApplications ? { ignoreChanges: ['schema_definition'] } : undefined;
    for (const [address, schema] of Object.entries(props.schemas ?? {})) {
      const { schemaName, dataFormat, compatibility = 'BACKWARD', schemaDefinition } = schema;
      const made = new AwsGlueSchema(this, `schema.${address}`, {
        registryArn: this.arn,
        schemaName,
        dataFormat,
        compatibility,
        schemaDefinition,
        lifecycle: protection || theirs ? { ...protection, ...theirs } : undefined,
      });
      addressed(made, address);
    }
  }
}

/** What Glue would refuse, as far as it is known before Terraform is asked. */
const problemsOf = ({ schemas = {} }: GlueRegistryProps): string[] =>
  Object.entries(schemas).flatMap(([address, { schemaDefinition }]) => {
    // Terraform reads `$${` as `${`: what is counted is what Glue gets.
    const text = schemaDefinition.replace(/([$%])\1(?=\{)/g, '$1');
    const problem = Token.isUnresolved(schemaDefinition) ? undefined : lengthProblem(text);
    return problem ? [`${address}: ${problem}`] : [];
  });
