import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { apicurioVersion, registryPorts } from '../../../model/schema-registry';
import { ServerCertificate } from '../cert-manager/server-certificate';
import { ClientsPolicy } from '../clients-policy';
import { type JoinedAuthorities, joinedAuthorities } from '../joined-authorities';
import { PodMonitor } from '../monitoring/pod-monitor';
import { defaultPrometheusNamespace, defaultSelectedBy, type Selection } from '../monitoring/selection';
import { restrictedContainer, restrictedPod } from '../restricted';
import { registryFolders, registryVariables, type SchemaRegistrySettings } from './settings';

export interface SchemaRegistryProps extends Omit<SchemaRegistrySettings, 'tls'>, Selection {
  /** Of every object; that of its certificate ends in `-tls`. */
  readonly name: string;
  /** Where its user's Secret is. */
  readonly namespace: string;
  /** Namespaces whose pods may call it. */
  readonly clients: readonly string[];
  /** Copies, each with all schemas in memory. Default: 2. */
  readonly replicas?: number;
  /** Default: the version that the kit was tried with. */
  readonly image?: string;
  /** What each copy gets, and is held to, in Kubernetes' form. Default: `1Gi`. */
  readonly memory?: string;
  /** A ClusterIssuer of cert-manager that signs its certificate. Default: HTTP. */
  readonly issuer?: string;
  /** Of every object. Default: none. */
  readonly labels?: Readonly<Record<string, string>>;
}

const image = `quay.io/apicurio/apicurio-registry:${apicurioVersion}`;

/**
 * Apicurio Registry, with its schemas in a topic: what programs call is its Service, at `/apis/ccompat/v7` as clients of
 * Confluent's registry do. It asks nobody who he is: its NetworkPolicy decides who reaches it.
 * @see https://www.apicur.io/registry/docs/apicurio-registry/3.3.x/getting-started/assembly-configuring-kafka-storage.html
 */
export class SchemaRegistry extends Construct {
  constructor(scope: Construct, id: string, props: SchemaRegistryProps) {
    super(scope, id);
    const { name, namespace, issuer, selectedBy = defaultSelectedBy } = props;
    const pods = { 'app.kubernetes.io/name': 'apicurio-registry', 'app.kubernetes.io/instance': name };
    const metadata = { name, namespace, labels: { ...props.labels, ...pods } };

    new k8s.KubeServiceAccount(this, 'account', { metadata, automountServiceAccountToken: false });
    new k8s.KubeDeployment(this, 'deployment', { metadata, spec: deployment(props, pods) });
    new k8s.KubeService(this, 'service', { metadata, spec: { selector: pods, ports: [servicePort(props)] } });
    new k8s.KubePodDisruptionBudget(this, 'disruption', {
      metadata,
      spec: { selector: { matchLabels: pods }, maxUnavailable: k8s.IntOrString.fromNumber(1) },
    });
    new ClientsPolicy(this, 'policy', { metadata, pods, ingress: ingress(props) });
    new PodMonitor(this, 'monitor', {
      metadata: { ...metadata, labels: { ...metadata.labels, ...selectedBy } },
      pods,
      port: 'management',
    });
    if (issuer)
      new ServerCertificate(this, 'certificate', {
        metadata: { ...metadata, name: certificateOf(name) },
        secretName: certificateOf(name),
        dnsNames: [`${name}.${namespace}.svc`, `${name}.${namespace}.svc.cluster.local`],
        issuer: { name: issuer, kind: 'ClusterIssuer' },
      });
  }
}

const certificateOf = (name: string): string => `${name}-tls`;

/** Its only port for clients. */
const portOf = ({ issuer }: SchemaRegistryProps) => (issuer ? ('https' as const) : ('http' as const));

const servicePort = (props: SchemaRegistryProps): k8s.ServicePort => ({
  name: portOf(props),
  port: registryPorts[portOf(props)],
  targetPort: k8s.IntOrString.fromString(portOf(props)),
});

const ingress = (props: SchemaRegistryProps) => [
  { port: portOf(props), namespaces: props.clients },
  { port: 'management', namespaces: [props.prometheusNamespace ?? defaultPrometheusNamespace] },
];

const deployment = (props: SchemaRegistryProps, pods: { [label: string]: string }): k8s.DeploymentSpec => ({
  replicas: props.replicas ?? 2,
  selector: { matchLabels: pods },
  template: {
    metadata: { labels: pods },
    spec: {
      serviceAccountName: props.name,
      automountServiceAccountToken: false,
      // Kubernetes would set variables after other Services' names, which may look like settings.
      enableServiceLinks: false,
      ...restrictedPod,
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'kubernetes.io/hostname',
          whenUnsatisfiable: 'ScheduleAnyway',
          labelSelector: { matchLabels: pods },
        },
      ],
      initContainers: joinedBefore(props),
      containers: [container(props)],
      volumes: volumes(props),
    },
  },
});

function container(props: SchemaRegistryProps): k8s.Container {
  const port = portOf(props);
  const memory = k8s.Quantity.fromString(props.memory ?? '1Gi');
  const { securityContext } = restrictedContainer;
  return {
    name: 'registry',
    image: props.image ?? image,
    env: registryVariables({ ...props, tls: props.issuer !== undefined }),
    ports: [
      { name: port, containerPort: registryPorts[port] },
      { name: 'management', containerPort: registryPorts.management },
    ],
    resources: {
      requests: { cpu: k8s.Quantity.fromString('250m'), memory },
      limits: { memory },
    },
    securityContext: { ...securityContext, readOnlyRootFilesystem: true },
    // It reads its whole journal before it is ready: up to ten minutes.
    startupProbe: { ...asked('/health/ready'), periodSeconds: 5, failureThreshold: 120 },
    livenessProbe: { ...asked('/health/live'), timeoutSeconds: 5 },
    readinessProbe: { ...asked('/health/ready'), timeoutSeconds: 5 },
    volumeMounts: mounts(props),
  };
}

/** Java reads one file. None: whom everybody knows. */
const authoritiesOf = (props: SchemaRegistryProps): JoinedAuthorities[] => {
  const { trustedCertificates: trusted = [] } = props.kafka;
  return trusted.length === 0
    ? []
    : [joinedAuthorities({ trusted, folder: registryFolders.authority, image: props.image ?? image })];
};

const joinedBefore = (props: SchemaRegistryProps): k8s.Container[] | undefined => {
  const joined = authoritiesOf(props).map((each) => each.container);
  return joined.length > 0 ? joined : undefined;
};

const asked = (path: string) => ({ httpGet: { path, port: k8s.IntOrString.fromString('management') } });

/** It unpacks native libraries before it uses them; nothing else of its disk is written. */
const volumes = (props: SchemaRegistryProps): k8s.Volume[] => [
  { name: 'tmp', emptyDir: { sizeLimit: k8s.Quantity.fromString('256Mi') } },
  ...authoritiesOf(props).flatMap((each) => each.volumes),
  ...(props.issuer ? [certificateVolume(props.name)] : []),
];

const mounts = (props: SchemaRegistryProps): k8s.VolumeMount[] => [
  { name: 'tmp', mountPath: '/tmp' },
  ...authoritiesOf(props).map((each) => each.mount),
  ...(props.issuer ? [{ name: 'certificate', mountPath: registryFolders.certificate, readOnly: true }] : []),
];

const certificateVolume = (name: string): k8s.Volume => ({
  name: 'certificate',
  secret: { secretName: certificateOf(name), items: ['tls.crt', 'tls.key'].map((key) => ({ key, path: key })) },
});
