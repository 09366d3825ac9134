import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { restrictedContainers } from '../restricted';
import { strimziApiVersion } from '../strimzi/api';
import { type KafkaClient, kafkaClient } from '../strimzi/kafka-client';
import type { Resources } from '../strimzi/node-pool';

type IKafkaBridge = import('@kubernetes-models/strimzi-kafka-operator/kafka.strimzi.io/v1/KafkaBridge', { with: {
  'resolution-mode': 'import',
}}).IKafkaBridge;

export interface KafkaBridgeProps extends KafkaClient {
  /** Strimzi names the Deployment `<name>-bridge` and the Service `<name>-bridge-service`. */
  readonly metadata: Metadata;
  /** Copies. Default: 1. */
  readonly replicas?: number;
  /** The HTTP port, from 1024 on and not 8081. Default: 8080. */
  readonly port?: number;
  /** The Secret with `tls.crt` and `tls.key` by which it speaks HTTPS. Default: HTTP. */
  readonly certificateSecret?: string;
  /** Origins whose pages browsers let call it, each in full: `https://shop.example.com`. Default: none. */
  readonly allowedOrigins?: readonly string[];
  /** Whether records may be produced through it. Default: true. */
  readonly produces?: boolean;
  /** Kafka's `isolation.level` of everything that is consumed through it, or `none` where nothing is. Default: `read_uncommitted`. */
  readonly consumes?: 'read_committed' | 'read_uncommitted' | 'none';
  /** Default: 100m of a processor, and 512Mi of memory, which it is held to. */
  readonly resources?: Resources;
  /** Whether port 8081 has its metrics at `/metrics`, by Strimzi's reporter. Default: false. */
  readonly metrics?: boolean;
}

/**
 * `KafkaBridge`. It asks nobody who he is: whoever reaches it acts as its user, which a `ClientsPolicy` beside it bounds.
 * @see https://strimzi.io/docs/operators/latest/configuring.html#type-KafkaBridge-reference
 */
export class KafkaBridge extends NamedObject {
  constructor(scope: Construct, id: string, props: KafkaBridgeProps) {
    super(scope, id, manifest(props));
  }
}

/** What the operator gives the pods of a bridge. */
export const bridgePods = (name: string) => ({ 'strimzi.io/cluster': name, 'strimzi.io/kind': 'KafkaBridge' });

/** The operator's name of the port where a bridge tells how it is: 8081. */
export const bridgeManagement = 'rest-api-mgmt';

function manifest(props: KafkaBridgeProps): Named<IKafkaBridge> {
  const { metadata, replicas = 1, resources = modest, metrics = false } = props;
  return {
    apiVersion: strimziApiVersion,
    kind: 'KafkaBridge',
    metadata,
    spec: {
      replicas,
      ...kafkaClient(props),
      http: http(props),
      producer: producer(props),
      consumer: consumer(props),
      resources,
      livenessProbe: probe,
      readinessProbe: probe,
      metricsConfig: metrics ? { type: 'strimziMetricsReporter' } : undefined,
      template: {
        pod: { topologySpreadConstraints: [overHosts(metadata.name)] },
        podDisruptionBudget: { maxUnavailable: 1 },
        ...restrictedContainers('bridgeContainer'),
      },
    },
  };
}

const http = ({ port = 8080, certificateSecret, allowedOrigins = [] }: KafkaBridgeProps) => ({
  port,
  tls: certificateSecret
    ? { certificateAndKey: { secretName: certificateSecret, certificate: 'tls.crt', key: 'tls.key' } }
    : undefined,
  cors:
    allowedOrigins.length > 0
      ? { allowedOrigins: [...allowedOrigins], allowedMethods: ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'] }
      : undefined,
});

/** A record counts when all replicas that are in sync have it, once. */
const producer = ({ produces = true }: KafkaBridgeProps) => ({
  enabled: produces,
  config: produces ? { acks: 'all', 'enable.idempotence': true, 'compression.type': 'lz4' } : {},
});

const consumer = ({ consumes = 'read_uncommitted' }: KafkaBridgeProps) => ({
  enabled: consumes !== 'none',
  config: consumes === 'none' ? {} : { 'isolation.level': consumes, 'auto.offset.reset': 'earliest' },
});

const modest: Resources = { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '512Mi' } };

const probe = { initialDelaySeconds: 15, timeoutSeconds: 5 };

const overHosts = (name: string) => ({
  maxSkew: 1,
  topologyKey: 'kubernetes.io/hostname',
  whenUnsatisfiable: 'ScheduleAnyway',
  labelSelector: { matchLabels: bridgePods(name) },
});
