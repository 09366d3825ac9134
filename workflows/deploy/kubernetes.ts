import type { Resolved } from '../../model/resolved';
import { exitCode, Failure } from '../failure';
import type { KubernetesJudgeContext } from '../kubernetes/judge';
import { KubernetesSession } from '../kubernetes/session';
import type { DeployProps } from './deploy';

/** Reaches the cluster that objects go to. @throws Failure */
export function openKubernetes(props: DeployProps, { environment }: Resolved): Promise<KubernetesSession> {
  const { variables, progress, signal, kubernetes = {} } = props;
  const { name } = environment;
  if (!environment.kubernetes)
    throw new Failure(`'${name}' does not say where Kubernetes objects go`, {
      fix: `describe kubernetes: { namespace: '…' } in the environment '${name}'`,
      exit: exitCode.usage,
    });
  return KubernetesSession.open({
    environment: name,
    namespace: environment.kubernetes.namespace,
    context: kubernetes.context,
    force: kubernetes.forceConflicts,
    variables,
    progress,
    signal,
  });
}

/** What the description says about topics that leave, by the address of their objects, and who answers for it. */
export const judgeContextOf = (
  { environment: { disposable, approvals }, shards }: Pick<Resolved, 'environment' | 'shards'>,
  today: string,
): KubernetesJudgeContext => ({
  disposable,
  approvals,
  today,
  removals: new Map(
    shards
      .filter(({ cluster }) => cluster.appliedBy === 'kubernetes')
      .flatMap(({ cluster, removals }) =>
        removals.flatMap(({ name, removed }) => (removed ? [[cluster.addresses.topic(name), removed] as const] : [])),
      ),
  ),
});
