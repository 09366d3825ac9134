import { memberLabel } from './applyset';
import type { KubernetesObject, LiveObject } from './object';

/** Labels and annotations by which a controller knows what it made. */
const marks = [
  { controller: 'Argo CD', key: 'argocd.argoproj.io/tracking-id' },
  { controller: 'Argo CD', key: 'argocd.argoproj.io/instance' },
  { controller: 'Flux', key: 'kustomize.toolkit.fluxcd.io/name' },
  { controller: 'Flux', key: 'helm.toolkit.fluxcd.io/name' },
  // Argo CD's mark unless it is told otherwise; others write it too, so it counts where the kit does not say it itself.
  { controller: 'Argo CD or Helm', key: 'app.kubernetes.io/instance' },
] as const;

/** Who else answers for an object. */
export interface OtherOwner {
  /** A GitOps controller would take every change back; another set would delete what it does not know. */
  readonly kind: 'controller' | 'set';
  readonly name: string;
}

export function otherOwner(desired: KubernetesObject, live: LiveObject | undefined): OtherOwner | undefined {
  if (!live) return undefined;
  const said = { ...live.metadata.labels, ...live.metadata.annotations };
  const ours = { ...desired.metadata.labels, ...desired.metadata.annotations };
  for (const { controller, key } of marks)
    if (said[key] !== undefined && said[key] !== ours[key])
      return { kind: 'controller', name: `${controller} (${key}: ${said[key]})` };
  const set = live.metadata.labels?.[memberLabel];
  return set !== undefined && set !== ours[memberLabel]
    ? { kind: 'set', name: `the set of another namespace (${memberLabel}: ${set})` }
    : undefined;
}
