import { groupBy } from './group-by';
import type { Permission } from './permissions';

/** Applications that are granted what they need once, together: each does what the others do. */
export interface GrantedTogether {
  readonly name: string;
  /** Its vendor's id. */
  readonly id: string;
  readonly members: readonly string[];
}

/** What such a group may do with a topic; it stands where the topic is, whoever joins or leaves the group. */
export interface GroupGrant {
  readonly group: string;
  /** As its first member has it. */
  readonly permission: Permission;
}

/** What groups are granted, by topic. */
export function groupGrantsOf(
  groups: readonly GrantedTogether[],
  permissionsOf: ReadonlyMap<string, readonly Permission[]>,
): ReadonlyMap<string, readonly GroupGrant[]> {
  const grants = groups.flatMap(({ name, members: [one = ''] }) =>
    (permissionsOf.get(one) ?? [])
      .filter(({ resourceType, patternType }) => resourceType === 'Topic' && patternType === 'Literal')
      .map((permission): GroupGrant => ({ group: name, permission })),
  );
  return groupBy(grants, ({ permission }) => permission.resourceName);
}
