import { parse } from 'yaml';
import { objectsOf } from '../../../workflows/synth/kubernetes-unit';
import { type SynthResult, synth } from '../../../workflows/synth/synth';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { objectsIn } from '../../support/manifests';
import { filesBelow } from '../../support/synthesize';
import { projectWith } from '../../support/written-project';

const onKubernetes = changed<Description>(small, { kubernetes: {}, 'clusters.main': { backend: 'strimzi' } });

/** What `synth` gives, and the manifests that it wrote, by path. */
async function written(changes: Readonly<Record<string, unknown>> = {}) {
  const result = await synth(resolve(changed(onKubernetes, changes)), projectWith({}));
  const files = Object.entries(filesBelow(result.folder)).filter(([path]) => path.startsWith('kubernetes/'));
  return { ...result, files: Object.fromEntries(files) };
}

/** The files that a change of the description touches. */
async function touched(changes: Readonly<Record<string, unknown>>): Promise<string[]> {
  const [before, after] = [(await written()).files, (await written(changes)).files];
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].filter((path) => before[path] !== after[path]).sort();
}

const pathsOf = ({ units }: Pick<SynthResult, 'units'>) => units.flatMap(({ files }) => files.map(({ path }) => path));

describe('the manifests of an environment', () => {
  test('are a folder per cluster, in it one per namespace, in it a file per chart', async () => {
    const { files } = await written();
    expect(Object.keys(files).filter((path) => !path.endsWith('kustomization.yaml'))).toEqual([
      'kubernetes/main/applications/main-orders.yaml',
      'kubernetes/main/kafka/main--monitoring.yaml',
      'kubernetes/main/kafka/main-orders.yaml',
      'kubernetes/main/kafka/main.yaml',
      'kubernetes/namespaces/_cluster/namespace--kafka.yaml',
      'kubernetes/namespaces/kafka/namespace--kafka.yaml',
    ]);
  });

  test('are found from the top, each by one line of its folder, sorted', async () => {
    const { files } = await written();
    const resources = (path: string) => (parse(files[path] ?? '') as { resources: string[] }).resources;
    const reached = (folder: string): string[] =>
      resources(`${folder}/kustomization.yaml`).flatMap((name) =>
        name.endsWith('.yaml') ? [`${folder}/${name}`] : reached(`${folder}/${name}`),
      );
    expect(reached('kubernetes')).toEqual(Object.keys(files).filter((path) => !path.endsWith('kustomization.yaml')));
    expect(resources('kubernetes/main/kafka/kustomization.yaml')).toEqual([
      'main--monitoring.yaml',
      'main-orders.yaml',
      'main.yaml',
    ]);
  });

  test('hold in each folder nothing of another namespace', async () => {
    const { units } = await written({ 'kubernetes.operatorNamespace': 'strimzi' });
    const found = units.flatMap(({ files }) => files);
    expect(found.length).toBeGreaterThan(6);
    for (const { path, objects } of found)
      for (const { metadata } of objects) expect(metadata.namespace ?? '_cluster').toBe(path.split('/')[2]);
  });
});

describe('units', () => {
  test('are told in the order in which they are applied, with what each waits for', async () => {
    const { units } = await written({ 'kubernetes.operatorNamespace': 'strimzi' });
    expect(units.map(({ name, folder, dependsOn }) => ({ name, folder, dependsOn }))).toEqual([
      { name: 'namespaces', folder: 'kubernetes/namespaces', dependsOn: [] },
      { name: 'monitoring', folder: 'kubernetes/monitoring', dependsOn: ['namespaces'] },
      { name: 'main', folder: 'kubernetes/main/kafka', dependsOn: ['namespaces'] },
      { name: 'main--applications', folder: 'kubernetes/main/applications', dependsOn: ['main'] },
    ]);
  });

  test('are one for each namespace of applications, so that a missing one stops neither the cluster nor the others', async () => {
    const { units } = await written({ 'platform.applications.billing.namespace': 'billing' });
    expect(units.map(({ name, dependsOn }) => [name, dependsOn])).toEqual([
      ['namespaces', []],
      ['main', ['namespaces']],
      ['main--billing', ['main']],
      ['main--applications', ['main']],
    ]);
    for (const { name, files } of units.slice(1))
      for (const { metadata } of files.flatMap(({ objects }) => objects))
        expect(metadata.namespace).toBe(name === 'main' ? 'kafka' : name.slice('main--'.length));
  });

  test('put what is in no namespace first, and a cluster before what its applications get', async () => {
    expect(pathsOf(await written())).toEqual([
      'kubernetes/namespaces/_cluster/namespace--kafka.yaml',
      'kubernetes/namespaces/kafka/namespace--kafka.yaml',
      'kubernetes/main/kafka/main.yaml',
      'kubernetes/main/kafka/main--monitoring.yaml',
      'kubernetes/main/kafka/main-orders.yaml',
      'kubernetes/main/applications/main-orders.yaml',
    ]);
  });

  test('hold the objects that were written', async () => {
    const { units, files } = await written();
    const read = pathsOf({ units }).flatMap((path) => objectsIn(files[path] ?? ''));
    expect(objectsOf(units)).toEqual(read);
  });

  test('are none where nothing is applied to Kubernetes', async () => {
    expect((await synth(resolve(small), projectWith({}))).units).toEqual([]);
  });
});

describe('a change touches no more than what it is about:', () => {
  test('a topic, one file', async () => {
    expect(await touched({ 'platform.topics[orders.paid]': { owner: 'orders' } })).toEqual([
      'kubernetes/main/kafka/main-orders.yaml',
    ]);
  });

  test('a first topic of another owner, its file and one index', async () => {
    const payments = { contact: 'payments@example.com', page: 'payments-oncall' };
    expect(
      await touched({ 'platform.owners.payments': payments, 'platform.topics[payments.made]': { owner: 'payments' } }),
    ).toEqual(['kubernetes/main/kafka/kustomization.yaml', 'kubernetes/main/kafka/main-payments.yaml']);
  });

  test('a cluster, its folder and one index', async () => {
    const [index, ...others] = await touched({
      'clusters.standby': { backend: 'strimzi' },
      'platform.topics[orders.created].cluster': 'main',
      'platform.applications.shop.cluster': 'main',
      'platform.applications.billing.cluster': 'main',
    });
    expect(index).toBe('kubernetes/kustomization.yaml');
    expect(others.every((path) => path.startsWith('kubernetes/standby/'))).toBe(true);
  });
});
