import { App } from 'cdk8s';
import { operatorsOf } from '../../render/gitops/operators';
import { placeArgoCd } from './argo-cd';
import { placeFlux } from './flux';
import type { GitOpsAppProps } from './gitops-context';

/** The cdk8s app of what an environment's GitOps controller is told: definitions of kinds, operators, and units. */
export function gitOpsApp(props: GitOpsAppProps): App {
  const app = new App({ outdir: 'unused' });
  const context = { ...props, operators: operatorsOf(props.gitops, props.kubernetes) };
  place[props.gitops.controller](app, context);
  return app;
}

const place = { 'argo-cd': placeArgoCd, flux: placeFlux } as const;
