# Grants in Kafka's terms, wherever they are said: whatever no row of the tables covers was asked for by nobody.
package kafka_kit.access

import data.kafka_kit.described
import data.kafka_kit.kubernetes
import data.kafka_kit.terraform
import data.kafka_kit.verdict

all := terraform.grants | kubernetes.grants

allows(grant) if lower(grant.permission) == "allow"

findings contains finding if {
	some grant in all
	allows(grant)
	not asked_for(grant)
	not of_brokers(grant)
	finding := {"code": "KFK-X077", "on": grant.on, "problem": sprintf(
		"it lets '%s' %s %s, and nothing that is described asks for it",
		[grant.principal, grant.operation, subject(grant)],
	)}
}

# What is denied takes away what something wider allows: it stands wherever that does.
findings contains finding if {
	some grant in all
	allows(grant)
	some denial in object.get(described.denied, grant.principal, [])
	same_cluster(grant, denial)
	not is_denied(grant.principal, denial)
	finding := {"code": "KFK-X077", "on": grant.on, "problem": sprintf(
		"'%s' is not denied to %s %s, as it is described",
		[grant.principal, concat(", ", denial.operations), subject(denial)],
	)}
}

subject(of) := sprintf("every %s", [lower(of.type)]) if {
	of.name == "*"
	literal(of)
}

subject(of) := sprintf("the %s '%s'", [lower(of.type), of.name]) if {
	of.name != "*"
	literal(of)
}

subject(of) := sprintf("every %s that begins with '%s'", [lower(of.type), of.name]) if not literal(of)

is_denied(principal, denial) if {
	some grant in all
	lower(grant.permission) == "deny"
	grant.principal == principal
	lower(grant.type) == lower(denial.type)
	grant.name == denial.name
	literal(grant) == literal(denial)
	host(grant) == denial.host
	lower(grant.operation) in {lower(operation) | some operation in denial.operations}
}

asked_for(grant) if {
	some row in object.get(described.allowed, grant.principal, [])
	covers(row, grant)
	not ended(row)
}

# An operator's last day: what still stands after it was asked for once, and is not any more.
ended(row) if row.until < verdict.today

covers(row, grant) if {
	same_cluster(grant, row)
	lower(row.type) == lower(grant.type)
	host_within(grant, row)
	lower(grant.operation) in {lower(operation) | some operation in row.operations}
	named(row, grant)
}

# Only what is in Kubernetes says of which cluster it is.
same_cluster(grant, row) if object.get(grant, "cluster", row.cluster) == row.cluster

host(grant) := object.get(grant, "host", "*")

host_within(grant, row) if row.host in {"*", host(grant)}

named(row, grant) if {
	literal(row)
	row.name in {"*", grant.name}
	literal(grant)
}

named(row, _) if {
	literal(row)
	row.name == "*"
}

named(row, grant) if {
	not literal(row)
	startswith(grant.name, row.name)
	not every_name(grant)
}

every_name(grant) if {
	literal(grant)
	grant.name == "*"
}

default literal(_) := true

literal(of) := false if lower(of.pattern) in {"prefixed", "prefix"}

# Brokers read what they replicate, by the name that is in their own certificates.
of_brokers(grant) if {
	regex.match(described.brokers, grant.principal)
	lower(grant.type) == "topic"
	lower(grant.operation) == "read"
	literal(grant)
	described.topics[grant.name]
}
