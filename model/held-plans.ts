import { entriesOf, own } from './by-name';
import type { ClusterRecord } from './cluster-record';
import type { ClusterPlan } from './scale';

/** What a back end knows of something that bears data beside topics. */
export interface Held {
  /** What is seen to before it goes. */
  readonly first: string;
  /** Its address in the stacks of the cluster and of what runs beside it. */
  readonly address: string;
  /** What comes after the apply. Default: nothing. */
  readonly after?: readonly string[];
}

/** How that leaves which was recorded and is described no longer, which KFK-I023 asks to be waived; `heldOf` is asked by the recorded field, and knows of none what another plan tells. */
export const heldPlans = (
  { holds = {} }: ClusterRecord,
  record: ClusterRecord | undefined,
  heldOf: (field: readonly string[]) => Held | undefined,
): ClusterPlan[] =>
  entriesOf(holds).flatMap(([path, had]) => {
    const field = path.split('/');
    const held = own(record?.holds, path) === undefined ? heldOf(field) : undefined;
    return held
      ? [
          {
            kind: 'setting',
            field,
            change: `${had} is described no longer`,
            steps: [held.first, 'apply with an approval of KFK-D001', ...(held.after ?? [])],
            leaves: [held.address],
          },
        ]
      : [];
  });
