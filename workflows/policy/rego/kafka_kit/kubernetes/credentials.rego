# Whose credential comes to whom: whoever reads another one, or has one made in another's name, is somebody else.
package kafka_kit.kubernetes

import data.kafka_kit.described

findings contains {"code": "KFK-X077", "on": on(it), "problem": sprintf("it reads '%s', and nothing that is described asks for it", [name])} if {
	some it in objects
	judged(it)
	some name in reads(it)
	not name in asked_to_read(it)
}

findings contains {"code": "KFK-X077", "on": on(it), "problem": sprintf("it becomes the Secret '%s', which is another one's", [it.spec.target.name])} if {
	some it in objects
	judged(it)
	it.spec.target.name != it.metadata.name
}

findings contains {"code": "KFK-X077", "on": on(it), "problem": sprintf("it has '%s' signed by %s of %s, and nothing that is described asks for it", [issued.user, issued.path, issued.server])} if {
	some it in objects
	it.kind == "VaultDynamicSecret"
	judged(it)
	issued := {
		"user": object.get(it.spec, ["parameters", "common_name"], "whoever is asked for"),
		"server": it.spec.provider.server,
		"path": it.spec.path,
		"namespace": object.get(it.spec.provider, "namespace", ""),
	}
	object.get(described.credentials.issued, sprintf("%s/%s", [namespace_of(it), it.metadata.name]), {}) != issued
}

asked_to_read(it) := object.get(described.credentials.reads, id(it), [])

id(it) := sprintf("%s/%s/%s", [it.kind, namespace_of(it), it.metadata.name])

namespace_of(it) := object.get(it.metadata, "namespace", "")

# What the kit wrote, what it wrote once, and what reads by one of its stores.
judged(it) if described.credentials.reads[id(it)]

judged(it) if {
	it.kind in {"ExternalSecret", "KafkaAccess", "KafkaUser", "PushSecret", "VaultDynamicSecret"}
	it.metadata.labels["app.kubernetes.io/managed-by"] == "kafka-platform-kit"
}

judged(it) if {
	it.kind == "ExternalSecret"
	some row, _ in described.credentials.reads
	startswith(row, "Role/")
	endswith(row, sprintf("/%s", [it.spec.secretStoreRef.name]))
}

reads(it) := ((named | whole) | generated) | found if {
	it.kind == "ExternalSecret"
	named := {sprintf("%s/%s", [store(it, one), one.remoteRef.key]) | some one in it.spec.data}
	whole := {sprintf("%s/%s", [store(it, one), one.extract.key]) | some one in it.spec.dataFrom}
	generated := {sprintf("%s/%s", [by.kind, by.name]) |
		some one in array.concat(object.get(it.spec, "data", []), object.get(it.spec, "dataFrom", []))
		by := one.sourceRef.generatorRef
	}
	found := {sprintf("%s/*", [store(it, one)]) | some one in it.spec.dataFrom; one.find}
}

reads(it) := {sprintf("%s/%s", [store.name, one.match.remoteRef.remoteKey]) |
	some one in it.spec.data
	some store in it.spec.secretStoreRefs
} if {
	it.kind == "PushSecret"
}

reads(it) := {it.spec.user.name} if it.kind == "KafkaAccess"

reads(it) := {it.spec.authentication.password.valueFrom.secretKeyRef.name} if it.kind == "KafkaUser"

reads(it) := {secret |
	some rule in it.rules
	some secret in object.get(rule, "resourceNames", ["*"])
} if {
	it.kind == "Role"
}

reads(it) := {sprintf("%s/%s/%s", [subject.kind, object.get(subject, "namespace", ""), subject.name]) |
	some subject in it.subjects
} if {
	it.kind == "RoleBinding"
}

# One value may come from another store than the others.
store(_, one) := one.sourceRef.storeRef.name

store(it, one) := object.get(it.spec, ["secretStoreRef", "name"], "") if not one.sourceRef.storeRef
