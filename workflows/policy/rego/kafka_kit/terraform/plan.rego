package kafka_kit.terraform

import data.kafka_kit.described

data_bearing(type) if type in described.data_bearing

# A plan that deletes what bears data, or makes it anew.
findings contains finding if {
	some change in input.resource_changes
	data_bearing(change.type)
	"delete" in change.change.actions
	not described.disposable
	code := destruction(change)
	not approved(code, change.address)
	finding := {
		"code": code,
		"on": change.address,
		"problem": "data would be destroyed, and no approval says so",
	}
}

destruction(change) := "KFK-D002" if "create" in change.change.actions

destruction(change) := "KFK-D001" if not "create" in change.change.actions

approved(code, address) if {
	some approval in described.approvals
	approval.code == code
	approval.address == address
	approval.expires >= data.kafka_kit.verdict.today
}

# Whoever deletes by hand what bears data is stopped by its own configuration.
findings contains finding if {
	some resource in resources
	input.resource
	data_bearing(resource.type)
	not is_application(resource)
	not is_of_connectors_logs(resource)
	not described.disposable
	lifecycle := block(resource.values, "lifecycle")
	not lifecycle.prevent_destroy
	finding := {"code": "KFK-D001", "on": resource.on, "problem": "nothing prevents that it is destroyed"}
}

# An identity without which a key is lost bears data; an application's is called after it, and is made again.
is_application(resource) if {
	some application, _ in described.principals
	resource.on == sprintf("azurerm_user_assigned_identity.%s", [application])
}

# What connectors say goes with them, and the key of their log with it.
is_of_connectors_logs(key) if {
	some group in resources
	group.type == "aws_cloudwatch_log_group"
	startswith(group.values.name, "/aws/msk-connect/")
	group.values.kms_key_id == sprintf("${%s.arn}", [key.on])
}

# Values that are secrets, by the names that providers give them. What is written only is not in a plan, and a reference is no secret.
secret_names := {
	"password",
	"sasl_password",
	"client_key",
	"client_key_passphrase",
	"secret_string",
	"access_key",
	"secret_key",
	"client_secret",
	"admin_password",
	"password_wo",
	"secret_string_wo",
	"value_wo",
}

findings contains finding if {
	some resource in resources
	walk(resource.values, [path, value])
	is_string(value)
	value != ""
	path[count(path) - 1] in secret_names
	not contains(value, "${")
	finding := {"code": "KFK-X050", "on": resource.on, "problem": sprintf("'%s' is in clear text", [path[count(path) - 1]])}
}

findings contains finding if {
	some kind, configurations in input.provider
	walk(configurations, [path, value])
	is_string(value)
	value != ""
	path[count(path) - 1] in secret_names
	not contains(value, "${")
	finding := {
		"code": "KFK-X050",
		"on": sprintf("provider.%s", [kind]),
		"problem": sprintf("'%s' is in clear text", [path[count(path) - 1]]),
	}
}
