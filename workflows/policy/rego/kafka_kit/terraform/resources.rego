# Resources, of a plan (`terraform show -json`) or of a configuration (`cdk.tf.json`), in one form.
package kafka_kit.terraform

# What a plan will have.
resources contains resource if {
	walk(input.planned_values, [_, module])
	some planned in module.resources
	planned.mode == "managed"
	resource := {
		"type": planned.type,
		"on": planned.address,
		"values": planned.values,
		"unknown": unknown(planned.address),
	}
}

# What a configuration says; references are text.
resources contains resource if {
	some type, named in input.resource
	some name, values in named
	resource := {
		"type": type,
		"on": sprintf("%s.%s", [type, name]),
		"values": values,
		"unknown": {},
	}
}

# What is known after the apply only: there all the same.
unknown(address) := object.get(changes, address, {})

changes := {change.address: change.change.after_unknown |
	some change in input.resource_changes
	is_object(change.change.after_unknown)
}

# By which whoever gets rights is named, or they are: of a plan that does not know them yet nothing can be said.
telling := {
	"aws_iam_policy": "policy",
	"aws_iam_role_policy": "policy",
	"aws_iam_role_policy_attachment": "policy_arn",
	"aws_msk_topic": "configs",
	"azurerm_role_assignment": "scope",
	"kafka_acl": "acl_principal",
}

findings contains finding if {
	some resource in resources
	attribute := telling[resource.type]
	resource.unknown[attribute] == true
	finding := {
		"code": "KFK-X077",
		"severity": "warning",
		"on": resource.on,
		"problem": sprintf("its '%s' is known after the apply only: judge the stack's cdk.tf.json, too", [attribute]),
	}
}

# A block below another: a list of one in a plan, an object in a configuration, and empty where it is not there. What is
# asked inside of `not` has to have a value, or nothing would be found.
block(parent, key) := only(object.get(parent, key, {}))

only(value) := value if is_object(value)

only(value) := value[0] if {
	is_array(value)
	count(value) > 0
}

only(value) := {} if value in [[], null]
