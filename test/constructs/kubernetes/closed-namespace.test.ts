import { ClosedNamespace, type ClosedNamespaceProps } from '../../../constructs/kubernetes/closed-namespace';
import { manifestsOf } from '../../support/chart';

const made = (props: Partial<ClosedNamespaceProps> = {}) =>
  manifestsOf((chart) => new ClosedNamespace(chart, 'it', { name: 'kafka', labels: { owner: 'platform' }, ...props }));
const [namespace, policy] = made();

test('a namespace that holds records is never pruned, and its pods may do no more than the strictest level allows', () => {
  expect(namespace).toMatchObject({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: 'kafka',
      labels: {
        owner: 'platform',
        'pod-security.kubernetes.io/enforce': 'restricted',
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

test('where pods need more, they may, and the strictest level still warns', () => {
  expect(made({ podSecurity: 'baseline' })[0]?.metadata.labels).toMatchObject({
    'pod-security.kubernetes.io/enforce': 'baseline',
    'pod-security.kubernetes.io/warn': 'restricted',
  });
});

test('nobody enters it, not even from within, but where another policy says so', () => {
  expect(policy).toMatchObject({
    kind: 'NetworkPolicy',
    metadata: { name: 'default-deny', namespace: 'kafka', labels: { owner: 'platform' } },
  });
  expect(policy?.spec).toEqual({ podSelector: {}, policyTypes: ['Ingress'] });
});
