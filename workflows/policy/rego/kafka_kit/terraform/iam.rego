# Policies of IAM, as far as they can be read: what is known after the apply only is not in a plan.
package kafka_kit.terraform

import data.kafka_kit.access
import data.kafka_kit.described

policies := {"aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"}

findings contains too_wide(resource, problem) if {
	some resource in resources
	some policy in written(resource)
	is_string(policy)
	some problem in (unreadable(policy) | wide(resource, policy))
}

written(resource) := {resource.values.policy | resource.type in policies} | {inline.policy |
	resource.type == "aws_iam_role"
	some inline in list(object.get(resource.values, "inline_policy", []))
}

# Of a cluster itself, and of who becomes a role: whoever that lets in is named.
findings contains too_wide(resource, "it lets everybody in") if {
	some resource in resources
	attribute := {"aws_msk_cluster_policy": "policy", "aws_iam_role": "assume_role_policy"}[resource.type]
	some statement in statements(resource.values[attribute])
	statement.Effect == "Allow"
	some principal in everybody(statement.Principal)
	principal == "*"
}

everybody(principal) := {principal} if is_string(principal)

everybody(principal) := {name | some names in principal; some name in list(names)} if is_object(principal)

# A policy of somebody else's, which nobody here has read.
findings contains too_wide(resource, sprintf("it attaches '%s'", [arn])) if {
	some resource in resources
	some arn in attached(resource)
	regex.match(`^arn:[^:]*:iam::aws:policy/`, arn)
}

attached(resource) := {resource.values.policy_arn | endswith(resource.type, "_policy_attachment")} | {arn |
	resource.type == "aws_iam_role"
	some arn in object.get(resource.values, "managed_policy_arns", [])
}

# Terraform's own functions are no JSON: what is beside a cluster's ARN is said by its type.
text(policy) := regex.replace(policy, `\$\{replace\([^,{}]+, ":cluster/", ":([a-z-]+)/"\)\}`, "kit:$1")

unreadable(policy) := {"its statements cannot be read"} if not json.is_valid(text(policy))

unreadable(policy) := set() if json.is_valid(text(policy))

statements(policy) := list(json.unmarshal(text(policy)).Statement)

wide(resource, policy) := {problem |
	some statement in statements(policy)
	statement.Effect == "Allow"
	some problem in ((but(statement) | beside(statement)) | on_cluster(resource, statement))
}

but(statement) := {sprintf("it allows all but what its %s says", [key]) |
	some key in ["NotAction", "NotResource"]
	statement[key]
}

actions(statement) := {lower(action) | some action in list(object.get(statement, "Action", []))}

kafka := "kafka-cluster:"

# Whatever there is of a service, and the services themselves.
beside(statement) := {sprintf("it allows %s", [action]) |
	some action in actions(statement)
	not startswith(action, kafka)
	regex.match(`^([^:]*[*?]|[^:]*:[*?]+$)`, action)
} | {sprintf("it allows %s on everything", [action]) |
	some action in actions(statement)
	startswith(action, "kafka:")
	"*" in list(object.get(statement, "Resource", []))
}

on_cluster(resource, statement) := {sprintf("it allows %s on %s, and nothing that is described asks for it", [action, arn]) |
	some action in actions(statement)
	startswith(action, kafka)
	some arn in list(object.get(statement, "Resource", []))
	not asked_by_iam(resource, action, arn)
}

# A policy is called after its application, one that continues it with a number.
owners(resource) := {owner |
	parts := split(resource.on, ".")
	id := parts[count(parts) - 1]
	some owner in [id, regex.replace(id, `-[0-9]+$`, "")]
	described.principals[owner]
}

asked_by_iam(resource, "kafka-cluster:connect", arn) if {
	read(arn).type == "Cluster"
	count(owners(resource)) > 0
}

asked_by_iam(resource, action, arn) if {
	some owner in owners(resource)
	some principal in described.principals[owner]
	does := described.iam_actions[action]
	on := read(arn)
	does.type == on.type
	access.asked_for(object.union(on, {"principal": principal, "operation": does.operation}))
}

read(arn) := {"type": "Cluster", "name": "kafka-cluster", "pattern": "Literal"} if {
	regex.match(`^(\$\{[^{}"]+\}|arn:[^:*?]*:kafka:[^:*?]*:[^:*?]*:cluster/[^/*?]+/[^/*?]+)$`, arn)
}

# IAM's patterns stay as they are: one that ends with `*` is within a prefix, any other is a row of its own, or is not.
read(arn) := {"type": kafka_types[type], "name": name, "pattern": "Literal"} if {
	some form in [`^kit:([a-z-]+)/(.+)$`, `^arn:[^:*?]*:kafka:[^:*?]*:[^:*?]*:([a-z-]+)/[^/*?]+/[^/*?]+/(.+)$`]
	[[_, type, name]] := regex.find_all_string_submatch_n(form, arn, -1)
}

kafka_types := {"topic": "Topic", "group": "Group", "transactional-id": "TransactionalId"}
