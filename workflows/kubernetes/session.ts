import type { Progress } from '../failure';
import type { KubernetesUnit } from '../synth/kubernetes-unit';
import { KubernetesApi } from './api';
import { failureOf } from './api-error';
import { KubernetesDeployment } from './apply';
import type { KubernetesJudgeContext } from './judge';
import { type Context, contextOf, type KubectlOptions, requireReachable } from './kubectl';
import { isEmpty, type KubernetesPlan, planUnits } from './plan';
import { ApiProxy } from './proxy';
import { difference, reviewLines } from './report';
import { countOf, KubernetesRefusal, type KubernetesResult, plannedResult } from './result';
import { KubernetesTakeover } from './takeover-refusal';
import { waitUntilReady } from './wait';

export interface SessionProps extends KubectlOptions {
  readonly environment: string;
  /** The namespace of the environment. */
  readonly namespace: string;
  /** A context of the kubeconfig. Default: the current one, where the cluster has the environment already. */
  readonly context?: string;
  /** Takes fields from other field managers. Default: false, a conflict stops the deploy. */
  readonly force?: boolean;
  /** What of somebody else's may be taken over: `KafkaUser/billing`, `KafkaTopic/*`. Default: nothing. */
  readonly adopt?: readonly string[];
  readonly progress: Progress;
  /** Stops in order when it aborts; see `onInterrupt`. Default: nothing stops it. */
  readonly signal?: AbortSignal;
}

/** A deploy of Kubernetes objects: reach the cluster, plan, apply that very plan, wait, close. */
export class KubernetesSession {
  private planned?: { readonly plan: KubernetesPlan; readonly result: KubernetesResult };

  private constructor(
    private readonly props: SessionProps,
    private readonly context: Context,
    private readonly proxy: ApiProxy,
    private readonly api: KubernetesApi,
  ) {}

  /** Says which cluster it is before it is asked anything. @throws Failure */
  static async open(props: SessionProps): Promise<KubernetesSession> {
    const context = contextOf(props.context, props);
    props.progress(`Kubernetes: context ${context.name}, ${context.server}, namespace ${props.namespace}`);
    requireReachable(context, props);
    const proxy = await ApiProxy.start(context, props);
    return new KubernetesSession(props, context, proxy, new KubernetesApi((question) => proxy.ask(question)));
  }

  /** Shows the difference. @throws KubernetesRefusal when it would destroy data, KubernetesTakeover, Failure when it cannot be applied */
  async plan(units: readonly KubernetesUnit[], context: KubernetesJudgeContext): Promise<KubernetesResult> {
    const { environment, namespace, force = false, adopt = [], progress } = this.props;
    const named = { explicitly: this.props.context !== undefined, context: this.context.name };
    try {
      const plan = await planUnits(this.api, { environment, namespace, units, context, force, adopt, named });
      const result = plannedResult(this.context, plan);
      for (const line of [...difference(result), ...reviewLines(plan)]) progress(line);
      if (plan.judgement.verdict === 'destructive') throw new KubernetesRefusal(environment, result);
      if (plan.toAdopt.length > 0) throw new KubernetesTakeover(environment, result, plan.toAdopt);
      this.planned = { plan, result };
      return result;
    } catch (error) {
      throw failureOf(error, `the API server of the context '${this.context.name}' refuses to be asked`);
    }
  }

  /** Whether applying the plan would do nothing. */
  get isUpToDate(): boolean {
    return this.planned === undefined || isEmpty(this.planned.plan);
  }

  /** Applies what was planned. @throws KubernetesFailure */
  async apply(): Promise<KubernetesResult> {
    const { environment, namespace, force = false, progress, signal } = this.props;
    if (!this.planned) throw new Error('nothing was planned');
    const { plan, result } = this.planned;
    await new KubernetesDeployment(this.api, { environment, namespace, plan, result, force, progress, signal }).run();
    const [applied, deleted] = [countOf(result, 'applied'), countOf(result, 'deleted')];
    if (applied + deleted > 0)
      progress(`  applied  ${applied} objects, deleted ${deleted}, in ${result.seconds.toFixed(1)} s`);
    return result;
  }

  /** Waits until operators have done what was applied. @throws Failure */
  async wait(timeout: number): Promise<void> {
    const { environment, progress, signal } = this.props;
    const objects = this.planned?.plan.objects ?? [];
    try {
      await waitUntilReady(this.api, { environment, objects, timeout, progress, signal });
    } catch (error) {
      throw failureOf(error, `'${environment}' is applied; the API server does not answer any more`);
    }
  }

  close(): void {
    this.proxy.stop();
  }
}
