import type { Failure, Progress } from '../failure';
import { inParallel } from '../parallel';
import type { KubernetesApi } from './api';
import { ApiError, failureOf, fixOf, refusalOf } from './api-error';
import { parentOf, parentResource, type Scope, scopeOf, union } from './applyset';
import { isBinding } from './binding';
import { identityOf } from './object';
import { type KubernetesPlan, type LeavingObject, type PlannedObject, serverJudges } from './plan';
import { width } from './proxy';
import { KubernetesFailure, type KubernetesResult, type ObjectResult, type ObjectStatus } from './result';
import { type Trouble, troubled } from './trouble';

export interface ApplyProps {
  readonly environment: string;
  readonly namespace: string;
  readonly plan: KubernetesPlan;
  /** It is written as objects are applied. */
  readonly result: KubernetesResult;
  /** Takes fields from other field managers. */
  readonly force: boolean;
  readonly progress: Progress;
  /** Stops in order when it aborts: requests that are in flight end, and no other begins. Default: nothing stops it. */
  readonly signal?: AbortSignal;
}

/**
 * Applies what was planned and judged, unit by unit, and then deletes what left. Wherever it is stopped, the set knows
 * of all that was applied, so the next run goes on. @throws KubernetesFailure
 */
export class KubernetesDeployment {
  private readonly results: ReadonlyMap<string, ObjectResult>;
  private readonly troubles: string[] = [];
  private fix = '';

  constructor(
    private readonly api: KubernetesApi,
    private readonly props: ApplyProps,
  ) {
    this.results = new Map(props.result.objects.map((object) => [object.identity, object]));
  }

  async run(): Promise<void> {
    const { plan } = this.props;
    const begun = performance.now();
    try {
      const desired = plan.objects.map((object) => object.desired);
      const left = plan.leaving.flatMap(({ object, fate }) => (fate === 'leave' ? [object] : []));
      const own = { groupKinds: new Set<string>(), namespaces: new Set([this.props.namespace]) };
      const after = union(scopeOf([...desired, ...left]), own);
      const now = union(plan.scope, after);
      await this.applyAll(plan.objects.filter(({ resource }) => !resource.namespaced));
      if (!isSame(plan.scope, now)) await this.writeParent(now);
      await this.judgeUnjudged();
      for (const unit of new Set(plan.objects.map((object) => object.unit)))
        await this.applyAll(plan.objects.filter((object) => object.unit === unit && object.resource.namespaced));
      await this.removeAll(plan.leaving.filter(({ fate }) => fate === 'delete'));
      if (!isSame(now, after)) await this.writeParent(after);
    } finally {
      this.props.result.seconds = (performance.now() - begun) / 1000;
    }
  }

  /** What could not be judged before, because its namespace was not there: before any of it is applied. */
  private async judgeUnjudged(): Promise<void> {
    const { environment, plan, force } = this.props;
    const troubles: Trouble[] = [];
    const beside = plan.objects.map(({ desired }) => desired);
    const unjudged = plan.objects.filter(({ after, resource }) => after === undefined && resource.namespaced);
    await inParallel(unjudged, width, async (object) => {
      const judged = await serverJudges(this.api, object, { force, beside }).catch((error) => {
        throw failureOf(error, 'the API server does not answer');
      });
      if ('troubles' in judged) troubles.push(...judged.troubles);
    });
    if (troubles.length > 0) throw troubled(environment, troubles, 'only namespaces were applied');
  }

  private async applyAll(objects: readonly PlannedObject[]): Promise<void> {
    const changed = objects.filter(({ action }) => action !== 'unchanged');
    await this.applyTogether(changed.filter(({ desired }) => !isBinding(desired)));
    await this.applyTogether(changed.filter(({ desired }) => isBinding(desired)));
  }

  private async applyTogether(objects: readonly PlannedObject[]): Promise<void> {
    await this.each(objects, 'applied', ({ resource, desired }) => ({
      object: desired,
      step: () => this.api.apply(resource, desired, { force: this.props.force }),
    }));
  }

  private async removeAll(leaving: readonly LeavingObject[]): Promise<void> {
    await this.each(leaving, 'deleted', ({ resource, object }) => ({
      object,
      step: () => this.api.remove(resource, object),
    }));
  }

  /** After a failure those that run finish, and no other begins. */
  private async each<Item>(
    items: readonly Item[],
    done: ObjectStatus,
    task: (item: Item) => { readonly object: PlannedObject['desired']; readonly step: () => Promise<unknown> },
  ): Promise<void> {
    await inParallel(items, width, async (item) => {
      if (this.isStopped()) return;
      const { object, step } = task(item);
      const result = this.results.get(identityOf(object));
      try {
        await step();
        if (result) result.status = done;
      } catch (error) {
        if (result) result.status = 'failed';
        this.note(object, error);
      }
    });
    if (this.isStopped()) throw this.stopped();
  }

  private note(object: PlannedObject['desired'], error: unknown): void {
    if (error instanceof ApiError) {
      this.troubles.push(refusalOf(object, error));
      this.fix = fixOf(error);
      return;
    }
    const { message, details } = failureOf(error, 'the API server does not answer any more');
    this.troubles.push([message, ...(details.why ?? [])].join(': '));
    this.fix = details.fix ?? this.fix;
  }

  private isStopped(): boolean {
    return this.props.signal?.aborted === true || this.troubles.length > 0;
  }

  private stopped(): Failure {
    const { environment, result } = this.props;
    const interrupted = this.troubles.length === 0;
    return new KubernetesFailure(environment, result, {
      what: interrupted ? 'it was interrupted' : 'Kubernetes objects failed',
      why: this.troubles,
      fix: interrupted ? 'run the same command again: it goes on from there' : this.fix,
    });
  }

  private async writeParent(scope: Scope): Promise<void> {
    const { environment, namespace } = this.props;
    try {
      await this.api.apply(parentResource, parentOf(namespace, { environment, ...scope }), { force: true });
    } catch (error) {
      const { message, details } = failureOf(error, `the ConfigMap of the set in ${namespace} cannot be written`);
      throw new KubernetesFailure(environment, this.props.result, {
        what: message,
        why: details.why ?? [],
        fix: details.fix ?? '',
      });
    }
  }
}

const isSame = (one: Scope, other: Scope): boolean =>
  isSameSet(one.groupKinds, other.groupKinds) && isSameSet(one.namespaces, other.namespaces);

const isSameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((entry) => other.has(entry));
