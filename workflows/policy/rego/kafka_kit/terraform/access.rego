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
		"host": object.get(said, "acl_host", "*"),
	}
}

too_wide(resource, problem) := {"code": "KFK-X077", "on": resource.on, "problem": problem}

list(value) := value if is_array(value)

list(value) := [value] if not is_array(value)
