# Objects of Kubernetes: one, or a list of them, as `kubectl get --output json` says it.
package kafka_kit.kubernetes

import data.kafka_kit.described

is_object_of if {
	is_string(input.apiVersion)
	is_string(input.kind)
}

objects contains it if {
	is_object_of
	some it in object.get(input, "items", [input])
}

strimzi contains it if {
	some it in objects
	startswith(it.apiVersion, "kafka.strimzi.io/")
}

clusters contains it if {
	some it in strimzi
	it.kind == "Kafka"
}

topics contains topic if {
	some it in strimzi
	it.kind == "KafkaTopic"
	said := {
		"on": on(it),
		"name": object.get(it.spec, "topicName", it.metadata.name),
		"config": object.get(it.spec, "config", {}),
	}
	topic := object.union(said, {"replicas": replicas | replicas := it.spec.replicas})
}

grants contains grant if {
	some it in strimzi
	it.kind == "KafkaUser"
	some acl in it.spec.authorization.acls
	some operation in acl.operations
	grant := {
		"on": on(it),
		"principal": sprintf("%s%s", [kind_of_user(it), it.metadata.name]),
		"cluster": object.get(object.get(it.metadata, "labels", {}), "strimzi.io/cluster", ""),
		"type": acl.resource.type,
		"name": object.get(acl.resource, "name", "kafka-cluster"),
		"pattern": object.get(acl.resource, "patternType", "literal"),
		"operation": operation,
		"permission": object.get(acl, "type", "allow"),
		"host": object.get(acl, "host", "*"),
	}
}

# As the User Operator calls whom it makes ACLs for.
default kind_of_user(_) := "User:"

kind_of_user(it) := "User:CN=" if it.spec.authentication.type in {"tls", "tls-external"}

on(it) := sprintf("%s/%s", [it.kind, it.metadata.name])

wrong(code, it, problem) := object.union({"code": code, "on": on(it), "problem": problem}, cluster_of(it))

cluster_of(it) := {"cluster": it.metadata.name} if it in clusters

cluster_of(it) := {} if not it in clusters

findings contains wrong("KFK-K433", it, sprintf("the listener '%s' is not encrypted", [listener.name])) if {
	some it in clusters
	not described.disposable
	some listener in it.spec.kafka.listeners
	not listener.tls
}

findings contains wrong("KFK-K433", it, sprintf("the listener '%s' asks nobody who he is", [listener.name])) if {
	some it in clusters
	not described.disposable
	some listener in it.spec.kafka.listeners
	not listener.authentication
}

findings contains wrong("KFK-K433", it, "every client may do everything") if {
	some it in clusters
	not described.disposable
	object.get(it.spec.kafka, ["authorization", "type"], "none") != "simple"
}

findings contains wrong("KFK-K433", it, "whatever has no ACL is open to everybody") if {
	some it in clusters
	not described.disposable
	lower(sprintf("%v", [object.get(it.spec.kafka, ["config", "allow.everyone.if.no.acl.found"], false)])) == "true"
}

findings contains wrong("KFK-X079", it, "it reaches its cluster in the clear") if {
	some it in strimzi
	it.kind in {"KafkaBridge", "KafkaConnect"}
	not described.disposable
	not it.spec.tls
}

findings contains wrong("KFK-X074", it, sprintf("the load balancer of '%s' lets every address in", [listener.name])) if {
	some it in clusters
	some listener in it.spec.kafka.listeners
	listener.type == "loadbalancer"
	ranges := object.get(listener, ["configuration", "loadBalancerSourceRanges"], [])
	count([range | some range in ranges; not endswith(range, "/0")]) < max([count(ranges), 1])
}

findings contains wrong("KFK-K445", it, sprintf("'%s' is a super user that the description does not name", [user])) if {
	some it in clusters
	some user in it.spec.kafka.authorization.superUsers
	not trim_prefix(user, "User:") in {trim_prefix(named, "User:") | some named in described.super_users}
}

findings contains wrong("KFK-K423", it, "brokers make topics that nobody described") if {
	some it in clusters
	lower(sprintf("%v", [object.get(it.spec.kafka, ["config", "auto.create.topics.enable"], true)])) != "false"
}

findings contains wrong("KFK-K417", it, "records are on disks that go with their pod") if {
	some it in strimzi
	it.kind == "KafkaNodePool"
	"broker" in it.spec.roles
	not described.disposable
	walk(it.spec.storage, [_, volume])
	volume.type == "ephemeral"
}

findings contains wrong("KFK-D001", it, "the disks are deleted with it") if {
	some it in strimzi
	it.kind == "KafkaNodePool"
	not described.disposable
	walk(it.spec.storage, [_, volume])
	volume.deleteClaim == true
}

findings contains wrong("KFK-X050", it, "a Secret holds its values") if {
	some it in objects
	it.kind == "Secret"
	it.apiVersion == "v1"
	count(object.get(it, "data", {})) + count(object.get(it, "stringData", {})) > 0
}

findings contains object.union(wrong("KFK-X050", it, sprintf("'%s' is in clear text", [key])), setting_of(it, key)) if {
	some it in strimzi
	some key, value in it.spec.config
	regex.match(`(^|[._-])(password|passphrase|secret|token)$`, lower(key))
	is_string(value)
	value != ""
	not contains(value, "${")
}

setting_of(it, key) := {"connector": it.metadata.name, "setting": key} if it.kind == "KafkaConnector"

setting_of(it, _) := {} if it.kind != "KafkaConnector"

# Who reaches a bridge acts as its user: somebody must say who does.
findings contains wrong("KFK-B013", it, "whoever is in the cluster reaches it") if {
	some it in objects
	it.kind == "NetworkPolicy"
	it.metadata.labels["app.kubernetes.io/managed-by"] == "kafka-platform-kit"
	"Ingress" in object.get(it.spec, "policyTypes", ["Ingress"])
	some rule in it.spec.ingress
	count(object.get(rule, "from", [])) == 0
}

findings contains wrong("KFK-K433", it, sprintf("'%s' is reached from everywhere in Kubernetes", [listener.name])) if {
	some it in clusters
	not described.disposable
	some listener in it.spec.kafka.listeners
	listener.type == "internal"
	count(object.get(listener, "networkPolicyPeers", [])) == 0
}
