package kafka_kit.terraform

grants contains grant if {
	some resource in resources
	resource.type == "kafka_acl"
	said := resource.values
	grant := {
		"on": resource.on,
		"principal": said.acl_principal,
		"type": said.resource_type,
		"name": said.resource_name,
		"pattern": object.get(said, "resource_pattern_type_filter", "Literal"),
		"operation": said.acl_operation,
		"permission": said.acl_permission_type,
	}
}

# Of IAM: statements that allow whatever there is, or anything of Kafka, on everything.
findings contains finding if {
	some resource in resources
	resource.type in {"aws_iam_policy", "aws_iam_role_policy"}
	some statement in statements(resource.values.policy)
	statement.Effect == "Allow"
	some reason in too_wide(statement)
	finding := {"code": "KFK-X077", "on": resource.on, "problem": reason}
}

statements(policy) := list(json.unmarshal(policy).Statement)

list(value) := value if is_array(value)

list(value) := [value] if not is_array(value)

too_wide(statement) := {sprintf("it allows %s", [action]) |
	some action in list(object.get(statement, "Action", []))
	action in {"*", "kafka-cluster:*", "kafka:*"}
} | {"it allows it on everything" |
	"*" in list(object.get(statement, "Resource", []))
	some action in list(object.get(statement, "Action", []))
	startswith(action, "kafka")
}

# Of Azure: roles that reach beyond records.
findings contains finding if {
	some resource in resources
	resource.type == "azurerm_role_assignment"
	role := resource.values.role_definition_name
	role in {"Owner", "Contributor", "User Access Administrator"}
	finding := {"code": "KFK-X077", "on": resource.on, "problem": sprintf("'%s' is more than any flow asks for", [role])}
}
