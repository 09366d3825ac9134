import { type ClientsIngress, ClientsPolicy } from '../../../constructs/kubernetes/clients-policy';
import { manifestsOf } from '../../support/chart';

const made = (ingress: readonly ClientsIngress[]) =>
  manifestsOf((chart) => {
    new ClientsPolicy(chart, 'policy', { metadata: { name: 'web' }, pods: { app: 'web' }, ingress });
  })[0];

test('exactly the namespaces that are named reach exactly the port that is named', () => {
  expect(
    made([
      { port: 8080, namespaces: ['shop', 'office'] },
      { port: 'management', namespaces: ['monitoring'] },
    ]),
  ).toEqual({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'web', namespace: 'kafka' },
    spec: {
      podSelector: { matchLabels: { app: 'web' } },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [
            { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } },
            { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'office' } } },
          ],
          ports: [{ port: 8080 }],
        },
        {
          from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
          ports: [{ port: 'management' }],
        },
      ],
    },
  });
});

test('no namespace is nobody: a rule that names none would let everybody in', () => {
  expect(made([{ port: 8080, namespaces: [] }])).toMatchObject({ spec: { policyTypes: ['Ingress'], ingress: [] } });
});
