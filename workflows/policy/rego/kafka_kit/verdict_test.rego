package kafka_kit.verdict_test

import data.kafka_kit.verdict

# What every test has; each says what differs.
described := {
	"profile": "production",
	"profiles": ["baseline", "production", "regulated"],
	"disposable": false,
	"today": "2026-11-21",
	"rules": {
		"KFK-T008": {"severity": "error", "profile": "production", "waivable": true},
		"KFK-T012": {"severity": "error", "profile": "baseline", "waivable": false},
		"KFK-K335": {"severity": "warning", "profile": "baseline", "waivable": true},
	},
	"waivers": [],
	"approvals": [],
	"bounds": {"in_sync": 2, "default_retention_ms": 604800000},
	"handling": {},
	"topics": {"orders": {"classification": "internal", "replicas": 3}},
	"unknown_topic": {"classification": "internal", "unclassified": true, "replicas": 3},
	"servers": {},
	"unknown_server": {"sensitive": false, "own_key": false},
	"audit_days": 0,
	"allowed": {},
	"denied": {},
	"principals": {},
	"iam_actions": {},
	"data_roles": {},
	"schema_roles": [],
	"brokers": "^$",
	"super_users": [],
	"data_bearing": [],
	"tags": [],
}

topic(replicas) := {"resource": {"kafka_topic": {"orders": {
	"name": "orders",
	"replication_factor": replicas,
	"config": {"min.insync.replicas": "2"},
	"lifecycle": {"prevent_destroy": true},
}}}}

# Each change takes the place of what was there.
said(judged, changes) := denied if {
	tables := object.union(object.remove(described, object.keys(changes)), changes)
	denied := verdict.deny with input as judged with data.kafka_kit.described as tables
}

two_replicas := "KFK-T008 kafka_topic.orders: 2 replicas are fewer than 3 (profile production); a waiver in the description may set it aside"

waiver := {"code": "KFK-T008", "of": {"topic": "orders"}, "expires": "2026-11-21"}

test_what_the_profile_asks_for_is_denied if said(topic(2), {}) == {two_replicas}

test_what_is_enough_is_not if said(topic(3), {}) == set()

test_what_a_milder_profile_does_not_ask_for_is_not if said(topic(2), {"profile": "baseline"}) == set()

test_a_stricter_profile_asks_for_it_too if said(topic(2), {"profile": "regulated"}) == {two_replicas}

test_a_waiver_holds_on_its_last_day if said(topic(2), {"waivers": [waiver]}) == set()

test_a_waiver_that_has_expired_holds_nothing if {
	said(topic(2), {"waivers": [object.union(waiver, {"expires": "2026-11-20"})]}) == {two_replicas}
}

test_a_waiver_of_another_topic_holds_nothing if {
	said(topic(2), {"waivers": [object.union(waiver, {"of": {"topic": "others"}})]}) == {two_replicas}
}

test_a_waiver_of_nothing_that_can_be_told_holds_nothing if {
	said(topic(2), {"waivers": [object.union(object.remove(waiver, ["of"]), {"of": {}})]}) == {two_replicas}
	said(topic(2), {"waivers": [object.remove(waiver, ["of"])]}) == {two_replicas}
}

test_a_waiver_of_a_topic_and_something_more_needs_both if {
	said(topic(2), {"waivers": [object.union(waiver, {"of": {"connector": "x"}})]}) == {two_replicas}
	said(topic(2), {"waivers": [object.union(waiver, {"of": {"cluster": "main"}})]}) == {two_replicas}
}

test_a_waiver_of_another_code_holds_nothing if {
	said(topic(2), {"waivers": [object.union(waiver, {"code": "KFK-T010"})]}) == {two_replicas}
}

test_without_tables_nothing_passes if {
	some message in verdict.deny with input as topic(3) with data.kafka_kit.described as {}
	contains(message, "tables are not loaded")
}

test_today_is_the_day_of_the_clock_where_nobody_says if {
	verdict.today == "1970-01-02" with time.now_ns as 86400000000001 with data.kafka_kit.described as {}
}

test_a_warning_is_no_denial if {
	brokers := {"resource": {"aws_msk_cluster": {"main": {
		"cluster_name": "main",
		"logging_info": {"broker_logs": {}},
		"lifecycle": {"prevent_destroy": true},
	}}}}
	warned := verdict.warn with input as brokers with data.kafka_kit.described as described
	count(warned) == 1
	said(brokers, {}) == set()
}
