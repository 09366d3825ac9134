import { ApiObject } from 'cdk8s';
import { kubernetesApp } from '../../charts/kubernetes-app';
import type { Resolved } from '../../model/resolved';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';

const described = (changes: Readonly<Record<string, unknown>> = {}): Resolved =>
  resolve(
    changed<Description>(small, {
      kubernetes: { prometheusNamespace: 'observability' },
      'clusters.main': { backend: 'strimzi' },
      'bridges.web': { owner: 'orders', produces: { 'orders.created': {} }, clients: ['shop', 'office'] },
      'schemaRegistries.schemas': { owner: 'orders', clients: ['shop'] },
      ...changes,
    }),
  );

// biome-ignore lint/suspicious/noExplicitAny: what kubectl would read
const objectsOf = (resolved: Resolved): any[] =>
  kubernetesApp(resolved, { folder: 'unused' })
    .node.findAll()
    .filter(ApiObject.isApiObject)
    .map((object) => object.toJson());
const found = (resolved: Resolved, kind: string, name: string) =>
  objectsOf(resolved).find((object) => object.kind === kind && object.metadata.name === name);
const namespacesIn = (resolved: Resolved, name: string) =>
  found(resolved, 'NetworkPolicy', name).spec.ingress.map(
    // biome-ignore lint/suspicious/noExplicitAny: what kubectl would read
    ({ from, ports }: any) => [
      ports[0].port,
      // biome-ignore lint/suspicious/noExplicitAny: what kubectl would read
      from.map((peer: any) => peer.namespaceSelector.matchLabels['kubernetes.io/metadata.name']),
    ],
  );

test('exactly the namespaces of its clients reach a bridge, and Prometheus what it tells of itself', () => {
  expect(namespacesIn(described(), 'web-bridge')).toEqual([
    [8080, ['shop', 'office']],
    [8081, ['observability']],
  ]);
});

test('exactly the namespaces of its clients reach a registry, and Prometheus what it tells of itself', () => {
  expect(namespacesIn(described(), 'schemas')).toEqual([
    ['http', ['shop']],
    ['management', ['observability']],
  ]);
});

test('a bridge can do what its flows say and no more: what is not produced through it has no producer', () => {
  const through = (bridge: object) => {
    const { producer, consumer } = found(
      described({ 'bridges.web': { owner: 'orders', ...bridge } }),
      'KafkaBridge',
      'web',
    ).spec;
    return [producer.enabled, consumer.enabled, consumer.config['isolation.level']];
  };
  expect(through({ produces: { 'orders.created': {} } })).toEqual([true, false, undefined]);
  expect(through({ consumes: { 'orders.created': {} } })).toEqual([false, true, 'read_uncommitted']);
  expect(through({ consumes: { 'orders.created': { isolation: 'read_committed' } } })).toEqual([
    false,
    true,
    'read_committed',
  ]);
});

test('both get the memory that is said of them, and are held to it', () => {
  const memoryOf = (more: Readonly<Record<string, unknown>>) => {
    const objects = described(more);
    return [
      found(objects, 'KafkaBridge', 'web').spec.resources,
      found(objects, 'Deployment', 'schemas').spec.template.spec.containers[0].resources,
    ].map(({ requests, limits }) => [requests.memory, limits.memory]);
  };
  expect(memoryOf({})).toEqual([
    ['512Mi', '512Mi'],
    ['1Gi', '1Gi'],
  ]);
  expect(memoryOf({ 'bridges.web.memory': '1GiB', 'schemaRegistries.schemas.memory': '3GiB' })).toEqual([
    ['1Gi', '1Gi'],
    ['3Gi', '3Gi'],
  ]);
});

test('both read the credential of the user that has their name, beside the cluster', () => {
  const objects = described();
  expect(found(objects, 'KafkaBridge', 'web').spec.authentication).toEqual({
    type: 'scram-sha-512',
    username: 'web',
    passwordSecret: { secretName: 'web', password: 'password' },
  });
  expect(found(objects, 'KafkaUser', 'web').metadata.namespace).toBe('kafka');
  const { env } = found(objects, 'Deployment', 'schemas').spec.template.spec.containers[0];
  expect(env.find(({ name }: { name: string }) => name === 'KAFKA_PASSWORD').valueFrom.secretKeyRef.name).toBe(
    'schemas',
  );
  expect(found(objects, 'KafkaUser', 'schemas').metadata.namespace).toBe('kafka');
});

test('with certificates as with passwords', () => {
  const mutual = described({ 'clusters.main.authentication': ['mtls'] });
  expect(found(mutual, 'KafkaBridge', 'web').spec.authentication.type).toBe('tls');
  const { env } = found(mutual, 'Deployment', 'schemas').spec.template.spec.containers[0];
  expect(env.find(({ name }: { name: string }) => name.endsWith('KEYSTORE_KEY')).valueFrom.secretKeyRef.key).toBe(
    'user.key',
  );
});

test('with an issuer each speaks HTTPS by a certificate that cert-manager makes for its address, and without by none', () => {
  const secured = described({ 'bridges.web.issuer': 'company', 'schemaRegistries.schemas.issuer': 'company' });
  const issuerRef = { group: 'cert-manager.io', kind: 'ClusterIssuer', name: 'company' };
  expect(found(secured, 'Certificate', 'web-tls').spec).toMatchObject({
    secretName: 'web-tls',
    dnsNames: ['web-bridge-service.kafka.svc', 'web-bridge-service.kafka.svc.cluster.local'],
    issuerRef,
  });
  expect(found(secured, 'Certificate', 'schemas-tls').spec).toMatchObject({ secretName: 'schemas-tls', issuerRef });
  expect(found(secured, 'KafkaBridge', 'web').spec.http).toEqual({
    port: 8443,
    tls: { certificateAndKey: { secretName: 'web-tls', certificate: 'tls.crt', key: 'tls.key' } },
  });
  expect(objectsOf(described()).filter(({ kind }) => kind === 'Certificate')).toEqual([]);
});

test('neither brings a Secret or the connection of an application', () => {
  const kinds = objectsOf(described()).map(({ kind, metadata }) => `${kind}/${metadata.name}`);
  expect(kinds.filter((one) => one.startsWith('Secret/'))).toEqual([]);
  expect(kinds).not.toContain('ExternalSecret/web-kafka');
  expect(kinds).not.toContain('ExternalSecret/schemas-kafka');
});
