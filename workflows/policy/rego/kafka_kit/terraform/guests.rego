# Whom a cluster's own policy lets connect networks of theirs, and do no more.
package kafka_kit.terraform

import data.kafka_kit.described

findings contains too_wide(resource, sprintf("it lets %s in, and nothing that is described does", [principal])) if {
	some [resource, statement] in cluster_policies
	some principal in everybody(statement.Principal)
	not invited(principal)
}

findings contains too_wide(resource, sprintf("it lets whoever it invites %s", [action])) if {
	some [resource, statement] in cluster_policies
	some action in actions(statement)
	not action in {
		"kafka:createvpcconnection",
		"kafka:describecluster",
		"kafka:describeclusterv2",
		"kafka:getbootstrapbrokers",
	}
}

cluster_policies contains [resource, statement] if {
	some resource in resources
	resource.type == "aws_msk_cluster_policy"
	some statement in statements(resource.values.policy)
	statement.Effect == "Allow"
}

invited(principal) if principal in described.invited

invited(principal) if {
	[[_, account]] := regex.find_all_string_submatch_n(`^arn:[^:]+:iam::(\d{12}):root$`, principal, -1)
	account in described.invited
}
