# Whoever has a policy may do what it allows: the role of the application whose policy it is, and nobody else.
package kafka_kit.terraform

import data.kafka_kit.described

findings contains too_wide(resource, sprintf("nothing that is described gives '%s' to '%s'", [arn, holder])) if {
	some resource in resources
	endswith(resource.type, "_policy_attachment")
	some arn in attached(resource)
	some holder in holders(resource)
	not gives_its_own(resource)
}

# Users and groups get none, nor whoever else an attachment of all lists.
holders(resource) := {holder |
	some key in ["role", "user", "group", "roles", "users", "groups"]
	some holder in list(object.get(resource.values, key, []))
}

gives_its_own(resource) if {
	resource.type == "aws_iam_role_policy_attachment"
	some policy in resources
	policy.type == "aws_iam_policy"
	refers(resource.values.policy_arn, policy, "arn")
	some owner in owners(policy)
	is_role_of(resource.values.role, owner)
}

# As configuration says it, and as a plan does that knows it.
refers(value, resource, key) if value == sprintf("${%s.%s}", [resource.on, key])

refers(value, resource, key) if value == resource.values[key]

is_role_of(role, owner) if role == described.existing[owner]

is_role_of(role, owner) if {
	described.service_accounts[owner]
	some made in roles
	resource_id(made) == owner
	refers(role, made, "name")
}

is_role_of(role, owner) if {
	owner in described.workloads
	some made in roles
	refers(role, made, "name")
	every statement in statements(made.values.assume_role_policy) {
		object.keys(statement.Principal) == {"Service"}
		every service in list(statement.Principal.Service) {
			service in msk_services
		}
	}
}

roles contains resource if {
	some resource in resources
	resource.type == "aws_iam_role"
}
