import { isRecord } from '../value';
import { groupKindOf, type LiveObject } from './object';

/** Kinds whose operators say when they have done what an object says, and the condition that says so. */
const conditions: Readonly<Record<string, string>> = {
  'Kafka.kafka.strimzi.io': 'Ready',
  'KafkaTopic.kafka.strimzi.io': 'Ready',
  'KafkaUser.kafka.strimzi.io': 'Ready',
  'KafkaConnect.kafka.strimzi.io': 'Ready',
  'KafkaConnector.kafka.strimzi.io': 'Ready',
  'KafkaMirrorMaker2.kafka.strimzi.io': 'Ready',
  'KafkaBridge.kafka.strimzi.io': 'Ready',
  'KafkaAccess.access.strimzi.io': 'Ready',
  'Deployment.apps': 'Available',
  'ExternalSecret.external-secrets.io': 'Ready',
  'SecretStore.external-secrets.io': 'Ready',
  'PushSecret.external-secrets.io': 'Ready',
  'Certificate.cert-manager.io': 'Ready',
  'Issuer.cert-manager.io': 'Ready',
  'ScaledObject.keda.sh': 'Ready',
};

/** Whether somebody says of this kind when it is ready. */
export const isAnswered = (object: Pick<LiveObject, 'apiVersion' | 'kind'>): boolean =>
  groupKindOf(object) in conditions;

interface Condition {
  readonly type?: string;
  readonly status?: string;
  readonly reason?: string;
  readonly message?: string;
}

/** Why an object is not ready yet, in its operator's words; nothing where it is. */
export function notReady(object: LiveObject): string | undefined {
  const awaited = conditions[groupKindOf(object)];
  if (awaited === undefined) return undefined;
  const { status = {}, metadata } = object;
  const observed = status.observedGeneration;
  const said = Array.isArray(status.conditions) ? status.conditions.filter(isCondition) : [];
  if (said.length === 0) return 'its operator has not seen it';
  if (typeof observed === 'number' && metadata.generation !== undefined && observed < metadata.generation)
    return `its operator has not seen generation ${metadata.generation}, only ${observed}`;
  const paused = said.find(({ type, status }) => type === 'ReconciliationPaused' && status === 'True');
  if (paused) return 'its operator is told to leave it alone (ReconciliationPaused)';
  const condition = said.find(({ type }) => type === awaited);
  if (condition?.status === 'True') return undefined;
  const { type, reason, message } = condition ?? said.find(({ status }) => status === 'True') ?? {};
  return [type ?? `no ${awaited}`, reason, message].filter(Boolean).join(': ');
}

const isCondition = (value: unknown): value is Condition => isRecord(value);
