import type { AlertCase, Series } from './alert-case';
import { broker } from './alert-series';

const denied = (values: string, labels: Readonly<Record<string, string>> = {}): Series =>
  broker('deniedOperations', values, {
    config: 'authorizer.class.name',
    class: 'StandardAuthorizer',
    role: 'broker',
    ...labels,
  });
const expiry = (days: number): Series => ({
  signal: 'certificateExpiry',
  labels: { cluster: 'main', resource_namespace: 'kafka', namespace: 'strimzi', type: 'cluster-ca' },
  values: `${days * 86_400_000}x120`,
});

/** Promtool's clock begins at 0: what was to be renewed before that has a negative time. */
const renewal = (hoursAgo: number, name = 'main-listener-tls'): Series => ({
  signal: 'certificateRenewal',
  labels: { name, exported_namespace: 'kafka', namespace: 'cert-manager' },
  values: `${-hoursAgo * 3600}x120`,
});

/** Of who signs in, what is refused, and of certificates. */
export const securityAlertCases: readonly AlertCase[] = [
  {
    alert: 'KafkaFailedAuthentications',
    when: 'seven logins a minute fail on one listener',
    series: [broker('failedAuthentications', '0+7x20', { listener: 'SCRAM-9093', networkProcessor: '1' })],
    at: 12,
    fires: [{ labels: { listener: 'SCRAM-9093' }, summary: '116.7m logins a second fail on listener SCRAM-9093' }],
  },
  {
    alert: 'KafkaFailedAuthentications',
    when: 'five do',
    series: [broker('failedAuthentications', '0+5x20', { listener: 'SCRAM-9093', networkProcessor: '1' })],
    at: 12,
    fires: [],
  },
  {
    alert: 'KafkaDeniedOperations',
    when: 'a program is refused on two brokers, again and again',
    series: [denied('0x1440 1x20'), denied('0x1440 3x20', { pod: 'main-fast-ssd-5' })],
    at: 1452,
    fires: [{ summary: 'main refuses 4 operations a minute' }],
  },
  {
    alert: 'KafkaDeniedOperations',
    when: 'what lists topics is refused as it always is',
    series: [denied('40x1460')],
    at: 1452,
    fires: [],
  },
  {
    alert: 'KafkaDeniedOperations',
    when: 'somebody looked around, and went',
    series: [denied('0 0 5 5 0x20')],
    at: 12,
    fires: [],
  },
  {
    alert: 'KafkaDeniedOperations',
    when: 'only the controller refused, what the brokers passed on',
    series: [denied('0x1440 9x20', { role: 'controller' })],
    at: 1452,
    fires: [],
  },
  {
    alert: 'KafkaCertificateExpires',
    when: 'an authority that should have been renewed ends in 20 days',
    series: [expiry(20)],
    at: 90,
    fires: [
      {
        labels: { cluster: 'main', resource_namespace: 'kafka', type: 'cluster-ca' },
        summary: 'The certificate authority cluster-ca of main ends in 19d 22h 30m 0s',
      },
    ],
  },
  {
    alert: 'KafkaCertificateNotRenewed',
    when: 'cert-manager was to make it anew seven and a half hours ago',
    series: [renewal(6), renewal(-700, 'main-listener-outer')],
    at: 90,
    fires: [
      {
        labels: { name: 'main-listener-tls' },
        summary: 'The certificate main-listener-tls was to be renewed 7h 30m 0s ago',
      },
    ],
  },
  {
    alert: 'KafkaCertificateNotRenewed',
    when: 'it was to be made four hours ago, or is another cluster’s',
    series: [renewal(2.5), renewal(100, 'other-listener-tls')],
    at: 90,
    fires: [],
  },
  { alert: 'KafkaCertificateExpires', when: 'it ends in 22 days', series: [expiry(22)], at: 90, fires: [] },
];
