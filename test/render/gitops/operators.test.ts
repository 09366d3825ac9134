import { onlyFiles } from '../../../charts/gitops/flux';
import { operatorNames } from '../../../model/gitops';
import { kubernetesOf } from '../../../model/kubernetes';
import { operatorsOf, releases } from '../../../render/gitops/operators';

const of = (said: Parameters<typeof kubernetesOf>[0] = {}, watchNamespaces: readonly string[] = []) =>
  Object.fromEntries(
    operatorsOf({ operators: operatorNames, watchNamespaces }, kubernetesOf(said)).map((operator) => [
      operator.name,
      operator,
    ]),
  );

test.each(Object.entries(releases))('%s has one exact version, and was read somewhere on a day', (_, release) => {
  expect(release.version).toMatch(/^v?\d+\.\d+\.\d+$/);
  expect(release.source).toMatch(/^https:\/\//);
  expect(release.read).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  if (release.repository.startsWith('oci://')) expect(release.repository.endsWith(`/${release.chart}`)).toBe(true);
  else expect(release.repository).toMatch(/^https:\/\//);
});

test('definitions of kinds are those of the version that is installed', () => {
  const tags = Object.entries(releases).map(([name, { version, definitions }]) => [name, version, definitions?.tag]);
  expect(tags).toEqual([
    ['strimzi', '1.2.0', '1.2.0'],
    ['cert-manager', 'v1.21.1', 'v1.21.1'],
    ['external-secrets', '2.9.0', 'v2.9.0'],
    // https://github.com/prometheus-community/helm-charts/pull/7152: the operator of 88.x
    ['kube-prometheus-stack', '88.2.0', 'v0.93.0'],
    ['keda', '2.20.2', 'v2.20.2'],
    ['access-operator', '0.3.0', '0.3.0'],
    ['drain-cleaner', '1.6.1', undefined],
  ]);
});

test('no chart installs definitions of kinds: what none of their values switches off is in a folder that is skipped', () => {
  expect(Object.entries(of()).map(([name, { values }]) => [name, values.crds ?? values.installCRDs])).toEqual([
    ['access-operator', undefined],
    ['cert-manager', { enabled: false }],
    ['drain-cleaner', undefined],
    ['external-secrets', false],
    ['keda', { install: false }],
    ['kube-prometheus-stack', { enabled: false }],
    ['strimzi', undefined],
  ]);
});

describe('Strimzi', () => {
  test('watches the namespace of clusters from its own, and makes pods as that one allows', () => {
    expect(of({ namespace: 'kafka-dev', operatorNamespace: 'operators' }).strimzi).toMatchObject({
      namespace: 'operators',
      values: {
        watchNamespaces: ['kafka-dev'],
        extraEnvs: [{ name: 'STRIMZI_POD_SECURITY_PROVIDER_CLASS', value: 'restricted' }],
      },
    });
    expect(of({ podSecurity: 'baseline' }).strimzi?.values).not.toHaveProperty('extraEnvs');
  });

  test('watches the namespaces of other environments on the same Kubernetes cluster', () => {
    expect(of({ namespace: 'kafka-dev' }, ['kafka-test', 'strimzi']).strimzi?.values.watchNamespaces).toEqual([
      'kafka-dev',
      'kafka-test',
    ]);
  });

  test('is not told to watch its own, which its chart refuses', () => {
    expect(of({ namespace: 'strimzi' }).strimzi?.values.watchNamespaces).toEqual([]);
  });
});

describe('Prometheus', () => {
  const stack = (said?: Parameters<typeof kubernetesOf>[0]) => of(said)['kube-prometheus-stack'];

  test('is where policies let it in from, under the name that monitors are labelled with', () => {
    expect(stack({ prometheusNamespace: 'observability', prometheusLabels: { release: 'metrics' } })).toMatchObject({
      namespace: 'observability',
      releaseName: 'metrics',
      values: { crds: { enabled: false } },
    });
  });

  test('selects by other labels where monitors have others', () => {
    const selector = { matchLabels: { team: 'kafka' } };
    expect(stack({ prometheusLabels: { team: 'kafka' } })?.values).toMatchObject({
      commonLabels: { team: 'kafka' },
      prometheus: { prometheusSpec: { podMonitorSelector: selector, ruleSelector: selector } },
    });
  });
});

test('an operator waits for another only where that one is installed too', () => {
  expect(of()['drain-cleaner']?.after).toEqual(['cert-manager']);
  expect(operatorsOf({ operators: ['drain-cleaner'], watchNamespaces: [] }, kubernetesOf({}))[0]?.after).toEqual([]);
});

test('of a repository, only the files of one folder are read', () => {
  expect(onlyFiles({ path: 'install/cluster-operator', include: '*-Crd-*.yaml' })).toBe(
    '/*\n!/install\n/install/*\n!/install/cluster-operator\n/install/cluster-operator/*\n!/install/cluster-operator/*-Crd-*.yaml\n',
  );
  expect(onlyFiles({ path: 'config/crd' })).toBe('/*\n!/config\n/config/*\n!/config/crd\n');
});
