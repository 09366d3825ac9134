import type { Construct } from 'constructs';
import type { Mirroring } from '../../../render/mirror-maker/mirroring';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { restrictedContainers } from '../restricted';
import { strimziApiVersion } from '../strimzi/api';
import { type KafkaClient, kafkaClient } from '../strimzi/kafka-client';
import type { Resources } from '../strimzi/node-pool';

type IKafkaMirrorMaker2 =
  import('@kubernetes-models/strimzi-kafka-operator/kafka.strimzi.io/v1/KafkaMirrorMaker2', { with: {
    'resolution-mode': 'import',
  }}).IKafkaMirrorMaker2;

/** One of the two clusters. */
export interface MirrorMakerCluster extends KafkaClient {
  /** Of the source, the prefix of what is copied. */
  readonly alias: string;
}

/** `mirroring()` gives what is inherited: patterns, both connectors' settings, the workers' group and topics. */
export interface MirrorMakerProps extends Mirroring {
  /** Strimzi names the pods after it. */
  readonly metadata: Metadata;
  /** Kafka's version, one that the operator supports: `4.3.1`. */
  readonly version: string;
  /** Workers. Default: 1. */
  readonly replicas?: number;
  readonly source: MirrorMakerCluster;
  readonly target: MirrorMakerCluster;
  /** Default: none. */
  readonly resources?: Resources;
  /** The key of a ConfigMap with the JMX exporter's configuration. Default: no metrics. */
  readonly metricsConfig?: { readonly name: string; readonly key: string };
}

/**
 * `KafkaMirrorMaker2`: workers beside the target that read one source. A connector or task that fails is started again.
 * @see https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaMirrorMaker2-reference
 */
export class MirrorMaker extends NamedObject {
  constructor(scope: Construct, id: string, props: MirrorMakerProps) {
    super(scope, id, manifest(props));
  }
}

function manifest(props: MirrorMakerProps): Named<IKafkaMirrorMaker2> {
  const { metadata, version, replicas = 1, resources, metricsConfig, worker } = props;
  return {
    apiVersion: strimziApiVersion,
    kind: 'KafkaMirrorMaker2',
    metadata,
    spec: {
      version,
      replicas,
      target: {
        ...cluster(props.target),
        groupId: worker.groupId,
        configStorageTopic: worker.configStorageTopic,
        offsetStorageTopic: worker.offsetStorageTopic,
        statusStorageTopic: worker.statusStorageTopic,
        config: { ...worker.config },
      },
      mirrors: [mirror(props)],
      resources,
      metricsConfig: metricsConfig && {
        type: 'jmxPrometheusExporter',
        valueFrom: { configMapKeyRef: { ...metricsConfig } },
      },
      template: restrictedContainers('connectContainer'),
    },
  };
}

function mirror(props: MirrorMakerProps) {
  const connector = (tasksMax: number, config: Readonly<Record<string, string>>) => ({
    tasksMax,
    config: { ...config },
    autoRestart: { enabled: true },
  });
  return {
    source: cluster(props.source),
    sourceConnector: connector(props.tasksMax, props.sourceConnector),
    checkpointConnector: connector(props.tasksMax, props.checkpointConnector),
    topicsPattern: props.topicsPattern,
    topicsExcludePattern: props.topicsExcludePattern,
    groupsPattern: props.groupsPattern,
    groupsExcludePattern: props.groupsExcludePattern,
  };
}

const cluster = ({ alias, ...client }: MirrorMakerCluster) => ({ alias, ...kafkaClient(client) });
