import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import {
  lagExporterConfiguration,
  lagExporterPermissions,
  lagExporterPort,
  lagExporterUser,
  lagExporterVersion,
  restlessLabels,
} from '../../../render/monitoring/lag-exporter';
import { seriesOf } from '../../../render/monitoring/monitored';
import { joinedAuthorities } from '../joined-authorities';
import { restrictedContainer, restrictedPod } from '../restricted';
import type { TrustedCertificate } from '../strimzi/trusted-certificate';
import { type StrimziAcl, StrimziUser, type StrimziUserProps } from '../strimzi/user';
import { credentialOf, type LagExporterAuthentication } from './lag-exporter-credential';
import { PodMonitor } from './pod-monitor';
import { defaultPrometheusNamespace, defaultSelectedBy, type Selection } from './selection';

export interface LagExporterProps extends Selection {
  /** The name of the `Kafka`, in the same namespace. */
  readonly cluster: string;
  readonly namespace: string;
  /** Addresses of a listener. Default: port 9093 of Strimzi's bootstrap Service. */
  readonly bootstrapServers?: string;
  /** How that listener knows its clients; with `none` it has no user. Default: `scram-sha-512`. */
  readonly authentication?: LagExporterAuthentication;
  /** A Secret with `user.crt` and `user.key` of `CN=<cluster>-lag-exporter`, where somebody else makes it. Default: the User Operator does. */
  readonly certificateSecret?: string;
  /** Whether that listener is encrypted, as those that know their clients are here. Default: true. */
  readonly tls?: boolean;
  /** Whether the `Kafka` keeps ACLs; one without refuses a user that has some. Default: `simple`, it does. */
  readonly authorization?: 'simple' | 'none';
  /** Who signs the listener's certificates. Default: the cluster's own authorities, of which there are two while one is replaced. */
  readonly trustedCertificates?: readonly TrustedCertificate[];
  /** Default: the version whose metrics the kit knows. */
  readonly image?: string;
  /** Of every object. Default: none. */
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * klag-exporter, and a user of its own that may describe topics and groups and do nothing else. It says how far a group is
 * behind in time as well as in records; Strimzi's own `spec.kafkaExporter` says records only.
 * @see https://github.com/softwaremill/klag-exporter
 */
export class LagExporter extends Construct {
  constructor(scope: Construct, id: string, props: LagExporterProps) {
    super(scope, id);
    const name = lagExporterUser(props.cluster);
    const pods = { 'app.kubernetes.io/name': 'klag-exporter', 'app.kubernetes.io/instance': name };
    const metadata = { name, namespace: props.namespace, labels: { ...props.labels, ...pods } };
    const { selectedBy = defaultSelectedBy, prometheusNamespace = defaultPrometheusNamespace } = props;
    const configuration = configurationOf(props, name);

    if (props.authentication !== 'none')
      new StrimziUser(this, 'user', {
        metadata,
        cluster: props.cluster,
        authentication: userAuthentication(props),
        acls: props.authorization === 'none' ? undefined : acls(),
      });
    new k8s.KubeConfigMap(this, 'configuration', { metadata, data: { 'config.toml': configuration } });
    new k8s.KubeDeployment(this, 'deployment', { metadata, spec: deployment(props, { name, pods, configuration }) });
    new k8s.KubeNetworkPolicy(this, 'policy', { metadata, spec: onlyFrom(prometheusNamespace, pods) });
    new PodMonitor(this, 'monitor', {
      metadata: { ...metadata, labels: { ...metadata.labels, ...selectedBy } },
      pods,
      port: 'metrics',
      targetLabels: seriesOf(props),
      droppedLabels: restlessLabels,
    });
  }
}

const userAuthentication = ({
  authentication = 'scram-sha-512',
  certificateSecret,
}: LagExporterProps): StrimziUserProps['authentication'] =>
  authentication === 'tls' && certificateSecret !== undefined
    ? 'tls-external'
    : authentication === 'none'
      ? undefined
      : authentication;

const configurationOf = (
  { cluster, bootstrapServers, authentication, tls = true }: LagExporterProps,
  user: string,
): string =>
  lagExporterConfiguration({
    cluster,
    bootstrapServers: bootstrapServers ?? `${cluster}-kafka-bootstrap:9093`,
    properties: tls
      ? { ...credentialOf(user, authentication).properties, 'ssl.ca.location': `${authorityFolder}/ca.crt` }
      : { 'security.protocol': 'PLAINTEXT' },
  });

const authorityFolder = '/etc/kafka/authority';

const acls = (): StrimziAcl[] =>
  lagExporterPermissions.map(({ resourceType, operations }) => ({
    type: 'allow',
    resource: { type: resourceType === 'Topic' ? 'topic' : 'group', name: '*', patternType: 'literal' },
    operations: [...operations],
    host: '*',
  }));

interface Run {
  readonly name: string;
  readonly pods: { [label: string]: string };
  readonly configuration: string;
}

function deployment(props: LagExporterProps, { name, pods, configuration }: Run): k8s.DeploymentSpec {
  const image = props.image ?? `ghcr.io/softwaremill/klag-exporter:${lagExporterVersion}`;
  const credential = credentialOf(name, props.authentication, props.certificateSecret);
  const { tls = true } = props;
  const authorities = tls
    ? joinedAuthorities({ trusted: trustedOf(props), folder: authorityFolder, image })
    : undefined;
  return {
    replicas: 1,
    // Two of them would say every series twice.
    strategy: { type: 'Recreate' },
    selector: { matchLabels: pods },
    template: {
      // The exporter reads its file once: another text is another pod.
      metadata: { labels: pods, annotations: { 'kafka-platform-kit/configuration': configuration } },
      spec: {
        automountServiceAccountToken: false,
        securityContext: { ...restrictedPod.securityContext, runAsUser: 65534 },
        initContainers: authorities && [authorities.container],
        containers: [container({ image, credential, authorities })],
        volumes: [
          { name: 'configuration', configMap: { name } },
          ...(authorities?.volumes ?? []),
          ...credential.volumes,
        ],
      },
    },
  };
}

interface Within {
  readonly image: string;
  readonly credential: ReturnType<typeof credentialOf>;
  readonly authorities?: ReturnType<typeof joinedAuthorities>;
}

const container = ({ image, credential, authorities }: Within): k8s.Container => ({
  name: 'klag-exporter',
  image,
  args: ['--config', '/etc/klag-exporter/config.toml'],
  env: credential.env,
  ports: [{ name: 'metrics', containerPort: lagExporterPort }],
  resources: {
    requests: { cpu: k8s.Quantity.fromString('50m'), memory: k8s.Quantity.fromString('64Mi') },
    limits: { memory: k8s.Quantity.fromString('256Mi') },
  },
  securityContext: { ...restrictedContainer.securityContext, readOnlyRootFilesystem: true },
  livenessProbe: { httpGet: { path: '/health', port: k8s.IntOrString.fromString('metrics') } },
  readinessProbe: { httpGet: { path: '/ready', port: k8s.IntOrString.fromString('metrics') } },
  volumeMounts: [
    { name: 'configuration', mountPath: '/etc/klag-exporter', readOnly: true },
    ...(authorities ? [authorities.mount] : []),
    ...credential.mounts,
  ],
});

const trustedOf = ({ cluster, trustedCertificates }: LagExporterProps): readonly TrustedCertificate[] =>
  trustedCertificates ?? [{ secretName: `${cluster}-cluster-ca-cert`, certificate: 'ca.crt', pattern: '*.crt' }];

const onlyFrom = (namespace: string, pods: Run['pods']): k8s.NetworkPolicySpec => ({
  podSelector: { matchLabels: pods },
  policyTypes: ['Ingress'],
  ingress: [
    {
      from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }],
      ports: [{ port: k8s.IntOrString.fromString('metrics') }],
    },
  ],
});
