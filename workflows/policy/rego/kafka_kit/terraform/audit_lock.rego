# Whether what keeps the audit log could be deleted before its time, by whoever may change the lock.
package kafka_kit.terraform

import data.kafka_kit.described

findings contains unlocked("KFK-X085", resource, sprintf("its lock is %v, which whoever has the right sets aside", [mode])) if {
	some resource in resources
	resource.type == "aws_s3_bucket_object_lock_configuration"
	mode := object.get(block(block(resource.values, "rule"), "default_retention"), "mode", "none")
	mode != "COMPLIANCE"
}

# Azure locks an account only once it is there.
findings contains unlocked(code, resource, sprintf("its policy is %v, so whoever may change it shortens it", [state])) if {
	some resource in resources
	resource.type == "azurerm_storage_account"
	account := described.audit_accounts[resource.values.name]
	state := block(resource.values, "immutability_policy").state
	state == "Unlocked"
	code := {true: "KFK-X085", false: "KFK-X086"}[account.made]
}

unlocked(code, resource, problem) := object.union({"code": code, "on": resource.on, "problem": problem}, cluster_here) if not described.disposable
