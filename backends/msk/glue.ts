import { GlueRegistry } from '../../constructs/terraform/glue/registry';
import { literalText } from '../../constructs/terraform/literal-text';
import { terraformId } from '../../model/names';
import type { TerraformService } from '../contract';
import { glueRegistryName } from './description/glue-access';
import { mskSettings } from './description/settings';
import { placeProvider } from './provider';

/** Registries of AWS Glue that a cluster's description says. Records cannot be read without the schema that wrote them. */
export const glue: TerraformService = {
  needs: 'cloud-api',
  dataBearing: new Set(['aws_glue_registry', 'aws_glue_schema']),

  place(scope, { noun = '', clusters: [cluster] }, { environment, clusters }) {
    placeProvider(scope, cluster, environment);
    const described = clusters.get(noun);
    for (const [name, registry] of Object.entries(described ? mskSettings(described).glue : {}))
      new GlueRegistry(scope, name, {
        registryName: glueRegistryName(environment.name, cluster.name, name),
        description: `Schemas of ${name} beside ${cluster.name}`,
        versionsByApplications: registry.writers.length > 0,
        schemas: Object.fromEntries(
          Object.entries(registry.schemas).map(([schemaName, schema]) => [
            `${name}_${terraformId(schemaName)}`,
            {
              schemaName,
              dataFormat: schema.format.toUpperCase(),
              compatibility: schema.compatibility.toUpperCase().replace('-', '_'),
              schemaDefinition: literalText(schema.definition),
            },
          ]),
        ),
      });
  },
};
