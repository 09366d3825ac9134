import type { TerraformElement } from 'cdktf';

/**
 * Gives an element the address `type.id`. Inside another construct cdktf would append a hash of the scopes, so moving a
 * resource between constructs would destroy it and create it again.
 */
export function addressed<Element extends TerraformElement>(element: Element, id: string): Element {
  element.overrideLogicalId(id);
  return element;
}
