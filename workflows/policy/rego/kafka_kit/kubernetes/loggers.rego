# What brokers write of who did what: the loggers that the description asks for, and nothing that silences them.
package kafka_kit.kubernetes

import data.kafka_kit.described

findings contains silent(it, sprintf("'%s' is %v, where the description asks for %v", [key, value(it, key), wanted])) if {
	some it in clusters
	some key, wanted in described.loggers[it.metadata.name]
	value(it, key) != wanted
}

# A filter, a level or an appender more, of the same loggers under their names or under another one.
findings contains silent(it, sprintf("'%s' is %v, and the description says nothing of it", [key, said])) if {
	some it in clusters
	asked := described.loggers[it.metadata.name]
	some key, said in loggers(it)
	not asked[key]
	some wanted, name in asked
	endswith(wanted, ".name")
	concerns(it, key, trim_suffix(wanted, "name"), name)
}

concerns(_, key, prefix, _) if startswith(key, prefix)

# Filters of all, and what appenders do, are every logger's.
concerns(_, key, _, _) if not startswith(key, "logger.")

concerns(it, key, _, name) if {
	prefix := regex.find_n(`^logger\.[^.]+\.`, key, 1)[0]
	loggers(it)[sprintf("%sname", [prefix])] == name
}

# What Java or the container is told beside them comes first.
findings contains silent(it, sprintf("'%s' says where Log4j finds its settings, or what they are, and the description says nothing of it", [name])) if {
	some it in clusters
	described.loggers[it.metadata.name]
	some name in told_beside(it)
}

told_beside(it) := {name |
	some property in object.get(it.spec.kafka, ["jvmOptions", "javaSystemProperties"], [])
	name := property.name
	contains(lower(name), "log4j")
} | {name |
	some variable in object.get(it.spec.kafka, ["template", "kafkaContainer", "env"], [])
	name := variable.name
	contains(lower(sprintf("%s=%v", [name, object.get(variable, "value", "log4j")])), "log4j")
}

# Of a cluster that is described nowhere everything is asked.
findings contains wrong("KFK-X080", it, sprintf("it is described nowhere, and '%s' has no logger: nobody knows who does what there", [wanted])) if {
	some it in clusters
	not it.metadata.name in {server.cluster | some server in described.servers}
	not described.disposable
	some wanted in described.unknown_loggers
	not wanted in {said | some key, said in loggers(it); endswith(key, ".name")}
}

loggers(it) := object.get(it.spec.kafka, ["logging", "loggers"], {})

value(it, key) := object.get(loggers(it), key, "missing")

# Asked for by the description itself, whatever its profile asks for.
silent(it, problem) := object.union(wrong("KFK-X080", it, problem), {"profile": described.profiles[0]})
