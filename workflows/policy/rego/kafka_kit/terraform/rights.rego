# Rights of AWS beside Kafka's: what an application reads before it connects, and its schemas. Whoever reads another one's
# secret is that one, and whoever gives rights has them.
package kafka_kit.terraform

import data.kafka_kit.described

findings contains too_wide(resource, sprintf("it allows %s on %s, and nothing that is described asks for it", [action, arn])) if {
	some [resource, statement] in allowing
	some action in actions(statement)
	not startswith(action, kafka)
	some arn in list(object.get(statement, "Resource", []))
	not of_its_own(resource, action, arn)
}

of_its_own(resource, "ssm:getparameter", arn) if {
	some owner in owners(resource)
	is_called(arn, owner, {sprintf(":parameter%s", [name]) | some name in described.reads[owner]})
}

of_its_own(resource, "secretsmanager:getsecretvalue", arn) if {
	some owner in owners(resource)
	is_called(regex.replace(arn, `-[A-Za-z0-9]{6}$`, ""), owner, {sprintf(":secret:%s", [name]) | some name in described.reads[owner]})
}

# Which secret a key opens is asked by its condition.
of_its_own(_, "kms:decrypt", _)

# A version has no name in Glue.
of_its_own(_, "glue:getschemaversion", _)

of_its_own(_, action, arn) if {
	action in {"glue:getschemabydefinition", "glue:registerschemaversion", "glue:putschemaversionmetadata"}
	regex.match(`^arn:[^*?]*:glue:[^*?]*:(registry/[^*?]+|schema/[^*?/]+/\*)$`, arn)
}

# By whose it is in Terraform, or by its own name.
is_called(arn, owner, _) if {
	[[_, id]] := regex.find_all_string_submatch_n(`^\$\{(?:data\.)?aws_[a-z_]+\.([^.{}]+)\.arn\}$`, arn, -1)
	some user in object.get(described.users, owner, [owner])
	is_id_of(id, user)
}

is_called(arn, _, names) if {
	some name in names
	endswith(arn, name)
	not regex.match(`[*?]`, arn)
}

is_id_of(id, user) if id == user

is_id_of(id, user) if startswith(id, sprintf("%s_", [user]))

# Of what others may read by what it says itself.
findings contains too_wide(resource, "it lets everybody in") if {
	some resource in resources
	resource.type in {"aws_s3_bucket_policy", "aws_secretsmanager_secret_policy"}
	is_string(resource.values.policy)
	some statement in statements(resource.values.policy)
	statement.Effect == "Allow"
	some principal in everybody(statement.Principal)
	principal == "*"
}
