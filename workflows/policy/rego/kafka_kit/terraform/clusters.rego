package kafka_kit.terraform

import data.kafka_kit.described

namespaces contains resource if {
	some resource in resources
	resource.type == "azurerm_eventhub_namespace"
}

brokers contains resource if {
	some resource in resources
	resource.type == "aws_msk_cluster"
}

# By the vendor's name of it; of one that the tables do not know, everything is asked.
about(resource) := object.get(described.servers, server(resource), described.unknown_server)

server(resource) := resource.values.name if resource.type == "azurerm_eventhub_namespace"

server(resource) := resource.values.cluster_name if resource.type == "aws_msk_cluster"

wrong(code, resource, problem) := {
	"code": code,
	"on": resource.on,
	"cluster": object.get(about(resource), "cluster", ""),
	"problem": problem,
}

findings contains wrong(code, resource, "the internet reaches it") if {
	some resource in namespaces
	object.get(resource.values, "public_network_access_enabled", true)
	some code in exposed("KFK-K217")
}

findings contains wrong(code, resource, "the internet reaches its brokers") if {
	some resource in brokers
	access := block(block(block(resource.values, "broker_node_group_info"), "connectivity_info"), "public_access")
	access.type != "DISABLED"
	some code in exposed("KFK-K337")
}

# What only a disposable environment may, and a regulated one never.
exposed(code) := {code, "KFK-X074"} if not described.disposable

exposed(_) := {"KFK-X074"} if described.disposable

findings contains wrong("KFK-X075", resource, "shared access keys open it") if {
	some resource in namespaces
	object.get(resource.values, "local_authentication_enabled", true)
}

findings contains wrong("KFK-X079", resource, "it takes TLS that is older than 1.2") if {
	some resource in namespaces
	object.get(resource.values, "minimum_tls_version", "1.2") in {"1.0", "1.1"}
}

findings contains wrong("KFK-X079", resource, "clients may connect in the clear") if {
	some resource in brokers
	transit := block(block(resource.values, "encryption_info"), "encryption_in_transit")
	object.get(transit, "client_broker", "TLS") != "TLS"
}

findings contains wrong("KFK-X079", resource, "brokers talk to each other in the clear") if {
	some resource in brokers
	transit := block(block(resource.values, "encryption_info"), "encryption_in_transit")
	not object.get(transit, "in_cluster", true)
}

findings contains wrong("KFK-X079", resource, "it lets clients in that do not say who they are") if {
	some resource in brokers
	block(resource.values, "client_authentication").unauthenticated
}

findings contains wrong("KFK-X073", resource, "a key of the vendor's encrypts it") if {
	some resource in namespaces
	about(resource).own_key
	not has_key(resource)
}

findings contains wrong("KFK-X073", resource, "a key of the vendor's encrypts it") if {
	some resource in brokers
	about(resource).own_key
	encryption := block(resource.values, "encryption_info")
	later := block(resource.unknown, "encryption_info")
	not encryption.encryption_at_rest_kms_key_arn
	not later.encryption_at_rest_kms_key_arn
}

# A stack has one namespace: a key beside it is its own.
has_key(_) if {
	some resource in resources
	resource.type == "azurerm_eventhub_namespace_customer_managed_key"
}

findings contains wrong("KFK-X068", resource, sprintf("sensitive records would be in '%s'", [resource.values.location])) if {
	some resource in namespaces
	about(resource).sensitive
	not lower(resource.values.location) in {lower(region) | some region in described.residency}
}

findings contains wrong("KFK-X068", resource, sprintf("sensitive records would be in '%s'", [region])) if {
	some resource in brokers
	about(resource).sensitive
	some region in provider_regions
	not lower(region) in {lower(allowed) | some allowed in described.residency}
}

provider_regions contains region if region := input.configuration.provider_config.aws.expressions.region.constant_value

provider_regions contains region if {
	some provider in list(input.provider.aws)
	region := provider.region
}

findings contains finding if {
	some resource in resources
	resource.type == "azurerm_eventhub"
	block(resource.values, "capture_description").enabled
	name := resource.values.name
	classification := object.get(described.topics, name, described.unknown_topic).classification
	some profile in described.profiles
	not described.handling[described.profile][classification].copies
	not described.handling[profile][classification].copies
	finding := {
		"code": "KFK-X072",
		"profile": profile,
		"on": resource.on,
		"topic": name,
		"problem": sprintf("%s data is captured, where its retention does not end it", [classification]),
	}
}

findings contains wrong("KFK-K218", resource, "its logs are kept nowhere") if {
	some resource in namespaces
	count([setting | some setting in resources; setting.type == "azurerm_monitor_diagnostic_setting"]) == 0
}

findings contains wrong("KFK-K335", resource, "its brokers' logs go nowhere") if {
	some resource in brokers
	logs := block(block(resource.values, "logging_info"), "broker_logs")
	count([kind | some kind in ["cloudwatch_logs", "firehose", "s3"]; block(logs, kind).enabled]) == 0
}

findings contains wrong("KFK-E022", resource, sprintf("it has no tag '%s'", [tag])) if {
	some resource in namespaces
	some tag in described.tags
	tags := object.get(resource.values, "tags", {})
	not tags[tag]
}

properties(resource) := {key: value |
	some line in split(resource.values.server_properties, "\n")
	[key, value] := split(line, "=")
}

findings contains finding if {
	some resource in resources
	resource.type == "aws_msk_configuration"
	some key, wanted in {"auto.create.topics.enable": "false", "allow.everyone.if.no.acl.found": "false"}
	object.get(properties(resource), key, "true") != wanted
	not is_being_closed(resource, key)
	finding := {"code": "KFK-K304", "on": resource.on, "problem": sprintf("%s is not %s", [key, wanted])}
}

# A cluster that was open before it was described stays so until its description says otherwise.
is_being_closed(configuration, "allow.everyone.if.no.acl.found") if {
	some server in described.servers
	server.open
	configuration.on == sprintf("aws_msk_configuration.%s", [server.cluster])
}
