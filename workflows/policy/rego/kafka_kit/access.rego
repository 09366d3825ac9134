# Grants in Kafka's terms, wherever they are said.
package kafka_kit.access

import data.kafka_kit.described
import data.kafka_kit.kubernetes
import data.kafka_kit.terraform

all := terraform.grants | kubernetes.grants

# A user is called by its own name, by `User:`, or by the subject of its certificate.
user(principal) := trim_prefix(trim_prefix(principal, "User:"), "CN=")

asked_for(grant) if {
	some permission in described.permissions
	user(permission.principal) == user(grant.principal)
	lower(permission.type) == lower(grant.type)
	permission.name == grant.name
	lower(permission.operation) == lower(grant.operation)
}

findings contains finding if {
	some grant in all
	lower(grant.permission) == "allow"
	some reason in too_wide(grant)
	not asked_for(grant)
	finding := {"code": "KFK-X077", "on": grant.on, "problem": sprintf("%s, and no flow asks for it", [reason])}
}

too_wide(grant) := {"everybody may do it" | user(grant.principal) in {"*", "ANONYMOUS"}} | ({sprintf("it is for every %s", [lower(grant.type)]) | grant.name == "*"; not looks(grant)} | {"it is every operation" | lower(grant.operation) == "all"})

# What watches a cluster sees what there is, and reads no record.
looks(grant) if lower(grant.operation) in {"describe", "describeconfigs"}

# Who may read what is said by whoever owns it.
findings contains finding if {
	some grant in all
	lower(grant.permission) == "allow"
	lower(grant.type) == "topic"
	lower(grant.operation) in {"read", "all"}
	some topic in matched(grant)
	allowed := described.topics[topic].may_read
	not user(grant.principal) in allowed
	finding := {
		"code": "KFK-X064",
		"on": grant.on,
		"topic": topic,
		"problem": sprintf("'%s' may read '%s', and is none of its readers", [user(grant.principal), topic]),
	}
}

matched(grant) := {name |
	some name, _ in described.topics
	matches(grant, name)
}

matches(grant, name) if grant.name == name

matches(grant, name) if {
	lower(grant.pattern) in {"prefixed", "prefix"}
	startswith(name, grant.name)
}
