# Roles of Azure, and rules of hubs, as far as they can be read.
package kafka_kit.terraform

import data.kafka_kit.access
import data.kafka_kit.described

# By their names: those on records, and those with which a secret is read, or a key wrapped.
findings contains too_wide(resource, sprintf("nothing that is described asks for '%s' on %s", [role, scope])) if {
	some resource in resources
	resource.type == "azurerm_role_assignment"
	role := resource.values.role_definition_name
	scope := object.get(resource.values, "scope", "what is not known yet")
	not asked_by_role(resource, role)
}

findings contains too_wide(resource, sprintf("nothing that is described asks for the role %s", [role])) if {
	some resource in resources
	resource.type == "azurerm_role_assignment"
	role := resource.values.role_definition_id
	every known in described.schema_roles {
		not endswith(role, known)
	}
}

asked_by_role(resource, "Key Vault Secrets User") if {
	regex.match(`(azurerm_key_vault_secret\.|/secrets/|^$)`, object.get(resource.values, "scope", ""))
}

asked_by_role(resource, "Key Vault Crypto Service Encryption User") if {
	regex.match(`(/keys/|^$)`, object.get(resource.values, "scope", ""))
}

asked_by_role(resource, role) if {
	operation := described.data_roles[role]
	some principal in assignees(resource)
	some grant in on_hub(object.get(resource.values, "scope", null))
	access.asked_for(object.union(grant, {"principal": principal, "type": "Topic", "operation": operation}))
}

# An identity is called after its application; of one that is not known yet, and of a group, anybody may be meant.
assignees(resource) := {principal |
	[[_, application]] := regex.find_all_string_submatch_n(named_identity, resource.values.principal_id, -1)
	some principal in object.get(described.principals, application, [])
} | {principal |
	not regex.match(named_identity, object.get(resource.values, "principal_id", ""))
	some principal, _ in described.allowed
}

named_identity := `^\$\{(?:data\.)?azurerm_user_assigned_identity\.([^.}]+)\.principal_id\}$`

# On a hub, of this stack or another one; on a whole namespace; or on what is not known yet, which may be any hub.
on_hub(scope) := (({{"name": resource.values.name, "pattern": "Literal"} |
	some resource in resources
	resource.type == "azurerm_eventhub"
	scope == sprintf("${%s.id}", [resource.on])
} | {{"name": name, "pattern": "Literal"} |
	[[_, name]] := regex.find_all_string_submatch_n(`/eventhubs/([^/]+)$`, scope, -1)
}) | {{"name": "*", "pattern": "Literal"} |
	regex.match(`(/namespaces/[^/]+|\$\{(data\.)?azurerm_eventhub_namespace\.[^.}]+\.id\})$`, scope)
}) | {{"name": name, "pattern": "Literal"} |
	scope == null
	some name in ({"*"} | object.keys(described.topics))
}

# Keys of a hub.
findings contains too_wide(resource, sprintf("nothing that is described asks that it lets one %s", [right])) if {
	some resource in resources
	resource.type == "azapi_resource"
	contains(resource.values.type, "/authorizationRules@")
	some right in resource.values.body.properties.rights
	not asked_by_right(resource, right)
}

findings contains too_wide(resource, "its keys open what nothing that is described asks for") if {
	some resource in resources
	resource.type in {"azurerm_eventhub_authorization_rule", "azurerm_eventhub_namespace_authorization_rule"}
}

asked_by_right(resource, right) if {
	operation := {"Listen": "Read", "Send": "Write"}[right]
	some principal in object.get(described.principals, resource.values.name, [])
	some grant in on_hub(object.get(resource.values, "parent_id", null))
	access.asked_for(object.union(grant, {"principal": principal, "type": "Topic", "operation": operation}))
}
