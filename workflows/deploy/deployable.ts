import type { Resolved } from '../../model/resolved';
import { exitCode, Failure } from '../failure';

/** `deploy` applies Terraform stacks whose state is on this machine. @throws Failure that names what does the rest */
export function requireDeployable({ environment: { name, state }, clusters }: Resolved): void {
  const byOperators = [...clusters.values()].filter(({ appliedBy }) => appliedBy === 'kubernetes');
  if (byOperators.length > 0)
    throw new Failure(
      `deploy does not apply Kubernetes objects yet: ${byOperators.map((it) => `'${it.name}'`).join(', ')}`,
      {
        fix: `kafka-kit synth ${name}, and let your GitOps tool apply out/${name}/kubernetes, or run: kubectl apply --server-side -k out/${name}/kubernetes`,
        exit: exitCode.usage,
      },
    );
  if (state.backend !== 'local')
    throw new Failure(`deploy works with Terraform's state on this machine; that of '${name}' is in ${state.backend}`, {
      fix: `KAFKA_KIT_ENVIRONMENTS=${name} npx cdktf deploy '*' --parallelism 1`,
      exit: exitCode.usage,
    });
}
