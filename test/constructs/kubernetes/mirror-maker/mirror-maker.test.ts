import { App, Chart } from 'cdk8s';
import {
  MirrorMaker,
  type MirrorMakerCluster,
  type MirrorMakerProps,
} from '../../../../constructs/kubernetes/mirror-maker/mirror-maker';
import { restrictedContainer } from '../../../../constructs/kubernetes/restricted';
import { change } from '../../../support/change';

const source: MirrorMakerCluster = {
  alias: 'main',
  bootstrapServers: 'main:9093',
  authentication: {
    type: 'scram-sha-512',
    username: 'reader',
    passwordSecret: { secretName: 'reader', password: 'password' },
  },
};
const target: MirrorMakerCluster = {
  alias: 'standby',
  bootstrapServers: 'standby:9093',
  authentication: {
    type: 'tls',
    certificateAndKey: { secretName: 'writer', certificate: 'user.crt', key: 'user.key' },
  },
};
const least: MirrorMakerProps = {
  metadata: { name: 'orders-standby' },
  version: '4.3.1',
  source,
  target,
  topicsPattern: 'orders\\.created',
  topicsExcludePattern: '__.*',
  groupsPattern: 'payment-service',
  groupsExcludePattern: 'connect-.*',
  tasksMax: 2,
  sourceConnector: { 'replication.factor': '3' },
  checkpointConnector: { 'sync.group.offsets.enabled': 'true' },
  worker: {
    groupId: 'workers',
    configStorageTopic: 'configs',
    offsetStorageTopic: 'offsets',
    statusStorageTopic: 'status',
    config: { 'status.storage.replication.factor': '3' },
  },
};
const made = (props: MirrorMakerProps) => {
  const chart = new Chart(new App(), 'kafka');
  new MirrorMaker(chart, 'mirror', props);
  return chart.toJson()[0];
};
const becomes = {
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaMirrorMaker2',
  metadata: { name: 'orders-standby' },
  spec: {
    version: '4.3.1',
    replicas: 1,
    target: {
      ...target,
      tls: { trustedCertificates: [] },
      groupId: 'workers',
      configStorageTopic: 'configs',
      offsetStorageTopic: 'offsets',
      statusStorageTopic: 'status',
      config: { 'status.storage.replication.factor': '3' },
    },
    mirrors: [
      {
        source: { ...source, tls: { trustedCertificates: [] } },
        sourceConnector: { tasksMax: 2, config: { 'replication.factor': '3' }, autoRestart: { enabled: true } },
        checkpointConnector: {
          tasksMax: 2,
          config: { 'sync.group.offsets.enabled': 'true' },
          autoRestart: { enabled: true },
        },
        topicsPattern: 'orders\\.created',
        topicsExcludePattern: '__.*',
        groupsPattern: 'payment-service',
        groupsExcludePattern: 'connect-.*',
      },
    ],
    template: { connectContainer: restrictedContainer },
  },
};
const trusted = [{ secretName: 'main-ca', certificate: 'ca.crt' }];

/** A prop, its new value, and the fields of the object that change. */
const changes: readonly (readonly [string, unknown, Readonly<Record<string, unknown>>])[] = [
  ['metadata.name', 'other', { 'metadata.name': 'other' }],
  ['metadata.namespace', 'kafka', { 'metadata.namespace': 'kafka' }],
  ['version', '4.2.0', { 'spec.version': '4.2.0' }],
  ['replicas', 2, { 'spec.replicas': 2 }],
  ['source.alias', 'first', { 'spec.mirrors.0.source.alias': 'first' }],
  ['source.bootstrapServers', 'a:1', { 'spec.mirrors.0.source.bootstrapServers': 'a:1' }],
  ['source.trustedCertificates', trusted, { 'spec.mirrors.0.source.tls.trustedCertificates': trusted }],
  ['source.authentication', target.authentication, { 'spec.mirrors.0.source.authentication': target.authentication }],
  ['target.alias', 'second', { 'spec.target.alias': 'second' }],
  ['target.bootstrapServers', 'b:1', { 'spec.target.bootstrapServers': 'b:1' }],
  ['target.trustedCertificates', trusted, { 'spec.target.tls.trustedCertificates': trusted }],
  ['target.authentication', source.authentication, { 'spec.target.authentication': source.authentication }],
  ['topicsPattern', 'a', { 'spec.mirrors.0.topicsPattern': 'a' }],
  ['topicsExcludePattern', 'b', { 'spec.mirrors.0.topicsExcludePattern': 'b' }],
  ['groupsPattern', 'c', { 'spec.mirrors.0.groupsPattern': 'c' }],
  ['groupsExcludePattern', 'd', { 'spec.mirrors.0.groupsExcludePattern': 'd' }],
  ['tasksMax', 4, { 'spec.mirrors.0.sourceConnector.tasksMax': 4, 'spec.mirrors.0.checkpointConnector.tasksMax': 4 }],
  ['sourceConnector', { x: '1' }, { 'spec.mirrors.0.sourceConnector.config': { x: '1' } }],
  ['checkpointConnector', { y: '1' }, { 'spec.mirrors.0.checkpointConnector.config': { y: '1' } }],
  ['worker.groupId', 'g', { 'spec.target.groupId': 'g' }],
  ['worker.configStorageTopic', 't', { 'spec.target.configStorageTopic': 't' }],
  ['worker.offsetStorageTopic', 't', { 'spec.target.offsetStorageTopic': 't' }],
  ['worker.statusStorageTopic', 't', { 'spec.target.statusStorageTopic': 't' }],
  ['worker.config', { z: '1' }, { 'spec.target.config': { z: '1' } }],
  ['resources', { limits: { memory: '1Gi' } }, { 'spec.resources': { limits: { memory: '1Gi' } } }],
  [
    'metricsConfig',
    { name: 'metrics', key: 'mirror-maker.yaml' },
    {
      'spec.metricsConfig': {
        type: 'jmxPrometheusExporter',
        valueFrom: { configMapKeyRef: { name: 'metrics', key: 'mirror-maker.yaml' } },
      },
    },
  ],
];

const keys = (path: string) => path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));

test('with the least that it needs it has its defaults and nothing else', () => {
  expect(made(least)).toEqual(becomes);
});

test.each(changes)('%s %j changes what it becomes to %j', (prop, value, fields) => {
  const expected = Object.entries(fields).reduce((so, [path, to]) => change(so, keys(path), to), becomes as object);
  expect(made(change(least, keys(prop), value))).toEqual(expected);
});

test('every prop has a change in this table', () => {
  const known = new Set(changes.map(([prop]) => prop.split('.')[0]));
  expect([...known]).toEqual(expect.arrayContaining([...Object.keys(least), 'replicas', 'resources', 'metricsConfig']));
});
