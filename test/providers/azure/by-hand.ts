/** Resource types whose classes were written by hand, and why the bindings’ are not used. */
export const byHand: Readonly<Record<string, string>> = {
  azurerm_federated_identity_credential:
    'azurerm 5 names the identity by user_assigned_identity_id, which the bindings (4.55.0) call parent_id',
  azurerm_private_dns_zone_virtual_network_link:
    'azurerm 5 names the zone by its id, which the bindings (4.55.0) do not have',
  azurerm_eventhub:
    'where an identity captures, it says storage_authentication_type, which the bindings (4.55.0) do not have',
  azapi_resource: 'no bindings of azapi were ever published for cdktf 0.21 with these types',
  azapi_update_resource: 'as azapi_resource',
  'ephemeral.azapi_resource_action': 'as azapi_resource; cdktf 0.21 has no ephemeral resources',
};
