import type { JudgedChange } from '../../../workflows/judgement';
import { difference, reviewLines } from '../../../workflows/kubernetes/report';
import type { KubernetesResult, ObjectResult } from '../../../workflows/kubernetes/result';

const object = (address: string, more: Partial<ObjectResult> = {}): ObjectResult => ({
  unit: 'main',
  address,
  namespace: 'kafka',
  identity: address,
  action: 'create',
  status: 'planned',
  fields: [],
  ...more,
});
const told = (...objects: readonly ObjectResult[]) =>
  difference({
    context: { name: 'test', server: 'https://127.0.0.1' },
    judgement: { verdict: 'safe', changes: [] },
    objects,
    seconds: 0,
  } satisfies KubernetesResult);

test('each unit says what becomes of its objects, and each change its fields', () => {
  expect(
    told(
      object('KafkaTopic/a'),
      object('KafkaTopic/b', {
        action: 'change',
        fields: [
          { path: 'spec.partitions', before: '3', after: '6' },
          { path: 'spec.topicName', after: 'B' },
        ],
      }),
      object('KafkaTopic/c', { action: 'unchanged', status: 'unchanged' }),
      object('Namespace/kafka', { unit: 'namespaces', namespace: undefined, action: 'unchanged', status: 'unchanged' }),
      object('KafkaUser/old', { unit: undefined, action: 'delete' }),
      object('Kafka/old', { unit: undefined, action: 'leave', status: 'left' }),
    ),
  ).toEqual([
    '  main  1 to create, 1 to change, 1 unchanged',
    '    + KafkaTopic/a in kafka',
    '    ~ KafkaTopic/b in kafka',
    '        spec.partitions: 3 → 6',
    '        spec.topicName: (none) → B',
    '  namespaces  no changes',
    '  described no longer  1 to delete, 1 left behind',
    '    - KafkaUser/old in kafka',
    '    ! Kafka/old in kafka',
  ]);
});

test('of many objects the first are told, and how many more', () => {
  const lines = told(...Array.from({ length: 40 }, (_, index) => object(`KafkaTopic/t${index}`)));
  expect(lines).toHaveLength(32);
  expect(lines.at(-1)).toBe('    + … and 10 more');
});

test('of many findings of a code the first are told, and how many more; those of another are not hidden', () => {
  const finding = (code: JudgedChange['code'], address: string): JudgedChange => ({
    ...{ code, address, verdict: 'review', problem: 'replicas fall from 3 to 2', fix: 'nothing' },
  });
  const many = Array.from({ length: 40 }, (_, index) => finding('KFK-D013', `KafkaTopic/t${index}`));
  const changes = [...many, finding('KFK-D004', 'KafkaUser/old')];
  const plan = {
    objects: [],
    leaving: [],
    toAdopt: [],
    unseen: [],
    judgement: { verdict: 'review' as const, changes },
  };
  const lines = reviewLines({ ...plan, scope: { groupKinds: new Set(), namespaces: new Set() } });
  expect(lines).toHaveLength(32);
  expect(lines.slice(-2)).toEqual([
    '  review   KFK-D013 … and 10 more',
    '  review   KFK-D004 access or configuration is removed: KafkaUser/old: replicas fall from 3 to 2',
  ]);
});
