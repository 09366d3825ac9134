# What keeps the audit log: for as long as the environment says, and as it was written.
package kafka_kit.terraform

import data.kafka_kit.described

findings contains kept_less(resource, sprintf("it keeps the audit log for %v days; %v are asked for", [days, described.audit_days])) if {
	some resource in resources
	resource.type == "aws_s3_bucket_object_lock_configuration"
	days := object.get(block(block(resource.values, "rule"), "default_retention"), "days", 0)
	days < described.audit_days
}

findings contains kept_less(resource, sprintf("it keeps the audit log for %v days; %v are asked for", [days, described.audit_days])) if {
	some resource in resources
	resource.type == "azurerm_storage_account"
	days := block(resource.values, "immutability_policy").period_since_creation_in_days
	days < described.audit_days
}

findings contains kept_less(resource, "it writes no audit log") if {
	some resource in resources
	resource.type == "aws_cloudtrail"
	resource.values.enable_logging == false
}

kept_less(resource, problem) := object.union({"code": "KFK-X081", "on": resource.on, "problem": problem}, cluster_here)

# A stack with a cluster has one, and what is beside it is its own.
cluster_here := {"cluster": name} if {
	names := {about(server).cluster | some server in (brokers | namespaces)}
	count(names) == 1
	some name in names
}

cluster_here := {} if count({about(server).cluster | some server in (brokers | namespaces)}) != 1

# What the description itself has there, whatever its profile asks for.
findings contains gone("KFK-X081", server, problem) if {
	some server in brokers
	audit := about(server).audit
	audit.store
	some problem in ((unkept(audit.store.days) | unversioned) | ((ended_before(audit.store.days) | unsent(server)) | unfollowed(audit)))
}

findings contains gone("KFK-X081", server, problem) if {
	some server in namespaces
	audit := about(server).audit
	audit.store
	some problem in (changeable(audit.store.days) | undelivered)
}

gone(code, server, problem) := object.union(wrong(code, server, problem), {
	"profile": described.profiles[0],
	"severity": "error",
})

of_type(type) := {resource | some resource in resources; resource.type == type}

# What is known after the apply only is there.
has(resource, attribute) if object.get(resource.unknown, attribute, false) == true

has(resource, attribute) if not object.get(resource.values, attribute, null) in {null, "", false}

unkept(days) := {sprintf("no bucket is locked that would keep what it records for %v days, as it is described", [days]) |
	count({lock |
		some lock in of_type("aws_s3_bucket_object_lock_configuration")
		block(block(lock.values, "rule"), "default_retention").days >= days
	}) == 0
} | {"no bucket is made that takes locks" |
	count({bucket | some bucket in of_type("aws_s3_bucket"); has(bucket, "object_lock_enabled")}) == 0
}

unversioned := {"no bucket keeps the versions that would be locked" |
	count({versions |
		some versions in of_type("aws_s3_bucket_versioning")
		block(versions.values, "versioning_configuration").status == "Enabled"
	}) == 0
}

ended_before(days) := {sprintf("%s ends what it records after %v days; %v are described", [ends.on, after, days]) |
	some ends in of_type("aws_s3_bucket_lifecycle_configuration")
	some rule in list(ends.values.rule)
	object.get(rule, "status", "Enabled") == "Enabled"
	after := block(rule, "expiration").days
	after > 0
	after < days
}

unsent(server) := {"its brokers write nothing to the bucket that keeps it" |
	logs := block(block(server.values, "logging_info"), "broker_logs")
	not block(logs, "s3").enabled
}

unfollowed(audit) := {"no trail says who administers it" |
	audit.store.trail
	count(of_type("aws_cloudtrail")) == 0
} | {sprintf("%s %s", [trail.on, lacks]) |
	audit.store.trail
	some trail in of_type("aws_cloudtrail")
	some lacks in ((of_one_region(trail) | of_less(trail)) | asleep(trail))
}

of_one_region(trail) := {"follows one region, and who is let in is decided in another" | not trail.values.is_multi_region_trail}

asleep(trail) := {"writes nothing" | trail.values.enable_logging == false}

of_less(trail) := {"does not follow all that is administered" | not follows_all(trail.values)}

# Said nowhere, it follows all of that.
follows_all(trail) if {
	count(list_of(trail, "event_selector")) == 0
	count(list_of(trail, "advanced_event_selector")) == 0
}

follows_all(trail) if {
	some selector in list_of(trail, "event_selector")
	object.get(selector, "include_management_events", true)
	object.get(selector, "read_write_type", "All") == "All"
	count(list_of(selector, "exclude_management_event_sources")) == 0
}

follows_all(trail) if {
	some selector in list_of(trail, "advanced_event_selector")
	[{"field": "eventCategory", "equals": ["Management"]}] == [field |
		some said in list_of(selector, "field_selector")
		field := {key: value | some key, value in said; not value in {null, []}}
	]
}

list_of(parent, key) := [one | some one in list(object.get(parent, key, [])); one != null]

changeable(days) := {sprintf("no account keeps what it records as it was written for %v days, as it is described", [days]) |
	count({account |
		some account in of_type("azurerm_storage_account")
		described.audit_accounts[account.values.name]
		policy := block(account.values, "immutability_policy")
		policy.state in {"Locked", "Unlocked"}
		policy.period_since_creation_in_days >= days
	}) == 0
}

undelivered := {"nothing is sent to the account that keeps it" |
	count({setting | some setting in of_type("azurerm_monitor_diagnostic_setting"); has(setting, "storage_account_id")}) == 0
}
