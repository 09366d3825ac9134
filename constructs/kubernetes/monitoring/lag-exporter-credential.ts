import type { k8s } from 'cdk8s-plus-28';

/** How a listener knows its clients, or that it does not; a KafkaUser of the same kind holds the credential in a Secret of its name. */
export type LagExporterAuthentication = 'scram-sha-512' | 'tls' | 'none';

export interface LagExporterCredential {
  /** librdkafka's properties. */
  readonly properties: Readonly<Record<string, string>>;
  readonly env: k8s.EnvVar[];
  readonly volumes: k8s.Volume[];
  readonly mounts: k8s.VolumeMount[];
}

const folder = '/etc/kafka/user';

/** What the pod is given, and what the exporter's file says of it: never the secret itself. */
export const credentialOf = (
  user: string,
  authentication: LagExporterAuthentication = 'scram-sha-512',
  certificateSecret: string = user,
) => credentials[authentication](user, certificateSecret);

const credentials: Readonly<
  Record<LagExporterAuthentication, (user: string, certificateSecret: string) => LagExporterCredential>
> = {
  'scram-sha-512': (user) => ({
    properties: {
      'security.protocol': 'SASL_SSL',
      'sasl.mechanism': 'SCRAM-SHA-512',
      'sasl.username': user,
      'sasl.password': variable('KAFKA_PASSWORD'),
    },
    env: [{ name: 'KAFKA_PASSWORD', valueFrom: { secretKeyRef: { name: user, key: 'password' } } }],
    volumes: [],
    mounts: [],
  }),
  tls: (_, secretName) => ({
    properties: {
      'security.protocol': 'SSL',
      'ssl.certificate.location': `${folder}/user.crt`,
      'ssl.key.location': `${folder}/user.key`,
    },
    env: [],
    volumes: [{ name: 'user', secret: { secretName, items: keys.map((key) => ({ key, path: key })) } }],
    mounts: [{ name: 'user', mountPath: folder, readOnly: true }],
  }),
  none: () => ({ properties: { 'security.protocol': 'SSL' }, env: [], volumes: [], mounts: [] }),
};

const keys = ['user.crt', 'user.key'];

/** The exporter puts variables of its environment in. */
const variable = (name: string): string => `\${${name}}`;
