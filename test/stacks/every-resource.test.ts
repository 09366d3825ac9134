import { clusterBackendOf, dataPlaneOf, serviceOf } from '../../backends/terraform';
import { ownedClusters } from '../../model/cluster';
import { clusterStackName } from '../../model/names';
import type { Resolved } from '../../model/resolved';
import { serviceStacks } from '../../model/service-stack';
import { changed } from '../support/change';
import {
  isTaggable,
  stacksOf,
  type TerraformStackOf,
  terraformEnvironments,
  typesInSources,
} from '../support/every-terraform';
import { resourcesOf, type TerraformJson } from '../support/synthesize';

jest.setTimeout(180_000);

/**
 * What each type of resource bears. `data`: with it go records, schemas, or what they are read and reached by, so a plan that takes it
 * away needs both keys. `cluster`: that in a cluster's own stack only. `remade`: the next deploy makes it again.
 */
const bears: Readonly<Record<string, 'data' | 'cluster' | 'remade'>> = {
  // No record is in it: a throttle; or a key, which is made anew with other values, so that whoever uses the old one waits.
  azapi_resource: 'remade',
  // The second region of a namespace: it stays where this goes.
  azapi_update_resource: 'remade',
  azurerm_eventhub: 'data',
  azurerm_eventhub_cluster: 'data',
  azurerm_eventhub_consumer_group: 'remade',
  azurerm_eventhub_namespace: 'data',
  // Azure gives no key up, and azurerm forgets it: it could never be set again.
  azurerm_eventhub_namespace_customer_managed_key: 'data',
  // With a pairing goes the alias that clients use.
  azurerm_eventhub_namespace_disaster_recovery_config: 'data',
  azurerm_eventhub_namespace_schema_group: 'data',
  azurerm_federated_identity_credential: 'remade',
  azurerm_key_vault_secret: 'remade',
  azurerm_management_lock: 'remade',
  azurerm_monitor_diagnostic_setting: 'remade',
  // Somebody is told again once it is there.
  azurerm_monitor_metric_alert: 'remade',
  azurerm_monitor_scheduled_query_rules_alert_v2: 'remade',
  azurerm_private_dns_zone: 'remade',
  azurerm_private_dns_zone_virtual_network_link: 'remade',
  azurerm_private_endpoint: 'remade',
  azurerm_resource_group: 'data',
  azurerm_role_assignment: 'remade',
  // The archive: logs that may not be lost.
  azurerm_storage_account: 'data',
  // A namespace is read by the identity that unwraps its key; an application only has to wait for its new one.
  azurerm_user_assigned_identity: 'cluster',
  aws_acmpca_certificate: 'remade',
  aws_acmpca_certificate_authority: 'data',
  aws_acmpca_certificate_authority_certificate: 'remade',
  aws_appautoscaling_policy: 'remade',
  aws_appautoscaling_target: 'remade',
  // The trail begins anew; what it wrote stays in its bucket.
  aws_cloudtrail: 'remade',
  aws_cloudwatch_log_group: 'remade',
  aws_cloudwatch_log_metric_filter: 'remade',
  aws_cloudwatch_metric_alarm: 'remade',
  aws_eks_pod_identity_association: 'remade',
  aws_glue_registry: 'data',
  aws_glue_schema: 'data',
  aws_iam_policy: 'remade',
  aws_iam_role: 'remade',
  aws_iam_role_policy_attachment: 'remade',
  aws_kms_alias: 'remade',
  // Of records and passwords; that of what Kafka Connect's workers log goes with them.
  aws_kms_key: 'cluster',
  aws_msk_cluster: 'data',
  aws_msk_cluster_policy: 'remade',
  aws_msk_configuration: 'remade',
  // A copy: it goes on where it was, or from the beginning.
  aws_msk_replicator: 'remade',
  aws_msk_serverless_cluster: 'data',
  aws_msk_single_scram_secret_association: 'remade',
  aws_msk_topic: 'data',
  aws_mskconnect_connector: 'remade',
  aws_mskconnect_custom_plugin: 'remade',
  aws_mskconnect_worker_configuration: 'remade',
  // Audit logs that may not be lost; the settings of their bucket are made anew, and locks of objects stay with the objects.
  aws_s3_bucket: 'data',
  aws_s3_bucket_lifecycle_configuration: 'remade',
  aws_s3_bucket_object_lock_configuration: 'remade',
  aws_s3_bucket_ownership_controls: 'remade',
  aws_s3_bucket_policy: 'remade',
  aws_s3_bucket_public_access_block: 'remade',
  aws_s3_bucket_server_side_encryption_configuration: 'remade',
  aws_s3_bucket_versioning: 'remade',
  // Another password is made.
  aws_secretsmanager_secret: 'remade',
  aws_secretsmanager_secret_version: 'remade',
  aws_security_group: 'remade',
  aws_ssm_parameter: 'remade',
  aws_vpc_security_group_egress_rule: 'remade',
  aws_vpc_security_group_ingress_rule: 'remade',
  kafka_acl: 'remade',
  kafka_quota: 'remade',
  kafka_topic: 'data',
  kafka_user_scram_credential: 'remade',
  vault_kv_secret_v2: 'remade',
};

interface Judged extends TerraformStackOf {
  /** What the judge of plans guards in it. */
  readonly guarded: ReadonlySet<string>;
  readonly isClusters: boolean;
}

const judged = terraformEnvironments().flatMap((resolved) => {
  const guards = guardsOf(resolved);
  return stacksOf(resolved).map((stack): Judged => ({ ...stack, ...guards(stack.name) }));
});

/** What guards each stack of an environment, as `deploy` asks for it. */
function guardsOf(resolved: Resolved): (stack: string) => Pick<Judged, 'guarded' | 'isClusters'> {
  const { environment, clusters, shards } = resolved;
  const all = new Map<string, Pick<Judged, 'guarded' | 'isClusters'>>([
    ...ownedClusters(clusters, 'terraform').map(
      (cluster) =>
        [
          clusterStackName(environment.name, cluster.name),
          { guarded: clusterBackendOf(cluster).dataBearing, isClusters: true },
        ] as const,
    ),
    ...shards
      .filter(({ cluster }) => cluster.appliedBy === 'terraform')
      .map((shard) => [shard.name, { guarded: dataPlaneOf(shard.cluster).dataBearing, isClusters: false }] as const),
    ...serviceStacks(resolved).map(
      (service) => [service.name, { guarded: serviceOf(service).dataBearing, isClusters: false }] as const,
    ),
  ]);
  return (stack) => {
    const found = all.get(stack);
    if (!found) throw new Error(`nobody guards the stack '${stack}'`);
    return found;
  };
}

const bearsData = (type: string, { isClusters }: Pick<Judged, 'isClusters'>): boolean =>
  bears[type] === 'data' || (bears[type] === 'cluster' && isClusters);

/** What could be lost: data whose type the judge does not know, or whose block would let Terraform destroy it. */
const unguarded = (stack: Judged): string[] =>
  [...resourcesOf(stack.json)].flatMap(([address, attributes]) => {
    const type = address.split('.')[0] ?? '';
    if (!bearsData(type, stack)) return stack.guarded.has(type) ? [`${address} is guarded for nothing`] : [];
    const { prevent_destroy: prevented } = (attributes.lifecycle ?? {}) as { readonly prevent_destroy?: boolean };
    return [
      ...(stack.guarded.has(type) ? [] : [`${address} is unknown to the judge`]),
      ...(prevented ? [] : [`${address} has no prevent_destroy`]),
    ];
  });

/** A stack without something, by its path. */
const spoilt = <Stack extends TerraformStackOf>(stack: Stack, path: string): Stack => ({
  ...stack,
  json: changed<TerraformJson>(stack.json, { [path]: undefined }),
});

const seen = new Set(judged.flatMap(({ json }) => Object.keys(json.resource ?? {})));

describe('every type of resource that a construct makes', () => {
  test('bears data or does not: a new one fails here until somebody decides', () => {
    expect(typesInSources()).toEqual(Object.keys(bears).sort());
  });

  test('is in some stack that is judged', () => {
    expect(Object.keys(bears).filter((type) => !seen.has(type))).toEqual([]);
  });

  test('is guarded where it bears data, by the judge of plans and by its own block, and nowhere else', () => {
    expect([...new Set(judged.flatMap(unguarded))]).toEqual([]);
    expect(judged.length).toBeGreaterThan(200);
  });

  test.each(Object.keys(bears).filter((type) => bears[type] !== 'remade'))('%s without its guard is found', (type) => {
    const stack = judged.find((one) => one.json.resource?.[type] && bearsData(type, one));
    const name = Object.keys(stack?.json.resource?.[type] ?? {})[0];
    if (!stack || !name) throw new Error(`no stack has a ${type}`);
    expect(unguarded(spoilt(stack, `resource.${type}.[${name}].lifecycle`))).toContain(
      `${type}.${name} has no prevent_destroy`,
    );
    expect(unguarded({ ...stack, guarded: new Set() })).toContain(`${type}.${name} is unknown to the judge`);
  });
});

/** Of those without a class in the bindings. */
const taggedByHand = new Set(['azurerm_private_dns_zone_virtual_network_link']);

/** The tags that a resource ends up with: AWS' provider gives its own to whatever takes any. */
function untagged({ resolved: { environment }, json }: TerraformStackOf): string[] {
  const wanted = { ...environment.tags, 'managed-by': 'kafka-platform-kit', environment: environment.name };
  const hasAll = (tags: unknown) =>
    Object.entries(wanted).every(([name, value]) => (tags as Record<string, string> | undefined)?.[name] === value) &&
    typeof (tags as Record<string, string>).cluster === 'string';
  const [aws] = (json.provider?.aws ?? []) as { readonly default_tags?: readonly { readonly tags: unknown }[] }[];
  return [...resourcesOf(json)].flatMap(([address, { tags }]) => {
    const type = address.split('.')[0] ?? '';
    if (type.startsWith('aws_')) return hasAll(aws?.default_tags?.[0]?.tags) ? [] : [address];
    return (isTaggable(type) || taggedByHand.has(type)) && !hasAll(tags) ? [address] : [];
  });
}

describe('tags', () => {
  test('of the environment are on every resource of every stack that takes any', () => {
    expect([...new Set(judged.flatMap(untagged))]).toEqual([]);
  });

  test('reach more than one type of each cloud', () => {
    const types = [...seen].filter((type) => isTaggable(type));
    expect(types.filter((type) => type.startsWith('azurerm_')).sort()).toEqual(
      expect.arrayContaining([
        'azurerm_eventhub_namespace',
        'azurerm_storage_account',
        'azurerm_user_assigned_identity',
      ]),
    );
    expect(types.filter((type) => type.startsWith('aws_')).length).toBeGreaterThan(10);
  });

  test('that one resource lacks are missed', () => {
    const stack = judged.find(({ json }) => json.resource?.azurerm_user_assigned_identity);
    const name = Object.keys(stack?.json.resource?.azurerm_user_assigned_identity ?? {})[0];
    if (!stack || !name) throw new Error('no stack has an identity');
    const address = `azurerm_user_assigned_identity.${name}`;
    expect(untagged(spoilt(stack, `resource.azurerm_user_assigned_identity.[${name}].tags.cluster`))).toEqual([
      address,
    ]);
    const onAws = judged.find(({ json }) => json.provider?.aws);
    if (!onAws) throw new Error('no stack is on AWS');
    expect(untagged({ ...onAws, json: { ...onAws.json, provider: {} } }).length).toBe(
      [...resourcesOf(onAws.json).keys()].filter((one) => one.startsWith('aws_')).length,
    );
  });
});
