package kafka_kit.terraform

topics contains topic if {
	some resource in resources
	resource.type == "kafka_topic"
	topic := {
		"on": resource.on,
		"name": resource.values.name,
		"replicas": resource.values.replication_factor,
		"config": block(resource.values, "config"),
	}
}

topics contains topic if {
	some resource in resources
	resource.type == "aws_msk_topic"
	topic := {
		"on": resource.on,
		"name": resource.values.name,
		"replicas": resource.values.replication_factor,
		"config": json.unmarshal(object.get(resource.values, "configs", "{}")),
	}
}

# Event Hubs decides how often it stores a record, and counts in hours.
topics contains topic if {
	some resource in resources
	resource.type == "azurerm_eventhub"
	description := block(resource.values, "retention_description")
	topic := {
		"on": resource.on,
		"name": resource.values.name,
		"config": {
			"cleanup.policy": lower(description.cleanup_policy),
			"retention.ms": sprintf("%d", [object.get(description, "retention_time_in_hours", 0) * 3600000]),
		},
	}
}
