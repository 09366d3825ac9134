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

concerns(it, key, _, name) if {
	prefix := regex.find_n(`^logger\.[^.]+\.`, key, 1)[0]
	loggers(it)[sprintf("%sname", [prefix])] == name
}

loggers(it) := object.get(it.spec.kafka, ["logging", "loggers"], {})

value(it, key) := object.get(loggers(it), key, "missing")

# Asked for by the description itself, whatever its profile asks for.
silent(it, problem) := object.union(wrong("KFK-X080", it, problem), {"profile": described.profiles[0]})
