import type { Cluster } from '../../../model/cluster';
import { clusterStackName } from '../../../model/names';
import { partitionOf } from '../../../render/msk/partition';
import type { AwsStatement } from '../../../render/msk/policy-document';
import type { GlueRegistry } from './glue';

/** `prod-main-orders`: what Glue calls a registry; all of an account and region share their names. */
export const glueRegistryName = (environment: string, cluster: string, registry: string): string =>
  `${clusterStackName(environment, cluster)}-${registry}`;

/** Who uses a registry, in the fields of its description. */
export const glueUsers = ['readers', 'writers'] as const;

export interface GlueAccess {
  readonly environment: string;
  readonly cluster: Pick<Cluster, 'name'>;
  readonly application: string;
  readonly region: string;
  /** Twelve digits; it may be a Terraform expression. */
  readonly account: string;
  readonly registries: Readonly<Record<string, Pick<GlueRegistry, 'readers' | 'writers'>>>;
}

/**
 * What an application may do with schemas, as AWS' serializers need it: who writes finds a version by its definition, or
 * registers it, in this registry alone. Who reads asks for a version by nothing but its id, and Glue lets no policy say of
 * which registry. Schemas are described: nobody makes one.
 * https://docs.aws.amazon.com/glue/latest/dg/schema-registry-gs.html#schema-registry-gs1, read 2026-11-21
 */
export function glueStatements(access: GlueAccess): AwsStatement[] {
  const { environment, cluster, application, region, account, registries } = access;
  const uses = Object.entries(registries).filter(([, registry]) =>
    glueUsers.some((field) => registry[field].includes(application)),
  );
  if (uses.length === 0) return [];
  const here = `arn:${partitionOf(region)}:glue:${region}:${account}`;
  const written = uses.filter(([, { writers }]) => writers.includes(application));
  return [
    { action: 'glue:GetSchemaVersion', arn: '*' },
    ...written.map(([name]) => {
      const registry = glueRegistryName(environment, cluster.name, name);
      return {
        action: ['glue:GetSchemaByDefinition', 'glue:RegisterSchemaVersion', 'glue:PutSchemaVersionMetadata'],
        arn: [`${here}:registry/${registry}`, `${here}:schema/${registry}/*`],
      };
    }),
  ];
}
