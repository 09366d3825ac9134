import { own } from '../by-name';
import type { Cluster } from '../cluster';
import type { Draft } from '../draft';
import { kitCommand } from '../kit-command';
import { at } from '../problem';
import type { Rule } from '../rule';
import type { ClusterPlan } from '../scale';

interface Changed {
  readonly cluster: Cluster;
  readonly plan: ClusterPlan;
}

/** What a vendor is asked to do to clusters that exist. A cluster of another back end is another cluster (KFK-I013). */
const changes = ({ clusters, inventory, broken }: Draft): Changed[] =>
  [...clusters.values()].flatMap((cluster) => {
    const recorded = own(inventory.clusters, cluster.name);
    if (recorded?.backend !== cluster.backend || broken.has('clusters', cluster.name)) return [];
    return cluster.scale.plansOf(cluster, recorded).map((plan) => ({ cluster, plan }));
  });

export const possible: Rule = {
  code: 'KFK-I020',
  severity: 'error',
  title: 'What a vendor cannot do to a cluster that exists is not described',
  source: "users' pain: an edit of one line that destroys a cluster (terraform-provider-aws #44209)",
  *check(draft) {
    // What may be thrown away may be made anew; no vendor shrinks a disk all the same.
    for (const { cluster, plan } of changes(draft))
      if (plan.impossible !== undefined && !(plan.kind === 'anew' && draft.environment.disposable))
        yield at(cluster, ...plan.field)
          .problem(`${plan.change}: ${plan.impossible}`)
          .fix(numbered(plan.steps));
  },
};

export const prepared: Rule = {
  code: 'KFK-I021',
  severity: 'error',
  waivable: true,
  title: 'What must be done before a cluster changes is done before it is described, and the waiver says so',
  source: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-remove-broker.html, read 2026-11-21',
  *check(draft) {
    if (draft.environment.disposable) return;
    for (const { cluster, plan } of changes(draft))
      if (plan.prepared)
        yield at(cluster, ...plan.field)
          .problem(`${plan.change}: something must be done before it is applied`)
          .fix(`${numbered(plan.steps)}; a waiver of KFK-I021 says that it is done`);
  },
};

export const finished: Rule = {
  code: 'KFK-I022',
  severity: 'warning',
  title: 'What a change of scale leaves to be done is known before it is applied',
  source:
    'https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html: reassign partitions, read 2026-11-21',
  *check(draft) {
    for (const { cluster, plan } of changes(draft))
      if (plan.unfinished)
        yield at(cluster, ...plan.field)
          .problem(`${plan.change}: it is not done with the apply`)
          .fix(
            `${kitCommand(draft, 'explain', cluster.name)} tells all ${plan.steps.length} steps; the first: ${plan.steps[0]}`,
          );
  },
};

const numbered = (steps: readonly string[]): string => steps.map((step, index) => `${index + 1}. ${step}`).join('; ');

export const scalePlanRules: readonly Rule[] = [possible, prepared, finished];
