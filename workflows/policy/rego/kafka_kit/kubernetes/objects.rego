package kafka_kit.kubernetes

import data.kafka_kit.described

is_strimzi if startswith(input.apiVersion, "kafka.strimzi.io/")

on := sprintf("%s/%s", [input.kind, input.metadata.name])

topics contains topic if {
	is_strimzi
	input.kind == "KafkaTopic"
	said := {
		"on": on,
		"name": object.get(input.spec, "topicName", input.metadata.name),
		"config": object.get(input.spec, "config", {}),
	}
	topic := object.union(said, {"replicas": replicas | replicas := input.spec.replicas})
}

grants contains grant if {
	is_strimzi
	input.kind == "KafkaUser"
	some acl in input.spec.authorization.acls
	some operation in acl.operations
	grant := {
		"on": on,
		"principal": input.metadata.name,
		"type": acl.resource.type,
		"name": object.get(acl.resource, "name", "kafka-cluster"),
		"pattern": object.get(acl.resource, "patternType", "literal"),
		"operation": operation,
		"permission": object.get(acl, "type", "allow"),
	}
}

wrong(code, problem) := {"code": code, "on": on, "cluster": input.metadata.name, "problem": problem}

is_cluster if {
	is_strimzi
	input.kind == "Kafka"
}

findings contains wrong("KFK-K433", sprintf("the listener '%s' is not encrypted", [listener.name])) if {
	is_cluster
	not described.disposable
	some listener in input.spec.kafka.listeners
	not listener.tls
}

findings contains wrong("KFK-K433", sprintf("the listener '%s' asks nobody who he is", [listener.name])) if {
	is_cluster
	not described.disposable
	some listener in input.spec.kafka.listeners
	not listener.authentication
}

findings contains wrong("KFK-K433", "every client may do everything") if {
	is_cluster
	not described.disposable
	not input.spec.kafka.authorization
}

findings contains wrong("KFK-X074", sprintf("the load balancer of '%s' lets every address in", [listener.name])) if {
	is_cluster
	some listener in input.spec.kafka.listeners
	listener.type == "loadbalancer"
	ranges := object.get(listener, ["configuration", "loadBalancerSourceRanges"], [])
	count([range | some range in ranges; not endswith(range, "/0")]) < max([count(ranges), 1])
}

findings contains wrong("KFK-K445", sprintf("'%s' is a super user that the description does not name", [user])) if {
	is_cluster
	some user in input.spec.kafka.authorization.superUsers
	not trim_prefix(user, "User:") in {trim_prefix(named, "User:") | some named in described.super_users}
}

findings contains wrong("KFK-K423", "brokers make topics that nobody described") if {
	is_cluster
	lower(sprintf("%v", [object.get(input.spec.kafka, ["config", "auto.create.topics.enable"], true)])) != "false"
}

findings contains wrong("KFK-K417", "records are on disks that go with their pod") if {
	is_strimzi
	input.kind == "KafkaNodePool"
	"broker" in input.spec.roles
	not described.disposable
	walk(input.spec.storage, [_, volume])
	volume.type == "ephemeral"
}

findings contains wrong("KFK-D001", "the disks are deleted with it") if {
	is_strimzi
	input.kind == "KafkaNodePool"
	not described.disposable
	walk(input.spec.storage, [_, volume])
	volume.deleteClaim == true
}

findings contains wrong("KFK-X050", "a Secret holds its values") if {
	input.kind == "Secret"
	input.apiVersion == "v1"
	count(object.get(input, "data", {})) + count(object.get(input, "stringData", {})) > 0
}

# Who reaches a bridge acts as its user: somebody must say who does.
findings contains wrong("KFK-B013", "whoever is in the cluster reaches it") if {
	input.kind == "NetworkPolicy"
	"Ingress" in object.get(input.spec, "policyTypes", ["Ingress"])
	some rule in input.spec.ingress
	count(object.get(rule, "from", [])) == 0
}

findings contains wrong("KFK-K433", sprintf("'%s' is reached from everywhere in Kubernetes", [listener.name])) if {
	is_cluster
	not described.disposable
	some listener in input.spec.kafka.listeners
	listener.type == "internal"
	count(object.get(listener, "networkPolicyPeers", [])) == 0
}
