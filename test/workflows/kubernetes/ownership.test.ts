import { memberLabel } from '../../../workflows/kubernetes/applyset';
import type { LiveObject } from '../../../workflows/kubernetes/object';
import { otherOwner } from '../../../workflows/kubernetes/ownership';

const object = (labels: Record<string, string> = {}, annotations: Record<string, string> = {}): LiveObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'one', namespace: 'kafka', labels, annotations },
});
const desired = object({ [memberLabel]: 'ours' });

test.each([
  ['Argo CD, by its annotation', object({}, { 'argocd.argoproj.io/tracking-id': 'a' }), 'controller', 'Argo CD'],
  ['Argo CD, by its label', object({ 'argocd.argoproj.io/instance': 'a' }), 'controller', 'Argo CD'],
  ['whoever sets Argo CD’s first label', object({ 'app.kubernetes.io/instance': 'a' }), 'controller', 'Argo CD'],
  ['Flux', object({ 'kustomize.toolkit.fluxcd.io/name': 'a' }), 'controller', 'Flux'],
  ['Flux, by Helm', object({ 'helm.toolkit.fluxcd.io/name': 'a' }), 'controller', 'Flux'],
  ['another set', object({ [memberLabel]: 'theirs' }), 'set', 'theirs'],
])('an object belongs to %s', (_, live, kind, name) => {
  expect(otherOwner(desired, live)).toEqual({ kind, name: expect.stringContaining(name) });
});

test('an object that is not there, is nobody’s or ours belongs to nobody else', () => {
  for (const live of [undefined, object(), object({ [memberLabel]: 'ours' })])
    expect(otherOwner(desired, live)).toBeUndefined();
});

test('a label that the kit says itself is no sign of Argo CD', () => {
  const labels = { 'app.kubernetes.io/instance': 'lag-exporter' };
  expect(otherOwner(object(labels), object(labels))).toBeUndefined();
});
