/** A mistake in what is right otherwise, which only whoever knows the resource finds. */
export interface Fault {
  /** Below the resource. */
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  /** What the provider says. */
  readonly told: RegExp;
}

const noId: Pick<Fault, 'value' | 'told'> = { value: '/subscriptions/none', told: /parsing|segment|ID/i };

/** By type: a type of the stacks without one fails, and one that is in no stack. */
export const faults: Readonly<Record<string, Fault>> = {
  azurerm_eventhub: { path: ['retention_description', 'cleanup_policy'], value: 'Shred', told: /cleanup_policy/ },
  azurerm_eventhub_cluster: { path: ['sku_name'], value: 'Dedicated_0', told: /sku_name|SKU/i },
  azurerm_eventhub_namespace: { path: ['sku'], value: 'Gold', told: /sku/ },
  azurerm_eventhub_namespace_customer_managed_key: { path: ['key_vault_key_ids'], value: ['key'], told: /key/i },
  azurerm_eventhub_namespace_disaster_recovery_config: { path: ['partner_namespace_id'], ...noId, value: 'none' },
  azurerm_eventhub_namespace_schema_group: { path: ['schema_type'], value: 'Protobuf', told: /schema_type/ },
  azurerm_eventhub_consumer_group: { path: ['name'], value: '-', told: /name/ },
  azurerm_federated_identity_credential: { path: ['user_assigned_identity_id'], ...noId, value: 'none' },
  azurerm_key_vault_secret: { path: ['name'], value: 'a.b', told: /name/ },
  azurerm_management_lock: { path: ['lock_level'], value: 'Never', told: /lock_level/ },
  azurerm_monitor_diagnostic_setting: { path: ['target_resource_id'], ...noId, value: 'none' },
  azurerm_monitor_metric_alert: { path: ['frequency'], value: 'PT2M', told: /frequency/ },
  azurerm_monitor_scheduled_query_rules_alert_v2: {
    path: ['evaluation_frequency'],
    value: 'PT7M',
    told: /evaluation_frequency/,
  },
  azurerm_private_dns_zone: { path: ['resource_group_name'], value: 'group.', told: /resource_group_name/ },
  azurerm_private_dns_zone_virtual_network_link: { path: ['virtual_network_id'], ...noId },
  azurerm_private_endpoint: { path: ['subnet_id'], ...noId },
  azurerm_resource_group: { path: ['name'], value: 'group.', told: /name/ },
  azurerm_role_assignment: { path: ['principal_type'], value: 'Robot', told: /principal_type/ },
  azurerm_storage_account: { path: ['min_tls_version'], value: 'TLS0_9', told: /min_tls_version/ },
  azurerm_user_assigned_identity: { path: ['resource_group_name'], value: 'group.', told: /resource_group_name/ },
};
