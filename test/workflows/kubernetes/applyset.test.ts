import {
  applySetOf,
  asMember,
  idOf,
  isMember,
  memberLabel,
  parentOf,
  scopeOf,
  union,
} from '../../../workflows/kubernetes/applyset';
import type { LiveObject } from '../../../workflows/kubernetes/object';

const object = (kind: string, namespace: string, apiVersion = 'kafka.strimzi.io/v1') => ({
  apiVersion,
  kind,
  metadata: { name: 'orders', namespace },
});

test('the id of a set follows from its parent’s name, namespace, kind and group, as the specification says', () => {
  // printf 'kafka-platform-kit.kafka-dev.ConfigMap.' | openssl dgst -sha256 -binary | basenc --base64url
  expect(idOf('kafka-dev')).toBe('applyset-xS07nL5QAYnYXEtOD86JWrMlLnk71Vo1Qf3_k81rYgc-v1');
  expect(idOf('kafka-dev').length).toBeLessThanOrEqual(63);
});

test('the parent says in which kinds and other namespaces members are, sorted', () => {
  const scope = scopeOf([
    object('KafkaTopic', 'kafka'),
    object('ConfigMap', 'kafka', 'v1'),
    object('Role', 'apps', 'rbac.authorization.k8s.io/v1'),
  ]);
  const parent = parentOf('kafka', { environment: 'dev', ...scope });
  expect(parent.metadata.annotations).toEqual({
    'applyset.kubernetes.io/tooling': 'kafka-platform-kit/v1',
    'applyset.kubernetes.io/contains-group-kinds':
      'ConfigMap,KafkaTopic.kafka.strimzi.io,Role.rbac.authorization.k8s.io',
    'applyset.kubernetes.io/additional-namespaces': 'apps',
  });
  expect(applySetOf(parent)).toMatchObject({
    isOurs: true,
    environment: 'dev',
    groupKinds: scope.groupKinds,
    namespaces: scope.namespaces,
  });
});

test('a ConfigMap of that name that another tool made is not ours', () => {
  const parent = parentOf('kafka', { environment: 'dev', ...scopeOf([]) });
  const other = { ...parent.metadata, annotations: { 'applyset.kubernetes.io/tooling': 'kubectl/v1.32' } };
  expect(applySetOf({ ...parent, metadata: other })).toMatchObject({ isOurs: false, tooling: 'kubectl/v1.32' });
  expect(applySetOf({ ...parent, metadata: { name: parent.metadata.name, namespace: 'kafka' } })?.isOurs).toBe(false);
});

test('scopes join', () => {
  const both = union(scopeOf([object('Kafka', 'a')]), scopeOf([object('KafkaUser', 'b')]));
  expect([[...both.groupKinds], [...both.namespaces]]).toEqual([
    ['Kafka.kafka.strimzi.io', 'KafkaUser.kafka.strimzi.io'],
    ['a', 'b'],
  ]);
});

describe('a member', () => {
  const managedFields = [{ manager: 'kafka-platform-kit', operation: 'Apply' }];
  const member: LiveObject = asMember({ ...object('Kafka', 'kafka') }, 'id');
  const with_ = (more: object): LiveObject => ({ ...member, metadata: { ...member.metadata, managedFields, ...more } });

  test('has the label and was applied by the kit', () => {
    expect(isMember(with_({}), 'id')).toBe(true);
    expect(member.metadata.labels).toEqual({ [memberLabel]: 'id' });
  });

  test.each([
    ['of another set', { labels: { [memberLabel]: 'other' } }],
    ['without the label', { labels: {} }],
    [
      'that its operator made, with labels that it copied',
      { managedFields: [{ manager: 'strimzi-cluster-operator' }] },
    ],
    ['that belongs to another object', { ownerReferences: [{ kind: 'Kafka', name: 'main' }] }],
  ])('is not one %s', (_, more) => {
    expect(isMember(with_(more), 'id')).toBe(false);
  });
});
