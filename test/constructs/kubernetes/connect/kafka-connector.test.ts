import { App, Chart } from 'cdk8s';
import { KafkaConnector, type KafkaConnectorProps } from '../../../../constructs/kubernetes/connect/kafka-connector';
import { change } from '../../../support/change';

const least: KafkaConnectorProps = {
  metadata: { name: 'inventory' },
  connectCluster: 'pipeline',
  class: 'org.example.Source',
};
const made = (props: KafkaConnectorProps) => {
  const chart = new Chart(new App(), 'kafka');
  new KafkaConnector(chart, 'connector', props);
  return chart.toJson()[0];
};
const becomes = {
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaConnector',
  metadata: { name: 'inventory', labels: { 'strimzi.io/cluster': 'pipeline' } },
  spec: { class: 'org.example.Source', tasksMax: 1, state: 'running', config: {}, autoRestart: { enabled: true } },
};

/** A prop, its new value, and the fields of the object that change. */
const changes: readonly (readonly [string, unknown, Readonly<Record<string, unknown>>])[] = [
  ['metadata.name', 'other', { 'metadata.name': 'other' }],
  ['metadata.labels', { owner: 'orders' }, { 'metadata.labels.owner': 'orders' }],
  ['connectCluster', 'other', { 'metadata.labels': { 'strimzi.io/cluster': 'other' } }],
  ['class', 'org.example.Sink', { 'spec.class': 'org.example.Sink' }],
  ['tasksMax', 3, { 'spec.tasksMax': 3 }],
  ['state', 'stopped', { 'spec.state': 'stopped' }],
  ['config', { a: 'b' }, { 'spec.config': { a: 'b' } }],
  ['listOffsets', 'offsets', { 'spec.listOffsets': { toConfigMap: { name: 'offsets' } } }],
  ['alterOffsets', 'offsets', { 'spec.alterOffsets': { fromConfigMap: { name: 'offsets' } } }],
];

test('with the least that it needs it has its defaults and nothing else', () => {
  expect(made(least)).toEqual(becomes);
});

test.each(changes)('%s %j changes what it becomes to %j', (prop, value, fields) => {
  const keys = (path: string) => (path === 'metadata.labels' ? ['metadata', 'labels'] : path.split('.'));
  const expected = Object.entries(fields).reduce((so, [path, to]) => change(so, keys(path), to), becomes as object);
  expect(made(change(least, keys(prop), value))).toEqual(expected);
});

test('every prop has a change in this table', () => {
  const known = new Set(changes.map(([prop]) => prop.split('.')[0]));
  const optional = ['tasksMax', 'state', 'config', 'listOffsets', 'alterOffsets'];
  expect([...known].sort()).toEqual([...Object.keys(least), ...optional].sort());
});
