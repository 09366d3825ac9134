import type { JmxSignal } from './signal';

/**
 * What a MirrorMaker 2 worker says of its flows and tasks, in the names of Strimzi's configuration. The last seen record's
 * age stays for ever when nothing follows; the greatest of the last half minute ends, so that is what an alert may look at.
 * @see https://kafka.apache.org/43/operations/geo-replication-cross-cluster-data-mirroring/
 */
export const mirrorMakerSignals = {
  recordAge: {
    metric: 'kafka_connect_mirror_mirrorsourceconnector_record_age_ms_max',
    source: 'mirror-maker',
    unit: 'milliseconds',
    labels: ['source', 'target', 'topic', 'partition'],
    bean: 'kafka.connect.mirror:type=MirrorSourceConnector,source=*,target=*,topic=*,partition=*',
    attribute: 'record-age-ms-max',
  },
  mirroredRecords: {
    metric: 'kafka_connect_mirror_mirrorsourceconnector_record_rate',
    source: 'mirror-maker',
    unit: 'records',
    labels: ['source', 'target', 'topic', 'partition'],
    bean: 'kafka.connect.mirror:type=MirrorSourceConnector,source=*,target=*,topic=*,partition=*',
    attribute: 'record-rate',
  },
  /** 1 with the state that a task is in: `running`, `failed`, `paused`… */
  taskStatus: {
    metric: 'kafka_connect_connector_status',
    source: 'mirror-maker',
    unit: 'flag',
    labels: ['connector', 'task', 'status'],
    bean: 'kafka.connect:type=connector-task-metrics,connector=*,task=*',
    attribute: 'status',
    word: 'status',
  },
} as const satisfies Record<string, JmxSignal>;
