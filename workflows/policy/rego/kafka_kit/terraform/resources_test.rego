package kafka_kit.terraform_test

import data.kafka_kit.terraform

described := {
	"disposable": false,
	"data_bearing": ["kafka_topic"],
	"approvals": [{"code": "KFK-D001", "address": "kafka_topic.approved", "expires": "2026-12-31"}],
	"today": "2026-11-21",
	"residency": ["eu-west-1"],
	"servers": {"main": {"cluster": "main", "sensitive": true, "own_key": true}},
	"unknown_server": {"sensitive": true, "own_key": true},
	"tags": [],
}

found(input_) := {finding.code |
	some finding in terraform.findings with input as input_ with data.kafka_kit.described as described
}

brokers(region, unknown) := {
	"planned_values": {"root_module": {"child_modules": [{"resources": [{
		"mode": "managed",
		"type": "aws_msk_cluster",
		"address": "module.kafka.aws_msk_cluster.main",
		"values": {
			"cluster_name": "main",
			"encryption_info": [{"encryption_in_transit": [{"client_broker": "TLS", "in_cluster": true}]}],
			"logging_info": [{"broker_logs": [{"s3": [{"enabled": true}]}]}],
		},
	}]}]}},
	"resource_changes": [{
		"address": "module.kafka.aws_msk_cluster.main",
		"type": "aws_msk_cluster",
		"change": {"actions": ["create"], "after_unknown": unknown},
	}],
	"configuration": {"provider_config": {"aws": {"expressions": {"region": {"constant_value": region}}}}},
}

known_later := {"encryption_info": [{"encryption_at_rest_kms_key_arn": true}]}

test_blocks_of_a_plan_are_lists_of_one_and_modules_are_looked_into if {
	found(brokers("eu-west-1", known_later)) == set()
}

test_a_key_that_is_known_after_the_apply_is_a_key if {
	not "KFK-X073" in found(brokers("eu-west-1", known_later))
	"KFK-X073" in found(brokers("eu-west-1", {}))
}

test_the_region_is_that_of_the_provider if {
	found(brokers("us-east-1", known_later)) == {"KFK-X068"}
}

change(name, actions) := {"resource_changes": [{
	"address": sprintf("kafka_topic.%s", [name]),
	"type": "kafka_topic",
	"change": {"actions": actions, "after_unknown": {}},
}]}

test_a_topic_that_is_deleted_needs_an_approval if {
	found(change("orders", ["delete"])) == {"KFK-D001"}
	found(change("approved", ["delete"])) == set()
}

test_an_approval_of_deleting_is_none_of_making_anew if {
	found(change("approved", ["create", "delete"])) == {"KFK-D002"}
}

test_a_statement_that_is_no_list_is_read if {
	policy := {"resource": {"aws_iam_policy": {"x": {"policy": json.marshal({"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}})}}}}
	found(policy) == {"KFK-X077"}
}

test_a_reference_is_no_secret if {
	found({"provider": {"kafka": [{"sasl_password": "${var.password}"}]}}) == set()
	found({"provider": {"kafka": [{"sasl_password": "secret"}]}}) == {"KFK-X050"}
}
