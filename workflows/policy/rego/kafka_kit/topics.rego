# Topics, wherever they are said: each has a name, Kafka's configuration, and replicas where they are its own to say.
package kafka_kit.topics

import data.kafka_kit.described
import data.kafka_kit.kubernetes
import data.kafka_kit.terraform

all := terraform.topics | kubernetes.topics

# What the description says of it; of what it does not know nothing but the mildest class is believed.
about(topic) := object.get(described.topics, topic.name, object.union(described.unknown_topic, {"name": topic.name}))

handling(topic) := described.handling[described.profile][about(topic).classification]

findings contains finding if {
	some topic in all
	not about(topic).removed
	some problem in problems(topic)
	finding := object.union(problem, {"on": topic.on, "topic": topic.name})
}

problems(topic) := ((replicas(topic) | in_sync(topic)) | (unclean(topic) | unknown(topic))) | (kept(topic) | compacted(topic))

replicas(topic) := {{
	"code": "KFK-T008",
	"problem": sprintf("%d replicas are fewer than %d", [topic.replicas, least]),
} |
	least := about(topic).replicas
	topic.replicas < least
}

in_sync(topic) := {{
	"code": "KFK-T010",
	"problem": sprintf("a record counts when %d replicas have it, fewer than %d", [has, least]),
} |
	has := to_number(topic.config["min.insync.replicas"])
	least := min([described.bounds.in_sync, topic.replicas - 1])
	has < least
}

unclean(topic) := {{
	"code": "KFK-T016",
	"problem": "a replica that is behind may become leader",
} |
	lower(sprintf("%v", [topic.config["unclean.leader.election.enable"]])) == "true"
}

unknown(topic) := {{
	"code": "KFK-X060",
	"problem": "nobody says how its records are classified",
} |
	object.get(about(topic), "unclassified", false)
}

kept(topic) := {finding |
	not compacted_only(topic)
	some finding in (endless(topic) | too_long(topic))
}

endless(topic) := {{
	"code": "KFK-T012",
	"problem": "personal data with unlimited retention",
} |
	about(topic).classification == "personal"
	retention(topic) < 0
}

too_long(topic) := {{
	"code": "KFK-X061",
	"profile": asking,
	"problem": sprintf(
		"%s data is kept %v ms, longer than %v ms",
		[about(topic).classification, retention(topic), longest],
	),
} |
	longest := handling(topic).retention_ms
	longest >= 0
	count(endless(topic)) == 0
	beyond(retention(topic), longest)
	asking := first_asking(longest_exceeded(topic))
}

# The profiles, up to one's own, whose bound is exceeded; the mildest asked first.
longest_exceeded(topic) := {profile |
	some profile, by in described.handling
	bound := by[about(topic).classification].retention_ms
	bound >= 0
	beyond(retention(topic), bound)
}

first_asking(asking) := [profile | some profile in described.profiles; profile in asking][0]

beyond(kept_for, bound) if kept_for > bound

beyond(kept_for, bound) if {
	kept_for < 0
	bound >= 0
}

retention(topic) := to_number(object.get(topic.config, "retention.ms", described.bounds.default_retention_ms))

compacted_only(topic) if lower(topic.config["cleanup.policy"]) == "compact"

compacted(topic) := {finding |
	compacted_only(topic)
	object.get(about(topic), "role", "records") == "records"
	handling(topic).erasure
	some finding in (not_erasable(topic) | too_late(topic))
}

not_erasable(topic) := {{
	"code": "KFK-X062",
	"problem": "nobody says how a person's records leave it",
} |
	not about(topic).erasure
}

too_late(topic) := {{
	"code": "KFK-X063",
	"problem": "what a tombstone deletes may stay longer than its classification allows",
} |
	not about(topic).stored_by_vendor
	longest := handling(topic).retention_ms
	longest >= 0
	lag := to_number(object.get(topic.config, "max.compaction.lag.ms", longest + 1))
	lag > longest
}
