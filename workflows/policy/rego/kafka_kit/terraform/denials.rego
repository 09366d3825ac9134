# Denials in IAM's words: what a policy allows beside them would be more than is described.
package kafka_kit.terraform

import data.kafka_kit.described

# A denial that is bound to something denies less than is described.
findings contains too_wide(resource, sprintf("'%s' is not denied to %s %s there, as it is described", [principal, operation, denial.name])) if {
	some [resource, statement] in allowing
	some action in actions(statement)
	startswith(action, kafka)
	some owner in owners(resource)
	some principal in described.principals[owner]
	some denial in described.denied[principal]
	some operation in operations_of(denial)
	not is_denied_by_iam(owner, denial, operation)
}

# Those that IAM has an action for; where it has none nobody can do it.
operations_of(denial) := {does.operation |
	some does in described.iam_actions
	does.type == denial.type
	some operation in denial.operations
	operation in {"All", does.operation}
}

is_denied_by_iam(owner, denial, operation) if {
	some [resource, statement] in policy_statements
	owner in owners(resource)
	statement.Effect == "Deny"
	not statement.Condition
	some action in actions(statement)
	described.iam_actions[action] == {"type": denial.type, "operation": operation}
	some arn in list(statement.Resource)
	read(arn).type == denial.type
	ends_as(read(arn).name, denial)
}

ends_as(name, denial) if {
	denial.pattern == "Prefixed"
	name == sprintf("%s*", [denial.name])
}

ends_as(name, denial) if {
	denial.pattern == "Literal"
	name == denial.name
}
