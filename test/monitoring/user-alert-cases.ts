import type { SignalName } from '../../render/monitoring/signals/signals';
import type { AlertCase, Series } from './alert-case';

/** A series of the User Operator of 'main': its own namespace is not the one of the target, which Prometheus keeps. */
const operator = (signal: SignalName, values: string): Series => ({
  signal,
  labels: {
    namespace: 'kafka',
    exported_namespace: 'kafka',
    strimzi_io_cluster: 'main',
    kind: 'KafkaUser',
    pod: 'main-entity-operator-7d9f-x2x',
  },
  values,
});
/** Ten users, each looked at every two minutes. */
const calm = operator('usersReconciled', '0+5x120');
const stopped = { summary: 'Users of main are not kept as they are described' };

export const userAlertCases: readonly AlertCase[] = [
  {
    alert: 'KafkaUsersNotReconciled',
    when: 'one of ten users fails again and again for more than an hour',
    series: [calm, operator('usersNotReconciled', '0+0.5x120')],
    at: 80,
    fires: [stopped],
  },
  {
    alert: 'KafkaUsersNotReconciled',
    when: 'users failed for half an hour, while brokers restarted',
    series: [calm, operator('usersNotReconciled', '0+1x30 30x90')],
    at: 80,
    fires: [],
  },
  {
    alert: 'KafkaUsersNotReconciled',
    when: 'the operator runs, and looks at nobody',
    series: [operator('usersReconciled', '0+5x30 150x120')],
    at: 120,
    fires: [stopped],
  },
  {
    alert: 'KafkaUsersNotReconciled',
    when: 'its pod is gone',
    series: [operator('usersReconciled', '0+5x30 stale')],
    at: 110,
    fires: [stopped],
  },
  {
    alert: 'KafkaUsersNotReconciled',
    when: 'its pod starts again, and counts from nothing',
    series: [operator('usersReconciled', '0+5x60 stale _x5 0+5x60')],
    at: 120,
    fires: [],
  },
  {
    alert: 'KafkaUsersNotReconciled',
    when: 'somebody paused a user and forgot it, which counts as a success',
    series: [calm, operator('usersPaused', '0x10 1x110')],
    at: 80,
    fires: [stopped],
  },
  {
    alert: 'KafkaUsersNotReconciled',
    when: 'somebody paused a user for half an hour',
    series: [calm, operator('usersPaused', '0x10 1x30 0x80')],
    at: 80,
    fires: [],
  },
];
