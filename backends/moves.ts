import type { TerraformStack } from 'cdktf';
import { movedSubtree } from '../constructs/terraform/moved-subtree';
import { movedFrom } from '../model/moves';
import { terraformId } from '../model/names';
import type { Shard } from '../model/resolved';

/** Lets renamed applications of a shard keep what its state knows of them; called once everything is placed. */
export function placeMoves(stack: TerraformStack, { environment, topics, removals, principals }: Shard): void {
  const names = principals.map(({ application }) => application.name);
  const except = [...names, ...[...topics, ...removals].map(({ name }) => terraformId(name))];
  for (const { application } of principals) {
    const from = movedFrom(environment, application);
    if (from !== undefined) movedSubtree(stack, { from, to: application.name, except });
  }
}
