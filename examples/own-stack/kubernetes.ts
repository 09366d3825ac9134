/** Somebody's own cdk8s chart: a cluster, a topic and a user by Strimzi, without a description. */
import { App, Chart } from 'cdk8s';
import { StrimziKafka } from 'kafka-platform-kit/constructs/kubernetes/strimzi/kafka';
import { StrimziTopic } from 'kafka-platform-kit/constructs/kubernetes/strimzi/topic';
import { StrimziUser } from 'kafka-platform-kit/constructs/kubernetes/strimzi/user';

const app = new App({ outdir: 'manifests' });
const chart = new Chart(app, 'events', { namespace: 'kafka', disableResourceNameHashes: true });

new StrimziKafka(chart, 'kafka', {
  metadata: { name: 'events' },
  version: '4.3.1',
  pools: {
    controller: { roles: ['controller'], replicas: 3, volumes: [{ id: 0, size: '20Gi', metadata: true }] },
    broker: { roles: ['broker'], replicas: 3, volumes: [{ id: 0, size: '100Gi', metadata: true }] },
  },
  listeners: [{ name: 'scram', port: 9093, authentication: 'scram-sha-512' }],
});
new StrimziTopic(chart, 'clicks', { metadata: { name: 'clicks' }, cluster: 'events', partitions: 6, replicas: 3 });
new StrimziUser(chart, 'clicker', {
  metadata: { name: 'clicker' },
  cluster: 'events',
  authentication: 'scram-sha-512',
  acls: [{ type: 'allow', resource: { type: 'topic', name: 'clicks' }, operations: ['Write'], host: '*' }],
});

app.synth();
