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
unknown(address) := changed[0] if {
	changed := [change.change.after_unknown |
		some change in input.resource_changes
		change.address == address
	]
	count(changed) > 0
}

unknown(address) := {} if {
	every change in object.get(input, "resource_changes", []) {
		change.address != address
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
