import { existsSync } from 'node:fs';
import type { Resolved } from '../../model/resolved';
import { exitCode, Failure } from '../failure';

/**
 * `deploy` applies Terraform stacks whose state is on this machine. `synth` is that command as it is typed for the same
 * description. @throws Failure that names what does the rest
 */
export function requireDeployable({ environment: { name, state }, clusters }: Resolved, synth: string): void {
  const byOperators = [...clusters.values()].filter(({ appliedBy }) => appliedBy === 'kubernetes');
  if (byOperators.length > 0)
    throw new Failure(
      `deploy does not apply Kubernetes objects yet: ${byOperators.map((it) => `'${it.name}'`).join(', ')}`,
      {
        fix: `${synth}, and let your GitOps tool apply out/${name}/kubernetes, or run: kubectl apply --server-side -k out/${name}/kubernetes`,
        exit: exitCode.usage,
      },
    );
  if (state.backend !== 'local')
    throw new Failure(`deploy works with Terraform's state on this machine; that of '${name}' is in ${state.backend}`, {
      fix: existsSync('cdktf.json')
        ? `KAFKA_KIT_ENVIRONMENTS=${name} npx cdktf deploy '*' --parallelism 1`
        : `${synth}, then terraform -chdir=out/${name}/terraform/stacks/<stack> init and apply, in the order of out/${name}/terraform/manifest.json`,
      exit: exitCode.usage,
    });
}
