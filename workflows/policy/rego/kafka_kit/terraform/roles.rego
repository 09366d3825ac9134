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

# One's own secret is read by oneself; of what is not known yet, and of who is not, any may be meant.
asked_by_role(resource, "Key Vault Secrets User") if {
	some application, _ in described.principals
	some principal in described.principals[application]
	principal in assignees(resource)
	is_secret_of(application, object.get(resource.values, "scope", null))
}

is_secret_of(_, null)

is_secret_of(application, scope) if {
	[[_, id]] := regex.find_all_string_submatch_n(`^\$\{azurerm_key_vault_secret\.([^.}]+)\.`, scope, -1)
	id in {application, sprintf("%s_key", [application])}
}

is_secret_of(application, scope) if {
	some name in described.reads[application]
	endswith(scope, sprintf("/secrets/%s", [name]))
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

# An identity is called after its application, a group by its id in the description; of one that is not known yet anybody
# may be meant.
assignees(resource) := {principal |
	[[_, application]] := regex.find_all_string_submatch_n(named_identity, resource.values.principal_id, -1)
	some principal in object.get(described.principals, application, [])
} | ({principal |
	some application in called[resource.values.principal_id]
	some principal in object.get(described.principals, application, [])
} | {principal |
	object.get(resource.values, "principal_id", null) == null
	some principal, _ in described.allowed
})

# Whom an id stands for: a group's members, or in a plan an identity of its stack, or one that it has found.
called[id] contains application if {
	some id, members in described.groups
	some application in members
}

called[resource.values.principal_id] contains resource_id(resource) if {
	some resource in resources
	resource.type == "azurerm_user_assigned_identity"
}

called[found.values.principal_id] contains found.name if {
	walk(input.prior_state.values, [_, module])
	some found in module.resources
	found.type == "azurerm_user_assigned_identity"
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
