import { KubernetesDeployment } from '../../../workflows/kubernetes/apply';
import { asMember, idOf, parentOf } from '../../../workflows/kubernetes/applyset';
import type { KubernetesObject } from '../../../workflows/kubernetes/object';
import { type PlanProps, planUnits } from '../../../workflows/kubernetes/plan';
import { difference } from '../../../workflows/kubernetes/report';
import { plannedResult } from '../../../workflows/kubernetes/result';
import { ApiStore, refused } from '../../support/api-store';

const object = <More extends object>(kind: string, name: string, more: More, apiVersion = 'kafka.strimzi.io/v1') => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'kafka' },
  ...more,
});
const namespace: KubernetesObject = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'kafka' } };
const context = { disposable: false, approvals: [], today: '2026-11-21', removals: new Map() };
const server = { name: 'test', server: 'https://127.0.0.1' };

const plan = (store: ApiStore, objects: readonly KubernetesObject[], more: Partial<PlanProps> = {}) =>
  planUnits(store.api, {
    environment: 'dev',
    namespace: 'kafka',
    units: [{ name: 'main', folder: 'kubernetes/main', dependsOn: [], files: [{ path: 'main.yaml', objects }] }],
    context,
    force: false,
    adopt: [],
    named: { explicitly: true, context: 'test' },
    ...more,
  });
async function deploy(store: ApiStore, objects: readonly KubernetesObject[]) {
  const planned = await plan(store, objects);
  const result = plannedResult(server, planned);
  const props = { environment: 'dev', namespace: 'kafka', plan: planned, result, force: false };
  await new KubernetesDeployment(store.api, { ...props, progress: () => undefined }).run();
  return result;
}

describe('an environment that is in another namespace already', () => {
  const elsewhere = (environment: string) => {
    const store = new ApiStore();
    store.put(parentOf('kafka-old', { environment, groupKinds: new Set(), namespaces: new Set() }));
    return store;
  };

  test.each([true, false])('is not made a second time, whether the context is named or not: %s', async (explicitly) => {
    await expect(plan(elsewhere('dev'), [namespace], { named: { explicitly, context: 'test' } })).rejects.toMatchObject(
      {
        message: "KFK-D009 the context 'test' has 'dev' in the namespace 'kafka-old', and nothing of it in 'kafka'",
        exit: 2,
        details: { fix: expect.stringContaining('--adopt Namespace/kafka') },
      },
    );
  });

  test('may be another project’s, which a person has to say', async () => {
    const { objects } = await plan(elsewhere('dev'), [namespace], { adopt: ['Namespace/kafka'] });
    expect(objects).toHaveLength(1);
  });

  test('is no concern where it is called otherwise, or nobody may look', async () => {
    expect((await plan(elsewhere('prod'), [namespace])).objects).toHaveLength(1);
    const store = elsewhere('dev');
    store.refuse = ({ path }) => (path.startsWith('/api/v1/configmaps?') ? refused(403, 'forbidden') : undefined);
    expect((await plan(store, [namespace])).objects).toHaveLength(1);
  });
});

describe('what is there and somebody else made', () => {
  const user = object('KafkaUser', 'billing', { spec: { authentication: { type: 'tls' } } });
  const byHand = { ...user, spec: { ...user.spec, quotas: { producerByteRate: 1 } } };
  const withThat = () => {
    const store = new ApiStore();
    for (const made of [namespace, byHand, object('ConfigMap', 'notes', {}, 'v1')]) store.putBy('kubectl-create', made);
    return store;
  };
  const all = [namespace, user, object('ConfigMap', 'notes', {}, 'v1')];

  test('is told as taken over, with what stays that nobody describes', async () => {
    const planned = await plan(withThat(), all);
    const lines = difference(plannedResult(server, planned));
    expect(lines).toContain('    ~ KafkaUser/billing in kafka, taken over');
    expect(lines).toContain('        spec.quotas: {"producerByteRate":1} stays, and is not described');
    expect(lines).toContain('    ~ Namespace/kafka, taken over');
    expect(lines).toContain('    ~ ConfigMap/notes in kafka, taken over');
  });

  test('needs consent where it bears data or grants access', async () => {
    const addressed = async (adopt: readonly string[]) =>
      (await plan(withThat(), all, { adopt })).toAdopt.map(({ desired }) => desired.metadata.name);
    expect(await addressed([])).toEqual(['kafka', 'billing']);
    expect(await addressed(['KafkaUser/billing'])).toEqual(['kafka']);
    expect(await addressed(['KafkaUser/*', 'Namespace/kafka'])).toEqual([]);
    expect(await addressed(['KafkaTopic/*', 'Namespace/kaf'])).toEqual(['kafka', 'billing']);
  });

  test('is ours once it was taken over, and what the kit wrote and somebody else applied is so from the start', async () => {
    const store = withThat();
    await deploy(store, all);
    expect((await plan(store, all)).toAdopt).toEqual([]);
    const written = {
      ...user,
      metadata: { ...user.metadata, labels: { 'app.kubernetes.io/managed-by': 'kafka-platform-kit' } },
    };
    const other = new ApiStore();
    other.putBy('kubectl', written);
    expect((await plan(other, [namespace, written])).toAdopt).toEqual([]);
  });
});

describe('an approval that names nothing there is', () => {
  const approval = (address: string, expires = '2026-12-31') => ({
    ...context,
    approvals: [{ code: 'KFK-D001', address, reason: 'it goes', owner: 'orders', expires }],
  });
  const gone = object('KafkaNodePool', 'two-controller', { spec: { replicas: 3 } });
  const leaving = () => {
    const store = new ApiStore();
    store.put(
      parentOf('kafka', {
        environment: 'dev',
        groupKinds: new Set(['KafkaNodePool.kafka.strimzi.io']),
        namespaces: new Set(['kafka']),
      }),
    );
    store.put(namespace);
    store.put(asMember(gone, idOf('kafka')));
    return store;
  };
  const told = async (store: ApiStore, wanted: PlanProps['context']) =>
    (await plan(store, [namespace], { context: wanted })).judgement.changes.filter(({ code }) => code === 'KFK-D014');

  test('is told with what was probably meant, before anything is applied', async () => {
    expect(await told(leaving(), approval('KafkaNodePool/two-controler'))).toMatchObject([
      {
        address: 'KafkaNodePool/two-controler',
        verdict: 'review',
        problem: expect.stringContaining("did you mean 'KafkaNodePool/two-controller'?"),
      },
    ]);
  });

  test('is not told where it is spent, ended, matches, or is about a resource of Terraform', async () => {
    const store = new ApiStore();
    store.put(namespace);
    expect(await told(store, approval('KafkaNodePool/long-gone'))).toEqual([]);
    expect(await told(leaving(), approval('KafkaNodePool/two-controler', '2026-11-20'))).toEqual([]);
    expect(await told(leaving(), approval('KafkaNodePool/two-controller'))).toEqual([]);
    expect(await told(leaving(), approval('kafka_topic.orders_created'))).toEqual([]);
  });
});

describe('a binding whose Role is not there yet', () => {
  const rbac = 'rbac.authorization.k8s.io/v1';
  const role = object('Role', 'readers', { rules: [] }, rbac);
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'readers' };
  const binding = object('RoleBinding', 'a-readers', { roleRef }, rbac);
  /** Whoever may not bind everything needs the Role, to be asked whether it grants more than they have. */
  const pipeline = () => {
    const store = new ApiStore();
    store.put(namespace);
    store.refuse = ({ method, path }) =>
      method === 'PATCH' && path.includes('/rolebindings/') && !store.get(role)
        ? refused(404, 'rolebindings "a-readers" not found')
        : undefined;
    return store;
  };

  test('is applied after it, also by an account that is no administrator', async () => {
    const store = pipeline();
    await deploy(store, [binding, role, namespace]);
    expect(store.log.filter((line) => line.includes('readers'))).toEqual(['apply readers', 'apply a-readers']);
  });

  test('and that nobody makes is refused', async () => {
    await expect(plan(pipeline(), [binding, namespace])).rejects.toMatchObject({
      details: { why: expect.arrayContaining(['RoleBinding/a-readers in kafka: rolebindings "a-readers" not found']) },
    });
  });
});

test('a topic that its operator leaves alone from now on keeps what it has', async () => {
  const topic = (annotations: object, spec: Readonly<Record<string, unknown>>) => ({
    ...object('KafkaTopic', 'orders.dlq', { spec }),
    metadata: { name: 'orders.dlq', namespace: 'kafka', annotations: { ...annotations } },
  });
  const had = { partitions: 24, replicas: 3, config: { 'retention.ms': 1_209_600_000 } };
  const store = new ApiStore();
  await deploy(store, [namespace, topic({}, had)]);
  const left = topic({ 'strimzi.io/managed': 'false' }, { partitions: 3, replicas: 3, config: {} });
  const { objects } = await plan(store, [namespace, left]);
  expect(objects.find(({ desired }) => desired.kind === 'KafkaTopic')?.fields.map(({ path }) => path)).toEqual([
    expect.stringContaining('metadata.annotations'),
  ]);
});
