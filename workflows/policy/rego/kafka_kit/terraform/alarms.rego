# Who is told of what a cluster refuses, and the log that says who it was: what the description has is there.
package kafka_kit.terraform

findings contains gone("KFK-X080", server, problem) if {
	some server in brokers
	about(server).audit.alarms
	some metric in ["DeniedOperations", "FailedLogins"]
	some problem in (uncounted(metric) | untold(metric))
}

uncounted(metric) := {sprintf("nothing counts %s", [metric]) |
	count({filter |
		some filter in of_type("aws_cloudwatch_log_metric_filter")
		block(filter.values, "metric_transformation").name == metric
	}) == 0
}

untold(metric) := {sprintf("nobody is told of %s", [metric]) |
	count({alarm |
		some alarm in of_type("aws_cloudwatch_metric_alarm")
		alarm.values.metric_name == metric
		object.get(alarm.values, "actions_enabled", true)
		tells(alarm, "alarm_actions")
	}) == 0
}

tells(alarm, attribute) if object.get(alarm.unknown, attribute, false) == true

tells(alarm, attribute) if count(list_of(alarm.values, attribute)) > 0

findings contains gone("KFK-X080", server, "no log says who did what") if {
	some server in namespaces
	about(server).audit.accesses
	count({setting |
		some setting in of_type("azurerm_monitor_diagnostic_setting")
		some log in list_of(setting.values, "enabled_log")
		some said in [object.get(log, "category", ""), object.get(log, "category_group", "")]
		said in {"RuntimeAuditLogs", "audit", "allLogs"}
	}) == 0
}

findings contains gone("KFK-X080", server, sprintf("nobody is told of %s", [what])) if {
	some server in namespaces
	about(server).audit.alarms
	some what in alarmed_of
	count({alarm |
		some alarm in (of_type("azurerm_monitor_scheduled_query_rules_alert_v2") | of_type("azurerm_monitor_metric_alert"))
		endswith(alarm.values.name, sprintf("-%s", [what]))
		object.get(alarm.values, "enabled", true)
		tells(alarm, "action")
	}) == 0
}

# By the log of who failed there are two, which somebody may have taken out; else there is one of errors.
alarmed_of := {"UserErrors"} if {
	some alarm in of_type("azurerm_monitor_metric_alert")
	endswith(alarm.values.name, "-UserErrors")
}

else := {"DeniedOperations", "FailedLogins"}
