import type { SignalName } from '../../render/monitoring/signals/signals';
import type { AlertCase, Series } from './alert-case';

/** What External Secrets says of one object: its own namespace is `exported_namespace`, beside that of the controller. */
const object = (
  signal: SignalName,
  name: string,
  values: string,
  namespaces: Readonly<Record<string, string>> = { namespace: 'external-secrets', exported_namespace: 'kafka' },
): Series => ({ signal, labels: { ...namespaces, name, condition: 'Ready', status: 'False' }, values });

const running: Series = {
  signal: 'externalSecretsReconciled',
  labels: { namespace: 'external-secrets', controller: 'externalsecret', result: 'success' },
  values: '0+2x120',
};
const of = (name: string) => ({ labels: { name }, summary: `External Secrets does not bring ${name}` });

export const secretAlertCases: readonly AlertCase[] = [
  {
    alert: 'KafkaSecretNotSynced',
    when: 'Vault has signed nothing for more than an hour, and the others are brought',
    series: [
      running,
      object('externalSecretNotReady', 'shop-certificate', '0x10 1x110'),
      object('externalSecretNotReady', 'shop-kafka', '0x120'),
    ],
    at: 80,
    fires: [of('shop-certificate')],
  },
  {
    alert: 'KafkaSecretNotSynced',
    when: 'it did not answer for half an hour',
    series: [running, object('externalSecretNotReady', 'shop-certificate', '0x10 1x30 0x80')],
    at: 80,
    fires: [],
  },
  {
    alert: 'KafkaSecretNotSynced',
    when: 'a connection is not brought to where its application runs, and Prometheus keeps the names of labels',
    series: [running, object('externalSecretNotReady', 'shop-kafka', '1x120', { namespace: 'applications' })],
    at: 80,
    fires: [of('shop-kafka')],
  },
  {
    alert: 'KafkaSecretNotSynced',
    when: 'a password cannot be made in the store, from which another of its name is read',
    series: [
      running,
      object('externalSecretNotReady', 'shop-password', '0x120'),
      object('pushSecretNotReady', 'shop-password', '1x120'),
    ],
    at: 80,
    fires: [of('shop-password')],
  },
  {
    alert: 'KafkaSecretNotSynced',
    when: 'what fails is of another environment, of another team, or of a controller that runs beside the cluster',
    series: [
      running,
      object('externalSecretNotReady', 'shop-kafka', '1x120', {
        namespace: 'external-secrets',
        exported_namespace: 'kafka-stage',
      }),
      object('externalSecretNotReady', 'payroll', '1x120'),
      object('externalSecretNotReady', 'shop-certificate', '1x120', {
        namespace: 'kafka',
        exported_namespace: 'kafka-stage',
      }),
    ],
    at: 80,
    fires: [],
  },
  {
    alert: 'KafkaSecretNotSynced',
    when: 'the controller is gone, and says nothing of anybody',
    series: [
      { ...running, values: '0+2x20 stale' },
      object('externalSecretNotReady', 'shop-certificate', '0x20 stale'),
    ],
    at: 90,
    fires: [{ summary: 'External Secrets does not run, or Prometheus does not ask it' }],
  },
  {
    alert: 'KafkaSecretNotSynced',
    when: 'it has started again, and had nothing to read since',
    series: [running],
    at: 90,
    fires: [],
  },
];
