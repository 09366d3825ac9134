import { fieldsChanged } from '../../../workflows/kubernetes/difference';

const topic = (spec: object, metadata: object = {}) => ({
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaTopic',
  metadata: { name: 'orders', ...metadata },
  spec,
});

test('what is equal does not differ, whatever the order of its keys', () => {
  expect(fieldsChanged(topic({ partitions: 3, replicas: 2 }), topic({ replicas: 2, partitions: 3 }))).toEqual([]);
});

test('what the server and operators write is no difference', () => {
  const before = { ...topic({}, { uid: 'a', generation: 1, managedFields: [1] }), status: { conditions: [] } };
  expect(fieldsChanged(before, topic({}, { uid: 'b', generation: 2, resourceVersion: '7' }))).toEqual([]);
});

test('a field has its path, as descriptions write it, with what was and what will be', () => {
  const [before, after] = [
    { 'retention.ms': '2', old: 'x' },
    { 'retention.ms': '1', new: 'y' },
  ];
  expect(fieldsChanged(topic({ config: before }), topic({ config: after }))).toEqual([
    { path: 'spec.config.new', after: 'y' },
    { path: 'spec.config.old', before: 'x' },
    { path: "spec.config['retention.ms']", before: '2', after: '1' },
  ]);
});

test('entries of a list that have names are compared by them', () => {
  const listener = (name: string, port: number) => ({ name, port });
  expect(
    fieldsChanged(
      topic({ listeners: [listener('plain', 9092), listener('tls', 9093)] }),
      topic({ listeners: [listener('tls', 9094), listener('plain', 9092)] }),
    ),
  ).toEqual([{ path: 'spec.listeners.tls.port', before: '9093', after: '9094' }]);
});

test('entries without names join and leave as wholes', () => {
  const may = (operation: string) => ({ operations: [operation] });
  expect(
    fieldsChanged(topic({ acls: [may('Read'), may('Write')] }), topic({ acls: [may('Write'), may('Describe')] })),
  ).toEqual([
    { path: 'spec.acls', before: '{"operations":["Read"]}' },
    { path: 'spec.acls', after: '{"operations":["Describe"]}' },
  ]);
});

test('an entry that is there twice and then once has left once', () => {
  expect(fieldsChanged(topic({ args: ['a', 'a'] }), topic({ args: ['a'] }))).toEqual([
    { path: 'spec.args', before: 'a' },
  ]);
});

test('another order of a list is a difference', () => {
  expect(fieldsChanged(topic({ args: ['a', 'b'] }), topic({ args: ['b', 'a'] }))).toEqual([
    { path: 'spec.args', before: '["a","b"]', after: '["b","a"]' },
  ]);
});

test('a long text is told by its size', () => {
  const [change] = fieldsChanged(topic({ text: 'a\nb' }), topic({ text: 'x'.repeat(500) }));
  expect(change).toEqual({ path: 'spec.text', before: '2 lines, 3 characters', after: '1 lines, 500 characters' });
});
