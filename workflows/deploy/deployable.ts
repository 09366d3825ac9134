import { existsSync } from 'node:fs';
import type { Resolved } from '../../model/resolved';
import { exitCode, Failure } from '../failure';

/**
 * `deploy` applies Terraform stacks whose state is on this machine, and Kubernetes objects. `synth` is that command as it
 * is typed for the same description. @throws Failure that names what does the rest
 */
export function requireDeployable({ environment: { name, state }, clusters }: Resolved, synth: string): void {
  const byTerraform = [...clusters.values()].some(({ appliedBy }) => appliedBy === 'terraform');
  if (byTerraform && state.backend !== 'local')
    throw new Failure(`deploy works with Terraform's state on this machine; that of '${name}' is in ${state.backend}`, {
      fix: existsSync('cdktf.json')
        ? `KAFKA_KIT_ENVIRONMENTS=${name} npx cdktf deploy '*' --parallelism 1`
        : `${synth}, then terraform -chdir=out/${name}/terraform/stacks/<stack> init and apply, in the order of out/${name}/terraform/manifest.json`,
      exit: exitCode.usage,
    });
}

/** What only matters where the kit applies objects. */
export interface ApplyingOptions {
  /** A context of the kubeconfig. Default: none is named. */
  readonly context?: string;
  /** Takes fields from other field managers. Default: false. */
  readonly forceConflicts?: boolean;
  /** How long operators are waited for, as the command line says it. Default: nobody is waited for. */
  readonly wait?: unknown;
}

/** Options that apply objects are refused where a GitOps controller does. @throws Failure that says what to do instead */
export function requireApplied({ environment }: Resolved, { context, forceConflicts, wait }: ApplyingOptions): void {
  const { name, delivery, gitops } = environment;
  if (delivery !== 'gitops' || !(context !== undefined || forceConflicts || wait !== undefined)) return;
  throw new Failure(`deploy does not apply Kubernetes objects of '${name}': a GitOps controller owns them`, {
    why: [gitops ? `${gitops.controller} reads ${gitops.repository}` : 'the environment says delivery: gitops'],
    fix: `leave --context, --wait and --force-conflicts out, and commit what is written: ${gitops?.path ?? `out/${name}`}`,
    exit: exitCode.usage,
  });
}
