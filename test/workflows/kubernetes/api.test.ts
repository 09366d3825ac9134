import { KubernetesApi } from '../../../workflows/kubernetes/api';
import { ApiError, failureOf } from '../../../workflows/kubernetes/api-error';
import type { Answer, Question } from '../../../workflows/kubernetes/proxy';

const topics = { apiVersion: 'kafka.strimzi.io/v1', kind: 'KafkaTopic', plural: 'kafkatopics', namespaced: true };
const topic = { apiVersion: topics.apiVersion, kind: topics.kind, metadata: { name: 'a.b', namespace: 'kafka' } };
const ok = (body: object): Answer => ({ status: 200, body: JSON.stringify(body) });
const status = (code: number, body: object = { message: 'no' }): Answer => ({
  status: code,
  body: JSON.stringify(body),
});

/** An API that gives these answers, one after the other, and keeps what it was asked. */
function api(...answers: readonly Answer[]) {
  const asked: Question[] = [];
  const rest = [...answers];
  const answered = new KubernetesApi(async (question) => {
    asked.push(question);
    return rest.shift() as Answer;
  });
  return { api: answered, asked };
}

test('applies server-side, strictly, as the kit, and takes nothing from others', async () => {
  const { api: kubernetes, asked } = api(ok(topic), ok(topic));
  await kubernetes.apply(topics, topic);
  await kubernetes.apply(topics, topic, { dryRun: true, force: true });
  const path =
    '/apis/kafka.strimzi.io/v1/namespaces/kafka/kafkatopics/a.b?fieldManager=kafka-platform-kit&fieldValidation=Strict';
  expect(asked.map((question) => question.path)).toEqual([`${path}&force=false`, `${path}&force=true&dryRun=All`]);
  expect(asked[0]).toMatchObject({ method: 'PATCH', contentType: 'application/apply-patch+yaml' });
});

test('reads a list page by page, and says of each what it is', async () => {
  const page = (name: string, token?: string) => ok({ items: [{ metadata: { name } }], metadata: { continue: token } });
  const { api: kubernetes, asked } = api(page('a', 'next'), page('b'));
  expect(await kubernetes.list(topics, 'kafka', 'a=b')).toEqual([
    { apiVersion: topics.apiVersion, kind: 'KafkaTopic', metadata: { name: 'a' } },
    { apiVersion: topics.apiVersion, kind: 'KafkaTopic', metadata: { name: 'b' } },
  ]);
  expect(asked[1]?.path).toContain('continue=next');
  expect(asked[1]?.path).toContain('labelSelector=a%3Db');
});

test('deletes the object that was seen, not one that was made anew under its name', async () => {
  const { api: kubernetes, asked } = api(status(404));
  await kubernetes.remove(topics, { ...topic, metadata: { ...topic.metadata, uid: '1' } });
  expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({ preconditions: { uid: '1' } });
});

test('asks a busy server again, and not one that refuses', async () => {
  const busy = { ...status(429), retryAfter: 0.01 };
  const patient = api(busy, ok(topic));
  expect(await patient.api.get(topics, 'a.b', 'kafka')).toEqual(topic);
  const refused = api(status(403));
  await expect(refused.api.get(topics, 'a.b', 'kafka')).rejects.toMatchObject({ status: 403 });
  expect(refused.asked).toHaveLength(1);
});

test('what is not there is nothing', async () => {
  const { api: kubernetes } = api(status(404), status(404), status(404));
  expect(await kubernetes.get(topics, 'a.b', 'kafka')).toBeUndefined();
  expect(await kubernetes.resources('kafka.strimzi.io/v1')).toEqual([]);
  expect(await kubernetes.preferredVersion('kafka.strimzi.io')).toBeUndefined();
});

test('a conflict names each field and who holds it', () => {
  const cause = (field: string, manager: string) => ({
    reason: 'FieldManagerConflict',
    message: `conflict with "${manager}" using kafka.strimzi.io/v1`,
    field,
  });
  const body = { message: 'conflicts', reason: 'Conflict', details: { causes: [cause('.spec.replicas', 'keda')] } };
  expect(ApiError.of(status(409, body)).conflicts).toEqual([{ field: '.spec.replicas', manager: 'keda' }]);
});

test('what is no Status is told as it is', () => {
  const failure = failureOf(ApiError.of({ status: 502, body: 'dial tcp: connection refused\n' }), 'it does not answer');
  expect(failure).toMatchObject({
    message: 'it does not answer',
    details: { why: ['dial tcp: connection refused'], fix: expect.stringContaining('reach the API server') },
  });
});

test('a mistake of our own is no failure of the server', () => {
  expect(() => failureOf(new TypeError('undefined is not a function'), 'anything')).toThrow(TypeError);
});
