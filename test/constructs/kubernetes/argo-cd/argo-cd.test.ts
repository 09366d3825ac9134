import { ArgoApplication, type ArgoApplicationProps } from '../../../../constructs/kubernetes/argo-cd/application';
import { ArgoProject, type ArgoProjectProps } from '../../../../constructs/kubernetes/argo-cd/project';
import { manifestsOf } from '../../../support/chart';

const metadata = { name: 'kafka' };
const server = 'https://kubernetes.default.svc';

describe('an Application', () => {
  const folder = { repoURL: 'https://git.example.com/kafka', targetRevision: 'main', path: 'out/dev' };
  const least: ArgoApplicationProps = { metadata, project: 'kafka', source: folder, namespace: 'kafka' };
  const object = (props: Partial<ArgoApplicationProps> = {}) =>
    manifestsOf((chart) => new ArgoApplication(chart, 'it', { ...least, ...props }))[0];

  test('keeps what its source says, and deletes nothing with itself, if nothing else is said', () => {
    expect(object()).toMatchObject({
      metadata: { annotations: { 'argocd.argoproj.io/sync-wave': '0' } },
      spec: {
        project: 'kafka',
        source: folder,
        destination: { server, namespace: 'kafka' },
        syncPolicy: {
          automated: { enabled: true, prune: true, selfHeal: true },
          syncOptions: [
            'ServerSideApply=true',
            'FailOnSharedResource=true',
            'SkipDryRunOnMissingResource=true',
            'PruneLast=true',
          ],
          // No revision is given up, and a newer one is taken by the next attempt.
          retry: { limit: -1, refresh: true },
        },
      },
    });
    expect(object()?.metadata).not.toHaveProperty('finalizers');
  });

  const chart = { repoURL: 'quay.io/charts', targetRevision: '1.2.0', chart: 'operator', releaseName: 'it' };
  test.each<[Partial<ArgoApplicationProps>, object]>([
    [{ project: 'other' }, { spec: { project: 'other' } }],
    [{ source: { ...folder, path: 'a' } }, { spec: { source: { path: 'a' } } }],
    [{ source: { ...folder, include: '*.yaml' } }, { spec: { source: { directory: { include: '*.yaml' } } } }],
    [
      { source: chart },
      {
        spec: {
          source: {
            repoURL: 'quay.io/charts',
            chart: 'operator',
            targetRevision: '1.2.0',
            helm: { releaseName: 'it', skipCrds: true },
          },
        },
      },
    ],
    [{ source: { ...chart, values: { a: 1 } } }, { spec: { source: { helm: { valuesObject: { a: 1 } } } } }],
    [{ namespace: 'other' }, { spec: { destination: { namespace: 'other' } } }],
    [{ wave: -1 }, { metadata: { annotations: { 'argocd.argoproj.io/sync-wave': '-1' } } }],
    [
      { prune: false },
      {
        spec: {
          syncPolicy: {
            automated: { prune: false },
            syncOptions: [
              'ServerSideApply=true',
              'FailOnSharedResource=true',
              'SkipDryRunOnMissingResource=true',
              'Prune=false',
              'Delete=false',
            ],
          },
        },
      },
    ],
    [
      { createNamespace: true },
      { spec: { syncPolicy: { syncOptions: expect.arrayContaining(['CreateNamespace=true']) } } },
    ],
  ])('%j becomes %j', (props, changed) => {
    expect(object(props)).toMatchObject(changed);
  });
});

describe('an AppProject', () => {
  const least: ArgoProjectProps = { metadata, sourceRepos: ['https://git.example.com/kafka'], namespaces: ['kafka'] };
  const object = (props: Partial<ArgoProjectProps> = {}) =>
    manifestsOf((chart) => new ArgoProject(chart, 'it', { ...least, ...props }))[0];

  test('lets nothing be written that is in no namespace, if nothing else is said', () => {
    expect(object()?.spec).toEqual({
      sourceRepos: ['https://git.example.com/kafka'],
      destinations: [{ server, namespace: 'kafka' }],
      clusterResourceWhitelist: [],
    });
  });

  const namespace = { group: '', kind: 'Namespace' };
  test.each<[Partial<ArgoProjectProps>, object]>([
    [{ description: 'Kafka' }, { spec: { description: 'Kafka' } }],
    [{ sourceRepos: ['a'] }, { spec: { sourceRepos: ['a'] } }],
    [{ namespaces: ['a'] }, { spec: { destinations: [{ server, namespace: 'a' }] } }],
    [{ clusterResources: [namespace] }, { spec: { clusterResourceWhitelist: [namespace] } }],
    [{ wave: 1 }, { metadata: { annotations: { 'argocd.argoproj.io/sync-wave': '1' } } }],
  ])('%j becomes %j', (props, changed) => {
    expect(object(props)).toMatchObject(changed);
  });
});
