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

kept_less(resource, problem) := {"code": "KFK-X081", "on": resource.on, "problem": problem}
