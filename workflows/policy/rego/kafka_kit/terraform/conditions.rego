# Conditions of IAM: what a statement allows only for one secret, only until a day, or only to one service account.
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

ended_by(statement, ends) if {
	some time in list(condition(statement, "DateLessThan", "aws:currenttime"))
	time <= ends
}

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

# Whoever becomes an application's role is the application: the service account that is described, and no other.
findings contains too_wide(resource, sprintf("it lets somebody become '%s' who is not the service account %s/%s", [resource_id(resource), account.namespace, account.name])) if {
	some resource in resources
	resource.type == "aws_iam_role"
	account := described.service_accounts[resource_id(resource)]
	some statement in statements(resource.values.assume_role_policy)
	statement.Effect == "Allow"
	not to_account(statement, account)
}

to_account(statement, account) if {
	some key, value in equals(statement)
	endswith(key, ":sub")
	value == sprintf("system:serviceaccount:%s:%s", [account.namespace, account.name])
	some audience, whom in equals(statement)
	endswith(audience, ":aud")
	whom == "sts.amazonaws.com"
}

to_account(statement, account) if {
	equals(statement)["aws:requesttag/kubernetes-namespace"] == account.namespace
	equals(statement)["aws:requesttag/kubernetes-service-account"] == account.name
	equals(statement)["aws:requesttag/eks-cluster-name"]
}

# A service of AWS does for one account what any other asks it for, unless a condition says for whom.
findings contains too_wide(resource, sprintf("%s may become it for whatever account asks", [service])) if {
	some resource in resources
	resource.type == "aws_iam_role"
	some statement in statements(resource.values.assume_role_policy)
	statement.Effect == "Allow"
	some service in list(object.get(statement.Principal, "Service", []))
	service in {"kafka.amazonaws.com", "kafkaconnect.amazonaws.com"}
	not equals(statement)["aws:sourceaccount"]
}

# The federated credential by which a service account is an identity of Entra ID.
findings contains too_wide(resource, sprintf("it lets '%s' be '%s', and not the service account %s/%s", [subject, owner, account.namespace, account.name])) if {
	some resource in resources
	resource.type == "azurerm_federated_identity_credential"
	owner := resource_id(resource)
	account := described.service_accounts[owner]
	subject := resource.values.subject
	subject != sprintf("system:serviceaccount:%s:%s", [account.namespace, account.name])
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
