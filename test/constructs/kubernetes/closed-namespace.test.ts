import { ClosedNamespace } from '../../../constructs/kubernetes/closed-namespace';
import { manifestsOf } from '../../support/chart';

const [namespace, policy] = manifestsOf(
  (chart) => new ClosedNamespace(chart, 'it', { name: 'kafka', labels: { owner: 'platform' } }),
);

test('a namespace that holds records is never pruned, and its pods may do no more than they need', () => {
  expect(namespace).toMatchObject({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: 'kafka',
      labels: {
        owner: 'platform',
        'pod-security.kubernetes.io/enforce': 'baseline',
        'pod-security.kubernetes.io/warn': 'restricted',
        'pod-security.kubernetes.io/audit': 'restricted',
      },
      annotations: {
        'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
        'kustomize.toolkit.fluxcd.io/prune': 'disabled',
      },
    },
  });
});

test('pods of other namespaces do not enter it, those of its own do', () => {
  expect(policy).toMatchObject({
    kind: 'NetworkPolicy',
    metadata: { namespace: 'kafka', labels: { owner: 'platform' } },
  });
  expect(policy?.spec).toEqual({
    podSelector: {},
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ podSelector: {} }] }],
  });
});
