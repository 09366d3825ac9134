import { KubernetesDeployment } from '../../../workflows/kubernetes/apply';
import { applySetOf, asMember, idOf, parentName } from '../../../workflows/kubernetes/applyset';
import type { KubernetesObject, LiveObject } from '../../../workflows/kubernetes/object';
import { type KubernetesPlan, planUnits } from '../../../workflows/kubernetes/plan';
import { type KubernetesFailure, plannedResult } from '../../../workflows/kubernetes/result';
import { refused, ApiStore as Store } from '../../support/api-store';

const configMap = (name: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'kafka' },
});
const namespace: KubernetesObject = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'kafka' } };
const context = { disposable: false, approvals: [], today: '2026-11-21', removals: new Map() };

const plan = (store: Store, ...objects: readonly KubernetesObject[]): Promise<KubernetesPlan> =>
  planUnits(store.api, {
    environment: 'dev',
    namespace: 'kafka',
    units: [{ name: 'main', folder: 'kubernetes/main', dependsOn: [], files: [{ path: 'main.yaml', objects }] }],
    context,
    force: false,
    adopt: [],
    named: { explicitly: true, context: 'test' },
  });

async function deploy(store: Store, objects: readonly KubernetesObject[], signal?: AbortSignal) {
  const planned = await plan(store, ...objects);
  const result = plannedResult({ name: 'test', server: 'https://127.0.0.1' }, planned);
  const props = {
    environment: 'dev',
    namespace: 'kafka',
    plan: planned,
    result,
    force: false,
    progress: () => undefined,
    signal,
  };
  await new KubernetesDeployment(store.api, props).run();
  return result;
}

const kindsOf = (store: Store) => [...(applySetOf(store.get(configMap(parentName)))?.groupKinds ?? [])];

test('the namespace comes before the set, and the set before its members', async () => {
  const store = new Store();
  await deploy(store, [configMap('a'), namespace]);
  expect(store.log).toEqual(['apply kafka', `apply ${parentName}`, 'apply a']);
  expect(kindsOf(store)).toEqual(['ConfigMap', 'Namespace']);
});

test('what is unchanged is not applied again, and the set is not written', async () => {
  const store = new Store();
  await deploy(store, [configMap('a'), namespace]);
  store.log.length = 0;
  const result = await deploy(store, [configMap('a'), namespace]);
  expect(store.log).toEqual([]);
  expect(result.objects.map(({ status }) => status)).toEqual(['unchanged', 'unchanged']);
});

test('what left goes last, and only then the set forgets its kind', async () => {
  const store = new Store();
  await deploy(store, [configMap('a'), configMap('b'), namespace]);
  store.log.length = 0;
  await deploy(store, [configMap('c'), namespace]);
  expect(store.log).toEqual(['apply c', 'delete a', 'delete b']);
  store.log.length = 0;
  await deploy(store, [namespace]);
  expect(store.log).toEqual(['delete c', `apply ${parentName}`]);
  expect(kindsOf(store)).toEqual(['Namespace']);
});

test('after a refusal nothing is deleted and nothing forgotten; the next run goes on', async () => {
  const store = new Store();
  await deploy(store, [configMap('a'), namespace]);
  store.refuse = ({ method, path }) =>
    method === 'PATCH' && path.includes('/configmaps/b?') && !path.includes('dryRun')
      ? refused(403, 'over quota')
      : undefined;
  const failure = (await deploy(store, [configMap('b'), namespace]).catch((error) => error)) as KubernetesFailure;
  expect(failure).toMatchObject({
    exit: 5,
    details: { why: ['ConfigMap/b in kafka: over quota', 'applied to Kubernetes: 0; not begun: 1'] },
  });
  expect(failure.result.objects.map(({ address, status }) => [address, status])).toContainEqual([
    'ConfigMap/b',
    'failed',
  ]);
  expect(store.names()).toContain('a');
  store.refuse = () => undefined;
  await deploy(store, [configMap('b'), namespace]);
  expect(store.names().sort()).toEqual(['b', 'kafka', parentName]);
});

test('an abort lets what is in flight end, and begins nothing more', async () => {
  const store = new Store();
  const stop = new AbortController();
  const many = Array.from({ length: 100 }, (_, index) => configMap(`c${index}`));
  store.refuse = ({ method, path }) => {
    if (method === 'PATCH' && path.includes('/configmaps/c20?') && !path.includes('dryRun')) stop.abort();
    return undefined;
  };
  const failure = await deploy(store, [namespace, ...many], stop.signal).catch((error) => error);
  expect(failure.message).toBe("deploy of 'dev' stopped: it was interrupted");
  expect(store.names().length).toBeLessThan(60);
  const after = await deploy(store, [namespace, ...many]);
  expect(after.objects.filter(({ status }) => status === 'applied').length).toBeGreaterThan(40);
  expect(store.names()).toHaveLength(102);
});

test('what only has the label of the set, but was not applied by the kit, stays', async () => {
  const store = new Store();
  await deploy(store, [configMap('a'), namespace]);
  const copied = asMember(configMap('broker-0'), idOf('kafka'));
  store.putBy('strimzi-cluster-operator', copied);
  await deploy(store, [namespace]);
  expect(store.names().sort()).toEqual(['broker-0', 'kafka', parentName]);
});

test('an object of a namespace that nobody makes is told before anything is asked of it', async () => {
  await expect(plan(new Store(), configMap('a'))).rejects.toMatchObject({
    message: expect.stringContaining('namespaces are missing'),
    details: { fix: expect.stringContaining('kubectl create namespace kafka') },
  });
});

test('an account that may not look at namespaces, nor list what is in none, may still deploy', async () => {
  const store = new Store();
  store.put(namespace);
  store.refuse = ({ method, path }) =>
    method === 'GET' && (path === '/api/v1/namespaces/kafka' || path.startsWith('/api/v1/namespaces?'))
      ? refused(403, 'forbidden')
      : undefined;
  await deploy(store, [configMap('a')]);
  const parent = store.get(configMap(parentName)) as LiveObject;
  store.put({
    ...parent,
    metadata: {
      ...parent.metadata,
      annotations: {
        ...parent.metadata.annotations,
        'applyset.kubernetes.io/contains-group-kinds': 'ConfigMap,Namespace',
      },
    },
  });
  expect((await plan(store, configMap('a'))).unseen).toEqual(['Namespace']);
});

test('a Secret is never applied', async () => {
  const store = new Store();
  store.served.v1.push({ name: 'secrets', kind: 'Secret', namespaced: true });
  await expect(plan(store, { ...configMap('a'), kind: 'Secret' })).rejects.toThrow('Secret/a in kafka is rendered');
});
