# Conditions of IAM: what a statement allows only for one secret, or only until a day.
package kafka_kit.terraform

import data.kafka_kit.described

# The key of several secrets opens this one alone: one that the same application reads.
findings contains too_wide(resource, sprintf("it lets %s open whatever %s encrypts, and not the one secret that it reads", [action, arn])) if {
	some [resource, statement] in allowing
	some action in actions(statement)
	glob.match(action, [], "kms:decrypt")
	some arn in list(statement.Resource)
	not of_one_secret(resource, statement)
}

of_one_secret(resource, statement) if {
	secrets := list(condition(statement, "StringEquals", "kms:encryptioncontext:secretarn"))
	count(secrets) > 0
	every secret in secrets {
		some [other, reads] in allowing
		of_the_same(other, resource)
		"secretsmanager:getsecretvalue" in actions(reads)
		secret in list(reads.Resource)
	}
}

of_the_same(one, other) if one.on == other.on

of_the_same(one, other) if count(owners(one) & owners(other)) > 0

# An operator's last day, which IAM itself knows.
findings contains too_wide(resource, sprintf("it lets '%s' %s, and does not end at %s", [owner, concat(", ", actions(statement)), ends])) if {
	some [resource, statement] in allowing
	some owner in owners(resource)
	ends := described.ends[owner]
	not ended_by(statement, ends)
}

# IAM takes seconds and other zones as well, which are in no order as texts; of several values any is enough.
ended_by(statement, ends) if {
	times := list(condition(statement, "DateLessThan", "aws:currenttime"))
	count(times) > 0
	every time in times {
		regex.match(`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$`, time)
		time <= ends
	}
}

policy_statements contains [resource, statement] if {
	some resource in resources
	some policy in written(resource)
	is_string(policy)
	json.is_valid(text(policy))
	some statement in statements(policy)
}

allowing contains [resource, statement] if {
	some [resource, statement] in policy_statements
	statement.Effect == "Allow"
}

# Keys of a condition have no case.
condition(statement, operator, key) := values if {
	some said, values in statement.Condition[operator]
	lower(said) == key
}

equals(statement) := {lower(key): value | some key, value in object.get(statement, ["Condition", "StringEquals"], {})}

resource_id(resource) := parts[count(parts) - 1] if parts := split(resource.on, ".")
