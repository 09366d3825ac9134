import type { Construct } from 'constructs';
import type { BuildArtifact } from '../../../render/connect/plugin-artifacts';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { restrictedContainers } from '../restricted';
import { clusterLabel, strimziApiVersion } from '../strimzi/api';
import { type KafkaClient, kafkaClient } from '../strimzi/kafka-client';
import type { Resources, Spread } from '../strimzi/node-pool';
import type { TrustedCertificate } from '../strimzi/trusted-certificate';

type IKafkaConnect = import('@kubernetes-models/strimzi-kafka-operator/kafka.strimzi.io/v1/KafkaConnect', { with: {
  'resolution-mode': 'import',
}}).IKafkaConnect;

/** An image that the operator builds, pushes, and then runs. */
export interface KafkaConnectBuild {
  /** Where it is pushed, with its tag. */
  readonly image: string;
  /** The Secret, of a type for registries, by which it is pushed. Default: the registry asks for none. */
  readonly pushSecret?: string;
  /** What is added to the operator's own image. */
  readonly plugins: readonly { readonly name: string; readonly artifacts: readonly BuildArtifact[] }[];
}

export interface KafkaConnectProps extends KafkaClient {
  /** Strimzi names the pods after it: `<name>-connect-0`; their ServiceAccount is `<name>-connect`. */
  readonly metadata: Metadata;
  /** Kafka's version, one that the operator supports: `4.3.1`. */
  readonly version: string;
  /** Workers. Default: 1. */
  readonly replicas?: number;
  /** The workers' group. */
  readonly groupId: string;
  readonly configStorageTopic: string;
  readonly offsetStorageTopic: string;
  readonly statusStorageTopic: string;
  /** By Kafka Connect's own names. Default: none. */
  readonly config?: Readonly<Record<string, string>>;
  /** A ready image. Default: the operator's own, or the one that `build` makes. */
  readonly image?: string;
  /** Default: nothing is built. */
  readonly build?: KafkaConnectBuild;
  /** Default: none. */
  readonly resources?: Resources;
  /** The node label by which workers read from replicas nearby. Default: from leaders. */
  readonly rack?: string;
  /** Default: wherever Kubernetes puts the pods. */
  readonly spread?: readonly Spread[];
  /** Regular expressions of the metrics that each pod offers at its port `tcp-prometheus`. Default: no metrics. */
  readonly metrics?: readonly string[];
}

/**
 * `KafkaConnect`: workers whose connectors are `KafkaConnector`s. At most one of them is down on purpose at a time.
 * @see https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaConnect-reference
 */
export class KafkaConnect extends NamedObject {
  constructor(scope: Construct, id: string, props: KafkaConnectProps) {
    super(scope, id, manifest(props));
  }
}

function manifest(props: KafkaConnectProps): Named<IKafkaConnect> {
  const { metadata, version, replicas = 1 } = props;
  const { groupId, configStorageTopic, offsetStorageTopic, statusStorageTopic, config = {} } = props;
  const { image, build, resources, rack, metrics } = props;
  return {
    apiVersion: strimziApiVersion,
    kind: 'KafkaConnect',
    // Without it the operator ignores `KafkaConnector`s, and leaves the REST interface to whoever reaches it.
    metadata: { ...metadata, annotations: { ...metadata.annotations, 'strimzi.io/use-connector-resources': 'true' } },
    spec: {
      version,
      replicas,
      image,
      ...kafkaClient(props),
      groupId,
      configStorageTopic,
      offsetStorageTopic,
      statusStorageTopic,
      config: { ...config },
      build: build && buildOf(build),
      resources,
      rack: rack === undefined ? undefined : { topologyKey: rack },
      metricsConfig: metrics && { type: 'strimziMetricsReporter', values: { allowList: [...metrics] } },
      template: templateOf(props),
    },
  };
}

const buildOf = ({ image, pushSecret, plugins }: KafkaConnectBuild) => ({
  output: { type: 'docker' as const, image, pushSecret },
  plugins: plugins.map(({ name, artifacts }) => ({ name, artifacts: artifacts.map((artifact) => ({ ...artifact })) })),
});

function templateOf({ metadata, spread = [], rack, trustedCertificates = [] }: KafkaConnectProps) {
  const labelSelector = { matchLabels: { ...clusterLabel(metadata.name), 'strimzi.io/kind': 'KafkaConnect' } };
  const authority = mountedAuthority(trustedCertificates);
  const pod = {
    ...(spread.length > 0
      ? { topologySpreadConstraints: spread.map((where) => ({ maxSkew: 1, ...where, labelSelector })) }
      : {}),
    ...(authority ? { volumes: [authorityVolume(authority)] } : {}),
  };
  const { connectContainer, ...others } = restrictedContainers(
    'connectContainer',
    ...(rack === undefined ? [] : ['initContainer' as const]),
  );
  return {
    connectContainer: authority
      ? { ...connectContainer, volumeMounts: [{ name: authorityName, mountPath: authorityFolder, readOnly: true }] }
      : connectContainer,
    ...others,
    podDisruptionBudget: { maxUnavailable: 1 },
    ...(Object.keys(pod).length > 0 ? { pod } : {}),
  };
}

const authorityName = 'kafka-authority';
/** Strimzi takes further volumes below `/mnt` only. */
const authorityFolder = `/mnt/${authorityName}`;

/** What connectors' own clients read as a file: one certificate of a Secret that may also hold the brokers' key, which nobody gets. */
export const mountedAuthority = (trusted: readonly TrustedCertificate[]): TrustedCertificate | undefined =>
  trusted.length === 1 ? trusted.find(({ pattern }) => pattern === undefined) : undefined;

/** Where they find it. */
export const authorityFile = ({ certificate }: TrustedCertificate): string => `${authorityFolder}/${certificate}`;

const authorityVolume = ({ secretName, certificate }: TrustedCertificate) => ({
  name: authorityName,
  secret: { secretName, items: [{ key: certificate, path: certificate }] },
});
