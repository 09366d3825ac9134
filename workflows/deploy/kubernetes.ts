import type { Resolved } from '../../model/resolved';
import { exitCode, Failure, type Progress } from '../failure';
import type { KubernetesJudgeContext } from '../kubernetes/judge';
import { KubernetesSession } from '../kubernetes/session';

export interface KubernetesOptions {
  /** A context of the kubeconfig. Default: the current one, where the cluster has the environment already. */
  readonly context?: string;
  /** Takes fields from other field managers. Default: false, a conflict stops the deploy. */
  readonly forceConflicts?: boolean;
  /** Seconds in which operators have to be done. Default: nobody is waited for. */
  readonly wait?: number;
}

export interface KubernetesProps {
  /** The environment that kubectl inherits. */
  readonly variables: NodeJS.ProcessEnv;
  readonly progress: Progress;
  /** Stops in order when it aborts; see `onInterrupt`. Default: nothing stops it. */
  readonly signal?: AbortSignal;
  /** What of somebody else's may be taken over: `KafkaUser/billing`, `KafkaTopic/*`. Default: nothing. */
  readonly adopt?: readonly string[];
  /** How objects are applied. Default: as each option says. */
  readonly kubernetes?: KubernetesOptions;
}

/** Reaches the cluster that objects go to. @throws Failure */
export function openKubernetes(props: KubernetesProps, { environment }: Resolved): Promise<KubernetesSession> {
  const { variables, progress, signal, adopt, kubernetes = {} } = props;
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
    adopt,
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
