import type { TerraformStack } from 'cdktf';

const addresses = new WeakMap<TerraformStack, string[]>();

/**
 * Takes a resource out of a stack's state and leaves the object where it is. cdktf 0.21 has no class for the block.
 * @see https://developer.hashicorp.com/terraform/language/resources/syntax#removing-resources
 */
export function removedWithoutDestroy(stack: TerraformStack, address: string): void {
  const known = addresses.get(stack) ?? [];
  known.push(address);
  addresses.set(stack, known);
  stack.addOverride(
    'removed',
    known.map((from) => ({ from, lifecycle: { destroy: false } })),
  );
}
