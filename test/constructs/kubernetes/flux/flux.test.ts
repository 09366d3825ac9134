import { FluxGitRepository, type FluxGitRepositoryProps } from '../../../../constructs/kubernetes/flux/git-repository';
import { FluxHelmRelease, type FluxHelmReleaseProps } from '../../../../constructs/kubernetes/flux/helm-release';
import { FluxKustomization, type FluxKustomizationProps } from '../../../../constructs/kubernetes/flux/kustomization';
import { manifestsOf } from '../../../support/chart';

const metadata = { name: 'kafka' };

describe('a GitRepository', () => {
  const least: FluxGitRepositoryProps = { metadata, url: 'https://git.example.com/kafka', ref: { branch: 'main' } };
  const spec = (props: Partial<FluxGitRepositoryProps> = {}) =>
    manifestsOf((chart) => new FluxGitRepository(chart, 'it', { ...least, ...props }))[0]?.spec;

  test('is public and looked at every five minutes, if nothing else is said', () => {
    expect(spec()).toEqual({ url: 'https://git.example.com/kafka', interval: '5m', ref: { branch: 'main' } });
  });

  test.each<[Partial<FluxGitRepositoryProps>, object]>([
    [{ url: 'ssh://git@host/a' }, { url: 'ssh://git@host/a' }],
    [{ ref: { tag: '1.2.0' } }, { ref: { tag: '1.2.0' } }],
    [{ interval: '1h' }, { interval: '1h' }],
    [{ ignore: '/*' }, { ignore: '/*' }],
    [{ secretName: 'key' }, { secretRef: { name: 'key' } }],
  ])('%j becomes %j', (props, changed) => {
    expect(spec(props)).toMatchObject(changed);
  });
});

describe('a Kustomization', () => {
  const least: FluxKustomizationProps = { metadata, repository: 'kafka', path: 'out/dev', prune: true };
  const spec = (props: Partial<FluxKustomizationProps> = {}) =>
    manifestsOf((chart) => new FluxKustomization(chart, 'it', { ...least, ...props }))[0]?.spec;

  test('waits for its objects, and for no other, if nothing else is said', () => {
    expect(spec()).toEqual({
      sourceRef: { kind: 'GitRepository', name: 'kafka' },
      path: './out/dev',
      prune: true,
      wait: true,
      timeout: '15m',
      interval: '10m',
      retryInterval: '2m',
    });
  });

  const health = { apiVersion: 'kafka.strimzi.io/v1', kind: 'Kafka', current: 'true' };
  test.each<[Partial<FluxKustomizationProps>, object]>([
    [{ repository: 'other' }, { sourceRef: { name: 'other' } }],
    [{ path: 'a' }, { path: './a' }],
    [{ prune: false }, { prune: false }],
    [{ dependsOn: ['namespaces'] }, { dependsOn: [{ name: 'namespaces' }] }],
    [{ wait: false }, { wait: false }],
    [{ timeout: '1m' }, { timeout: '1m' }],
    [{ interval: '1h' }, { interval: '1h' }],
    [{ deletionPolicy: 'Orphan' }, { deletionPolicy: 'Orphan' }],
    [{ healthCheckExprs: [health] }, { healthCheckExprs: [health] }],
  ])('%j becomes %j', (props, changed) => {
    expect(spec(props)).toMatchObject(changed);
  });
});

describe('a HelmRelease', () => {
  const oci: FluxHelmReleaseProps = {
    metadata,
    url: 'oci://quay.io/strimzi-helm/strimzi-kafka-operator',
    chart: 'strimzi-kafka-operator',
    version: '1.2.0',
    releaseName: 'strimzi',
    targetNamespace: 'strimzi',
  };
  const https = { ...oci, url: 'https://kedacore.github.io/charts', chart: 'keda' };
  const objects = (props: FluxHelmReleaseProps) =>
    manifestsOf((chart) => new FluxHelmRelease(chart, 'it', props)).map(({ kind, spec }) => ({ kind, spec }));

  test('takes a chart from an OCI registry in its version, and no definitions of kinds', () => {
    expect(objects(oci)).toEqual([
      {
        kind: 'OCIRepository',
        spec: {
          url: oci.url,
          interval: '1h',
          ref: { tag: '1.2.0' },
          layerSelector: { mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip', operation: 'copy' },
        },
      },
      {
        kind: 'HelmRelease',
        spec: {
          interval: '10m',
          timeout: '15m',
          releaseName: 'strimzi',
          targetNamespace: 'strimzi',
          chartRef: { kind: 'OCIRepository', name: 'kafka' },
          install: { crds: 'Skip', createNamespace: true, strategy: { name: 'RetryOnFailure', retryInterval: '2m' } },
          upgrade: { crds: 'Skip', strategy: { name: 'RetryOnFailure', retryInterval: '2m' } },
        },
      },
    ]);
  });

  test('takes a chart from a repository by its name', () => {
    expect(objects(https)).toMatchObject([
      { kind: 'HelmRepository', spec: { url: https.url } },
      {
        kind: 'HelmRelease',
        spec: {
          chart: { spec: { chart: 'keda', version: '1.2.0', sourceRef: { kind: 'HelmRepository', name: 'kafka' } } },
        },
      },
    ]);
  });

  test.each<[Partial<FluxHelmReleaseProps>, object]>([
    [{ releaseName: 'other' }, { releaseName: 'other' }],
    [{ targetNamespace: 'other' }, { targetNamespace: 'other' }],
    [{ values: { replicas: 2 } }, { values: { replicas: 2 } }],
    [{ dependsOn: ['cert-manager'] }, { dependsOn: [{ name: 'cert-manager' }] }],
    [{ metadata: { name: 'other' } }, { chartRef: { name: 'other' } }],
  ])('%j becomes %j', (props, changed) => {
    expect(objects({ ...oci, ...props })[1]?.spec).toMatchObject(changed);
  });
});
