# Which findings count: those whose rule the environment's profile asks for, and no waiver sets aside.
package kafka_kit.verdict

import data.kafka_kit.access
import data.kafka_kit.described
import data.kafka_kit.kubernetes
import data.kafka_kit.terraform
import data.kafka_kit.topics

findings := ((access.findings | topics.findings) | terraform.findings) | kubernetes.findings

# The tables of the environment are data.json: without them nothing could be refused, and nothing may pass.
deny contains message if {
	not described.profile
	message := "KFK-X077: the bundle's tables are not loaded: give its folder as data too (conftest test --policy DIR --data DIR …)"
}

# What is not read is not right by that.
deny contains message if {
	not known_form
	message := "KFK-X077: this is no plan (terraform show -json of a saved plan), no configuration (cdk.tf.json) and no object of Kubernetes: there is nothing to judge"
}

known_form if input.planned_values

known_form if is_object(input.resource)

known_form if is_object(input.terraform)

known_form if kubernetes.is_object_of

deny contains message(finding) if {
	some finding in findings
	counts(finding)
	severity(finding) == "error"
}

warn contains message(finding) if {
	some finding in findings
	counts(finding)
	severity(finding) == "warning"
}

# A code that the tables do not know is an error that every profile asks for.
severity(finding) := object.get(finding, "severity", object.get(described.rules, [finding.code, "severity"], "error"))

asked_by(finding) := object.get(finding, "profile", object.get(described.rules, [finding.code, "profile"], described.profiles[0]))

counts(finding) if {
	rank(asked_by(finding)) <= rank(described.profile)
	not waived(finding)
}

rank(profile) := [position | some position, known in described.profiles; known == profile][0]

waived(finding) if {
	some waiver in described.waivers
	waiver.code == finding.code
	waiver.expires >= today
	is_about(waiver.of, finding)
}

# A waiver is of one thing, and none of another: of what a finding does not say it is about, nothing is set aside.
is_about(of, finding) if {
	count(of) > 0
	every key, value in of {
		subject(finding)[key] == value
	}
}

subject(finding) := object.union(cluster_of(finding), finding)

# The cluster of a topic is where the tables say.
cluster_of(finding) := {"cluster": described.topics[finding.topic].cluster}

cluster_of(finding) := {} if not described.topics[finding.topic].cluster

today := described.today

today := time.format([time.now_ns(), "UTC", "2006-01-02"]) if not described.today

message(finding) := sprintf("%s %s: %s (profile %s)%s", [
	finding.code,
	finding.on,
	finding.problem,
	asked_by(finding),
	remedy(finding),
])

default remedy(_) := ""

remedy(finding) := "; a waiver in the description may set it aside" if {
	described.rules[finding.code].waivable
	some key in ["topic", "cluster", "connector"]
	subject(finding)[key]
}
