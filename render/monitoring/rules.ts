import type { Alert } from './alerts/alert';
import { brokerAlerts, renewalAlerts } from './alerts/broker-alerts';
import { consumerAlerts } from './alerts/consumer-alerts';
import { mirrorMakerAlerts } from './alerts/mirror-maker-alerts';
import { partitionAlerts } from './alerts/partition-alerts';
import { secretAlerts } from './alerts/secret-alerts';
import { securityAlerts } from './alerts/security-alerts';
import { userAlerts } from './alerts/user-alerts';
import {
  type LagObjective,
  type MonitoredCluster,
  type MonitoredReplication,
  type MonitoredSecrets,
  seriesOf,
} from './monitored';
import { signals } from './signals/signals';

/** The groups of a Prometheus rule file. https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/ */
export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly Rule[];
}

export type Rule = AlertingRule | RecordingRule;

export interface AlertingRule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface KafkaRulesProps extends MonitoredCluster {
  /** The address below which each alert has a page of its name: `https://…/docs/runbooks`. Default: alerts have no link. */
  readonly runbooks?: string;
  /** Default: none, and no alert KafkaConsumerLag. */
  readonly objectives?: readonly LagObjective[];
  /** Default: none, and no alert KafkaDeadLetters. */
  readonly deadLetterTopics?: readonly string[];
  /** Certificates of cert-manager that brokers show. Default: none, and no alert KafkaCertificateNotRenewed. */
  readonly certificates?: readonly string[];
  /** Whether a User Operator makes its users. Default: false, and no alert KafkaUsersNotReconciled. */
  readonly userOperator?: boolean;
  /** What External Secrets brings and makes. Default: nothing, and no alert KafkaSecretNotSynced. */
  readonly externalSecrets?: MonitoredSecrets;
}

/** Everything that Prometheus evaluates for one Kafka cluster. */
export function kafkaRules({
  objectives = [],
  deadLetterTopics = [],
  certificates = [],
  userOperator = false,
  externalSecrets,
  ...props
}: KafkaRulesProps): RuleGroup[] {
  const alerts = [
    ...partitionAlerts(props),
    ...brokerAlerts(props),
    ...renewalAlerts(certificates),
    ...(userOperator ? userAlerts(props) : []),
    ...secretAlerts(externalSecrets),
    ...securityAlerts(props),
    ...consumerAlerts({ ...props, objectives, deadLetterTopics }),
  ];
  const recorded = objectives.map((objective) => objectiveRule(props, objective));
  return [
    ...(recorded.length > 0 ? [{ name: 'kafka-objectives', rules: recorded }] : []),
    { name: 'kafka', rules: alerts.map((alert) => alertingRule(alert, props)) },
  ];
}

export interface MirrorMakerRulesProps extends MonitoredCluster {
  /** The address below which each alert has a page of its name. Default: alerts have no link. */
  readonly runbooks?: string;
  readonly replications: readonly MonitoredReplication[];
}

/** Everything that Prometheus evaluates for one KafkaMirrorMaker2, whose name is the cluster. */
export const mirrorMakerRules = ({ replications, ...props }: MirrorMakerRulesProps): RuleGroup[] => [
  {
    name: 'kafka-mirror-maker',
    rules: mirrorMakerAlerts(props, replications).map((alert) => alertingRule(alert, props)),
  },
];

const alertingRule = (alert: Alert, { runbooks, ...monitored }: MonitoredCluster & { readonly runbooks?: string }) => ({
  alert: alert.name,
  expr: alert.expression,
  for: alert.for,
  // The cluster's labels also where an expression is about its volumes or its operator: routes rely on them.
  labels: { ...seriesOf(monitored), severity: alert.severity },
  annotations: {
    summary: alert.summary,
    description: alert.description,
    ...(runbooks === undefined ? {} : { runbook_url: `${runbooks.replace(/\/$/, '')}/${alert.name}.md` }),
  },
});

const objectiveRule = (monitored: MonitoredCluster, { group, topic, under, owner }: LagObjective): RecordingRule => ({
  record: signals.lagObjective.metric,
  expr: `vector(${under / 1000})`,
  labels: { ...seriesOf(monitored), group, topic, ...(owner ? { owner } : {}) },
});
