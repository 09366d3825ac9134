import { parse } from 'yaml';
import { operatorNames } from '../../../model/gitops';
import { synth } from '../../../workflows/synth/synth';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { type Manifest, objectsIn } from '../../support/manifests';
import { filesBelow } from '../../support/synthesize';
import { projectWith } from '../../support/written-project';

const repository = 'https://git.example.com/platform/kafka';

/** What is below `gitops/`, by path, of the small description on Strimzi. */
async function written(gitops: object, changes: Readonly<Record<string, unknown>> = {}) {
  const described = changed<Description>(small, {
    kubernetes: { operatorNamespace: 'strimzi' },
    'clusters.main': { backend: 'strimzi' },
    delivery: 'gitops',
    gitops: { repository, ...gitops },
    ...changes,
  });
  const { folder } = await synth(resolve(described), projectWith({}));
  const files = Object.entries(filesBelow(folder)).filter(([path]) => path.startsWith('gitops/'));
  return Object.fromEntries(files.map(([path, text]) => [path.slice('gitops/'.length), text]));
}

const objectsOf = (files: Readonly<Record<string, string>>): Manifest[] =>
  Object.entries(files).flatMap(([path, text]) => (path.endsWith('kustomization.yaml') ? [] : objectsIn(text)));

/** Everything that the entry leads to, by `kustomization.yaml`. */
function reached(files: Readonly<Record<string, string>>, folder = ''): string[] {
  const { resources } = parse(files[`${folder}kustomization.yaml`] ?? '') as { resources: string[] };
  return resources.flatMap((name) =>
    name.endsWith('.yaml') ? [`${folder}${name}`] : reached(files, `${folder}${name}/`),
  );
}

/** The values of a field of every object of a kind, by the object's name. */
const byName = (files: Readonly<Record<string, string>>, kind: string, give: (object: Manifest) => unknown) =>
  Object.fromEntries(
    objectsOf(files)
      .filter((object) => object.kind === kind)
      .map((object) => [object.metadata.name, give(object)]),
  );
const field = (name: string) => (object: Manifest) => object.spec?.[name];

test('an environment that kafka-kit deploy applies tells no controller anything', async () => {
  expect(await written({}, { delivery: undefined, gitops: undefined })).toEqual({});
});

test('a topic changes nothing of what a controller is told', async () => {
  const more = { 'platform.topics[orders.paid]': { owner: 'orders' } };
  for (const controller of ['flux', 'argo-cd'])
    expect(await written({ controller }, more)).toEqual(await written({ controller }));
});

describe('Flux', () => {
  const flux = (more: object = {}) => written({ controller: 'flux', ...more });

  test('is started with one file, which reads all others', async () => {
    const files = await flux({ revision: 'live', path: 'clusters/dev', secretName: 'deploy-key' });
    expect(objectsIn(files['root.yaml'] ?? '').map(({ kind, spec }) => [kind, spec])).toEqual([
      [
        'GitRepository',
        { url: repository, ref: { branch: 'live' }, interval: '5m', secretRef: { name: 'deploy-key' } },
      ],
      ['Kustomization', expect.objectContaining({ path: './clusters/dev/gitops', prune: true, wait: false })],
    ]);
    expect(reached(files)).toEqual([
      'units/main--applications.yaml',
      'units/main.yaml',
      'units/monitoring.yaml',
      'units/namespaces.yaml',
    ]);
  });

  test('applies each unit from its folder, prunes, waits, and keeps their order', async () => {
    const files = await flux();
    expect(byName(files, 'Kustomization', field('dependsOn'))).toEqual({
      'kafka-test': undefined,
      'kafka-test--namespaces': undefined,
      'kafka-test--monitoring': [{ name: 'kafka-test--namespaces' }],
      'kafka-test--main': [{ name: 'kafka-test--namespaces' }],
      'kafka-test--main--applications': [{ name: 'kafka-test--main' }],
    });
    expect(objectsIn(files['units/main.yaml'] ?? '')[0]?.spec).toMatchObject({
      sourceRef: { kind: 'GitRepository', name: 'kafka-test' },
      path: './out/test/kubernetes/main/kafka',
      prune: true,
      wait: true,
      deletionPolicy: 'Orphan',
    });
  });

  test('takes what Strimzi could not make for failed, and nothing else into account', async () => {
    const health = byName(await flux(), 'Kustomization', (object) => object.spec?.healthCheckExprs as object[]);
    expect(health['kafka-test--namespaces']).toBeUndefined();
    expect(health['kafka-test--main']).toContainEqual({
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaTopic',
      inProgress: 'status.observedGeneration != metadata.generation',
      failed: "status.conditions.exists(each, each.type == 'NotReady' && each.status == 'True')",
      current: "status.conditions.exists(each, each.type in ['Ready', 'Unmanaged'] && each.status == 'True')",
    });
  });

  test('leaves what scales an application out of what is waited for: its Deployment comes from somebody else', async () => {
    const files = await flux();
    const scaled = await written({ controller: 'flux' }, { 'platform.applications.billing.scaling': {} });
    const health = (of: typeof files) =>
      byName(of, 'Kustomization', ({ spec }) => spec?.healthCheckExprs)['kafka-test--main--applications'];
    expect(health(files)).toBeUndefined();
    expect(health(scaled)).toEqual([
      { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', current: 'has(metadata.uid)' },
    ]);
  });

  test('installs operators once their kinds and the namespaces of their roles are there, and units after them', async () => {
    const files = await flux({ operators: ['strimzi', 'keda'] });
    expect(byName(files, 'Kustomization', field('dependsOn'))).toMatchObject({
      'kafka-test--crds--keda': undefined,
      'kafka-test--crds--strimzi': undefined,
      'kafka-test--namespaces': undefined,
      'kafka-test--operators': [
        { name: 'kafka-test--crds--keda' },
        { name: 'kafka-test--crds--strimzi' },
        { name: 'kafka-test--namespaces' },
      ],
      'kafka-test--main': [{ name: 'kafka-test--operators' }, { name: 'kafka-test--namespaces' }],
      'kafka-test--main--applications': [{ name: 'kafka-test--operators' }, { name: 'kafka-test--main' }],
    });
    expect(objectsIn(files['units/operators.yaml'] ?? '')[0]?.spec?.path).toBe('./out/test/gitops/operators');
    expect(reached(files, 'operators/')).toEqual(['operators/keda.yaml', 'operators/strimzi.yaml']);
  });

  test('never prunes definitions of kinds, and leaves them when it forgets them', async () => {
    const files = await flux({ operators: operatorNames });
    const definitions = Object.entries(byName(files, 'Kustomization', ({ spec }) => spec)).filter(([name]) =>
      name.includes('--crds--'),
    );
    expect(definitions).toHaveLength(6);
    for (const [, spec] of definitions) expect(spec).toMatchObject({ prune: false, deletionPolicy: 'Orphan' });
  });

  test('lets no chart install definitions', async () => {
    const releases = byName(await flux({ operators: operatorNames }), 'HelmRelease', ({ spec }) => spec);
    expect(Object.keys(releases)).toHaveLength(operatorNames.length);
    for (const spec of Object.values(releases))
      expect(spec).toMatchObject({ install: { crds: 'Skip' }, upgrade: { crds: 'Skip' } });
  });
});

describe('Argo CD', () => {
  const argo = (more: object = {}) => written({ controller: 'argo-cd', ...more });
  const waves = (files: Readonly<Record<string, string>>) =>
    byName(files, 'Application', ({ metadata }) => metadata.annotations?.['argocd.argoproj.io/sync-wave']);

  test('is started with one application, which reads all others', async () => {
    const files = await argo({ revision: 'live' });
    expect(objectsIn(files['root.yaml'] ?? '')).toMatchObject([
      {
        kind: 'Application',
        spec: { source: { repoURL: repository, targetRevision: 'live', path: 'out/test/gitops' } },
      },
    ]);
    expect(reached(files)).toEqual([
      'projects.yaml',
      'units/main--applications.yaml',
      'units/main.yaml',
      'units/monitoring.yaml',
      'units/namespaces.yaml',
    ]);
  });

  test('keeps each unit as its folder is, in the order of waves', async () => {
    const files = await argo({ operators: ['cert-manager', 'drain-cleaner', 'strimzi'] });
    expect(waves(files)).toEqual({
      'kafka-test': '0',
      'kafka-test--crds--cert-manager': '1',
      'kafka-test--crds--strimzi': '1',
      'kafka-test--namespaces': '1',
      'kafka-test--operators--cert-manager': '2',
      'kafka-test--operators--strimzi': '2',
      'kafka-test--operators--drain-cleaner': '3',
      'kafka-test--main': '5',
      'kafka-test--main--applications': '6',
      'kafka-test--monitoring': '5',
    });
    expect(objectsIn(files['units/main.yaml'] ?? '')[0]?.spec).toMatchObject({
      project: 'kafka-test',
      source: { path: 'out/test/kubernetes/main/kafka' },
      destination: { namespace: 'kafka' },
      syncPolicy: {
        automated: { enabled: true, prune: true, selfHeal: true },
        syncOptions: expect.arrayContaining(['ServerSideApply=true', 'PruneLast=true']),
      },
    });
  });

  test('sends each unit to its own namespace', async () => {
    const destinations = byName(await argo(), 'Application', field('destination'));
    expect(destinations).toMatchObject({
      'kafka-test--main': { namespace: 'kafka' },
      'kafka-test--main--applications': { namespace: 'applications' },
      'kafka-test--monitoring': { namespace: 'strimzi' },
    });
  });

  test('may write only where the units have objects, and of cluster-wide kinds only namespaces', async () => {
    const [units, ...others] = objectsIn((await argo())['projects.yaml'] ?? '');
    expect(others).toEqual([]);
    expect(units?.spec).toMatchObject({
      sourceRepos: [repository],
      destinations: [{ namespace: 'applications' }, { namespace: 'kafka' }, { namespace: 'strimzi' }],
      clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
    });
  });

  test('never prunes nor deletes definitions of kinds, and lets no chart install them', async () => {
    const specs = byName(await argo({ operators: operatorNames }), 'Application', ({ spec }) => spec);
    const definitions = Object.keys(specs).filter((name) => name.includes('--crds--'));
    const operators = Object.keys(specs).filter((name) => name.includes('--operators--'));
    expect([definitions.length, operators.length]).toEqual([6, 7]);
    for (const name of definitions)
      expect(specs[name]).toMatchObject({
        syncPolicy: {
          automated: { prune: false },
          syncOptions: expect.arrayContaining(['Prune=false', 'Delete=false']),
        },
      });
    for (const name of operators) expect(specs[name]).toMatchObject({ source: { helm: { skipCrds: true } } });
  });

  test('calls an OCI registry as its own documentation does', async () => {
    const files = await argo({ operators: ['strimzi', 'keda'] });
    const sources = byName(files, 'Application', field('source'));
    expect(sources['kafka-test--operators--strimzi']).toMatchObject({
      repoURL: 'quay.io/strimzi-helm',
      chart: 'strimzi-kafka-operator',
    });
    expect(sources['kafka-test--operators--keda']).toMatchObject({
      repoURL: 'https://kedacore.github.io/charts',
      chart: 'keda',
    });
  });
});
