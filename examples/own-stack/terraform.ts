/** Somebody's own cdktf app: the kit's constructs beside whatever else the stacks hold, without a description. */
import { App, LocalBackend, TerraformOutput, TerraformStack } from 'cdktf';
import { EventHub } from 'kafka-platform-kit/constructs/terraform/event-hubs/event-hub';
import { EventHubsNamespace } from 'kafka-platform-kit/constructs/terraform/event-hubs/namespace';
import { EventHubsProvider } from 'kafka-platform-kit/constructs/terraform/event-hubs/provider';
import { KafkaProvider } from 'kafka-platform-kit/constructs/terraform/kafka/provider';
import { KafkaTopic } from 'kafka-platform-kit/constructs/terraform/kafka/topic';
import { MskCluster } from 'kafka-platform-kit/constructs/terraform/msk/cluster';
import { MskProvider } from 'kafka-platform-kit/constructs/terraform/msk/provider';
import { MskTopic } from 'kafka-platform-kit/constructs/terraform/msk/topic';

const app = new App({ outdir: 'cdktf.out' });

const aws = new TerraformStack(app, 'aws');
new LocalBackend(aws, { path: 'aws.tfstate' });
new MskProvider(aws, 'aws', { region: 'eu-west-1' });
const cluster = new MskCluster(aws, 'events', {
  clusterName: 'events',
  kafkaVersion: '3.9.x.kraft',
  numberOfBrokerNodes: 3,
  instanceType: 'kafka.m7g.large',
  volumeSize: 100,
  vpcId: 'vpc-0a1b2c3d4e5f60718',
  clientSubnets: ['subnet-0a1b2c3d4e5f60711', 'subnet-0a1b2c3d4e5f60712', 'subnet-0a1b2c3d4e5f60713'],
  clientSecurityGroupIds: { applications: 'sg-0a1b2c3d4e5f60711' },
});
new MskTopic(aws, 'clicks', { clusterArn: cluster.arn, name: 'clicks', partitionCount: 6, replicationFactor: 3 });
new TerraformOutput(aws, 'bootstrap', { value: cluster.bootstrapBrokersSaslIam });

const azure = new TerraformStack(app, 'azure');
new LocalBackend(azure, { path: 'azure.tfstate' });
new EventHubsProvider(azure, 'azurerm');
const namespace = new EventHubsNamespace(azure, 'events', {
  name: 'example-events',
  location: 'westeurope',
  resourceGroupName: 'example-events',
});
new EventHub(azure, 'clicks', { name: 'clicks', namespaceId: namespace.namespaceId, partitionCount: 6 });

const own = new TerraformStack(app, 'own');
new LocalBackend(own, { path: 'own.tfstate' });
new KafkaProvider(own, 'kafka', { bootstrapServers: 'kafka.example.com:9093' });
new KafkaTopic(own, 'clicks', { name: 'clicks', partitions: 6, replicationFactor: 3 });

app.synth();
