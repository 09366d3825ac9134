import {
  SchemaRegistry,
  type SchemaRegistryProps,
} from '../../../../constructs/kubernetes/schema-registry/schema-registry';
import { manifestsOf } from '../../../support/chart';

const least: SchemaRegistryProps = {
  name: 'schemas',
  namespace: 'kafka',
  kafka: {
    bootstrapServers: 'main-kafka-bootstrap.kafka.svc:9093',
    authentication: {
      type: 'scram-sha-512',
      username: 'schemas',
      passwordSecret: { secretName: 'schemas', password: 'password' },
    },
  },
  topics: { journal: 'schemas.journal', snapshots: 'schemas.snapshots', events: 'schemas.events' },
  groupPrefix: 'schemas.',
  clients: ['applications'],
};

// biome-ignore lint/suspicious/noExplicitAny: what kubectl would read
const made = (props: Partial<SchemaRegistryProps> = {}): Record<string, any> =>
  Object.fromEntries(
    manifestsOf((chart) => {
      new SchemaRegistry(chart, 'registry', { ...least, ...props });
    }).map((object) => [object.kind, object]),
  );
const podOf = (props?: Partial<SchemaRegistryProps>) => made(props).Deployment.spec.template.spec;
const containerOf = (props?: Partial<SchemaRegistryProps>) => podOf(props).containers[0];
const variables = (props?: Partial<SchemaRegistryProps>): Record<string, unknown> =>
  Object.fromEntries(
    containerOf(props).env.map(({ name, value, valueFrom }: Record<string, unknown>) => [
      name as string,
      value ?? valueFrom,
    ]),
  );

test('with the least that it needs it is told of Kafka what it must know, and nothing else', () => {
  expect(variables()).toEqual({
    APICURIO_STORAGE_KIND: 'kafkasql',
    APICURIO_KAFKASQL_BOOTSTRAP_SERVERS: 'main-kafka-bootstrap.kafka.svc:9093',
    APICURIO_KAFKASQL_TOPIC: 'schemas.journal',
    APICURIO_KAFKASQL_SNAPSHOTS_TOPIC: 'schemas.snapshots',
    APICURIO_EVENTS_KAFKA_TOPIC: 'schemas.events',
    APICURIO_KAFKASQL_TOPIC_AUTO_CREATE: 'false',
    APICURIO_KAFKASQL_CONSUMER_GROUP_PREFIX: 'schemas.',
    APICURIO_KAFKA_COMMON_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM: 'https',
    APICURIO_KAFKA_COMMON_SECURITY_PROTOCOL: 'SASL_SSL',
    APICURIO_KAFKA_COMMON_SASL_MECHANISM: 'SCRAM-SHA-512',
    APICURIO_KAFKA_COMMON_SASL_JAAS_CONFIG:
      'org.apache.kafka.common.security.scram.ScramLoginModule required username="schemas" password="$(KAFKA_PASSWORD)";',
    KAFKA_PASSWORD: { secretKeyRef: { name: 'schemas', key: 'password' } },
    QUARKUS_MANAGEMENT_PORT: '9000',
    QUARKUS_HTTP_PORT: '8080',
  });
});

test('its password stands before the setting that Kubernetes puts it into', () => {
  const names = containerOf().env.map(({ name }: { name: string }) => name);
  expect(names.indexOf('KAFKA_PASSWORD')).toBeLessThan(names.indexOf('APICURIO_KAFKA_COMMON_SASL_JAAS_CONFIG'));
});

test('it may do nothing on its machine: no token, no privilege, no disk but /tmp, no variables of neighbours', () => {
  expect(made().ServiceAccount.automountServiceAccountToken).toBe(false);
  expect(podOf()).toMatchObject({
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    serviceAccountName: 'schemas',
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '256Mi' } }],
  });
  expect(containerOf()).toMatchObject({
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  });
});

/** A prop, its new value, and where the change is seen. */
const changes: readonly (readonly [
  keyof SchemaRegistryProps,
  unknown,
  (of: Partial<SchemaRegistryProps>) => unknown,
  unknown,
])[] = [
  ['name', 'drafts', (it) => made(it).Service.metadata.name, 'drafts'],
  ['namespace', 'streams', (it) => made(it).Deployment.metadata.namespace, 'streams'],
  [
    'kafka',
    { ...least.kafka, trustedCertificates: [{ secretName: 'main-cluster-ca-cert', certificate: 'ca.crt' }] },
    (it) => [podOf(it).volumes[1], variables(it).APICURIO_KAFKA_COMMON_SSL_TRUSTSTORE_LOCATION],
    [
      {
        name: 'authorities',
        projected: {
          sources: [
            { secret: { name: 'main-cluster-ca-cert', items: [{ key: 'ca.crt', path: 'main-cluster-ca-cert.crt' }] } },
          ],
        },
      },
      '/etc/kafka/authority/ca.crt',
    ],
  ],
  [
    'topics',
    { journal: 'a', snapshots: 'b', events: 'c' },
    (it) => [
      variables(it).APICURIO_KAFKASQL_TOPIC,
      variables(it).APICURIO_KAFKASQL_SNAPSHOTS_TOPIC,
      variables(it).APICURIO_EVENTS_KAFKA_TOPIC,
    ],
    ['a', 'b', 'c'],
  ],
  ['groupPrefix', 'a.', (it) => variables(it).APICURIO_KAFKASQL_CONSUMER_GROUP_PREFIX, 'a.'],
  [
    'clients',
    ['shop'],
    (it) => made(it).NetworkPolicy.spec.ingress[0],
    {
      from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } }],
      ports: [{ port: 'http' }],
    },
  ],
  ['replicas', 3, (it) => made(it).Deployment.spec.replicas, 3],
  [
    'image',
    'registry.example.com/apicurio@sha256:0',
    (it) => containerOf(it).image,
    'registry.example.com/apicurio@sha256:0',
  ],
  [
    'issuer',
    'company',
    (it) => made(it).Certificate.spec.dnsNames,
    ['schemas.kafka.svc', 'schemas.kafka.svc.cluster.local'],
  ],
  ['memory', '2Gi', (it) => containerOf(it).resources.limits.memory, '2Gi'],
  ['labels', { owner: 'orders' }, (it) => made(it).Service.metadata.labels.owner, 'orders'],
  ['selectedBy', { prometheus: 'main' }, (it) => made(it).PodMonitor.metadata.labels.prometheus, 'main'],
  [
    'prometheusNamespace',
    'observability',
    (it) => made(it).NetworkPolicy.spec.ingress[1].from,
    [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'observability' } } }],
  ],
];

test('while an authority is replaced it trusts both: what Strimzi keeps beside each other is one file before it starts', () => {
  const trustedCertificates = [{ secretName: 'main-cluster-ca-cert', certificate: 'ca.crt', pattern: '*.crt' }];
  const { initContainers, containers, volumes } = podOf({ kafka: { ...least.kafka, trustedCertificates } });
  expect(volumes.slice(1)).toEqual([
    { name: 'authorities', projected: { sources: [{ secret: { name: 'main-cluster-ca-cert' } }] } },
    { name: 'authority', emptyDir: { sizeLimit: '1Mi' } },
  ]);
  expect(initContainers).toMatchObject([
    { name: 'authorities', image: containers[0].image, securityContext: { readOnlyRootFilesystem: true } },
  ]);
  expect(containers[0].volumeMounts).toEqual([
    { name: 'tmp', mountPath: '/tmp' },
    { name: 'authority', mountPath: '/etc/kafka/authority', readOnly: true },
  ]);
  expect(podOf().initContainers).toBeUndefined();
});

test.each(changes)('%s %j is seen in what it becomes', (prop, value, seen, expected) => {
  expect(seen({ [prop]: value })).toEqual(expected);
  expect(() => expect(seen({})).toEqual(expected)).toThrow();
});

test('every prop has a change in this table', () => {
  const optional = ['replicas', 'image', 'memory', 'issuer', 'labels', 'selectedBy', 'prometheusNamespace'];
  expect(changes.map(([prop]) => prop).sort()).toEqual([...Object.keys(least), ...optional].sort());
});

test('with an issuer it speaks HTTPS and nothing else, by a certificate that it reads anew', () => {
  const { Service, NetworkPolicy, Deployment } = made({ issuer: 'company' });
  expect(Service.spec.ports).toEqual([{ name: 'https', port: 8443, targetPort: 'https' }]);
  expect(NetworkPolicy.spec.ingress[0].ports).toEqual([{ port: 'https' }]);
  expect(Deployment.spec.template.spec.containers[0].ports.map(({ name }: { name: string }) => name)).toEqual([
    'https',
    'management',
  ]);
  expect(variables({ issuer: 'company' })).toMatchObject({
    QUARKUS_HTTP_INSECURE_REQUESTS: 'disabled',
    QUARKUS_HTTP_SSL_PORT: '8443',
    QUARKUS_HTTP_SSL_CERTIFICATE_FILES: '/etc/registry/certificate/tls.crt',
    QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES: '/etc/registry/certificate/tls.key',
    QUARKUS_HTTP_SSL_CERTIFICATE_RELOAD_PERIOD: '1h',
  });
});

test('a certificate is given to it as two values of the Secret', () => {
  const certificateAndKey = { secretName: 'schemas', certificate: 'user.crt', key: 'user.key' };
  const mutual = { ...least.kafka, authentication: { type: 'tls' as const, certificateAndKey } };
  const told = variables({ kafka: mutual });
  expect(told).toMatchObject({
    APICURIO_KAFKA_COMMON_SECURITY_PROTOCOL: 'SSL',
    APICURIO_KAFKA_COMMON_SSL_KEYSTORE_TYPE: 'PEM',
    APICURIO_KAFKA_COMMON_SSL_KEYSTORE_CERTIFICATE_CHAIN: { secretKeyRef: { name: 'schemas', key: 'user.crt' } },
    APICURIO_KAFKA_COMMON_SSL_KEYSTORE_KEY: { secretKeyRef: { name: 'schemas', key: 'user.key' } },
  });
  expect(Object.keys(told).filter((name) => name.includes('SASL'))).toEqual([]);
});
