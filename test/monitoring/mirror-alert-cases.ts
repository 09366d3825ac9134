import type { AlertCase, Series } from './alert-case';

const mirror = { namespace: 'kafka', strimzi_io_cluster: 'dr' };
const age = (values: string): Series => ({
  signal: 'recordAge',
  labels: { ...mirror, source: 'main', target: 'standby', topic: 'main.orders.created', partition: '0' },
  values,
});
const task = (status: string): Series => ({
  signal: 'taskStatus',
  labels: { ...mirror, connector: 'main->standby.MirrorSourceConnector', task: '0', status },
  values: '1x10',
});

/** Of MirrorMaker 2. */
export const mirrorAlertCases: readonly AlertCase[] = [
  {
    alert: 'KafkaMirrorMakerRecordAge',
    when: 'records arrive later than the replication promises',
    series: [age('60001x10'), task('running')],
    at: 6,
    fires: [
      {
        labels: { source: 'main', target: 'standby' },
        summary: 'Records from main reach standby 60001 ms after they were written',
      },
    ],
  },
  {
    alert: 'KafkaMirrorMakerRecordAge',
    when: 'they arrive just in time',
    series: [age('60000x10'), task('running')],
    at: 6,
    fires: [],
  },
  {
    alert: 'KafkaMirrorMakerTaskFailed',
    when: 'a task has failed',
    series: [task('failed')],
    at: 3,
    fires: [
      {
        labels: { connector: 'main->standby.MirrorSourceConnector' },
        summary: 'main->standby.MirrorSourceConnector has a failed task',
      },
    ],
  },
  {
    alert: 'KafkaMirrorMakerTaskFailed',
    when: 'MirrorMaker is gone, or runs and does nothing',
    series: [],
    at: 3,
    fires: [{ summary: 'MirrorMaker reports nothing' }],
  },
  { alert: 'KafkaMirrorMakerTaskFailed', when: 'tasks run', series: [task('running')], at: 3, fires: [] },
];
