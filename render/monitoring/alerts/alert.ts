import type { Promql, Window } from '../promql';

/** Every alert of the kit; each has a page of its name in docs/runbooks. */
export const alertNames = [
  'KafkaUnderReplicatedPartitions',
  'KafkaOfflinePartitions',
  'KafkaUnderMinIsrPartitions',
  'KafkaNoActiveController',
  'KafkaBrokerDown',
  'KafkaDiskNearlyFull',
  'KafkaConsumerLag',
  'KafkaConsumerStalled',
  'KafkaDeadLetters',
  'KafkaFailedAuthentications',
  'KafkaDeniedOperations',
  'KafkaCertificateExpires',
  'KafkaCertificateNotRenewed',
  'KafkaUsersNotReconciled',
  'KafkaSecretNotSynced',
  'KafkaMirrorMakerRecordAge',
  'KafkaMirrorMakerTaskFailed',
] as const;

export type AlertName = (typeof alertNames)[number];

export interface Alert {
  readonly name: AlertName;
  /** `page` wakes somebody up; `ticket` waits for working hours. */
  readonly severity: 'page' | 'ticket';
  /** How long the expression holds before the alert fires. */
  readonly for: Window;
  readonly expression: Promql;
  /** One line; Prometheus fills in `{{ $labels.… }}` and `{{ $value }}`. */
  readonly summary: string;
  /** What it means for whoever is called. */
  readonly description: string;
}
