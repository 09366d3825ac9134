import { TerraformResource, type TerraformStack } from 'cdktf';

export interface MovedSubtreeProps {
  /** What the names of the resources began with. */
  readonly from: string;
  /** What they begin with now. */
  readonly to: string;
  /** Longer names that begin with `to` and are something else: `orders-api` is no part of `orders`. Default: none. */
  readonly except?: readonly string[];
}

interface Moved {
  readonly from: string;
  readonly to: string;
}

const written = new WeakMap<TerraformStack, Moved[]>();

/**
 * Lets each resource that is called `to`, or whose name goes on after a `_`, `-` or `.`, keep what the stack's state
 * knows under `from`: a `moved` block each. Call it once everything is placed. What the state does not know is left
 * alone, so the blocks may stay. Nothing moves between stacks, and a resource whose own name changes with its address is
 * replaced all the same. cdktf moves one resource at a time (`moveTo`), and runs Terraform for it.
 * @see https://developer.hashicorp.com/terraform/language/block/moved
 */
export function movedSubtree(stack: TerraformStack, { from, to, except = [] }: MovedSubtreeProps): void {
  const others = except.filter((name) => name !== to && isWithin(name, to));
  const moved = stack.node
    .findAll()
    .filter(TerraformResource.isTerraformResource)
    .map(({ terraformResourceType: type, friendlyUniqueId: id }) => ({ type, id }))
    .filter(({ id }) => isWithin(id, to) && !others.some((other) => isWithin(id, other)))
    .map(({ type, id }) => ({ from: `${type}.${from}${id.slice(to.length)}`, to: `${type}.${id}` }));
  const all = [...(written.get(stack) ?? []), ...moved].sort((a, b) => (a.to < b.to ? -1 : 1));
  written.set(stack, all);
  if (all.length > 0) stack.addOverride('moved', all);
}

/** `orders` and `orders_write`, and not `ordersystem`. */
const isWithin = (id: string, name: string): boolean =>
  id === name || (id.startsWith(name) && /^[_.-]/.test(id.slice(name.length)));
