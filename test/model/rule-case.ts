import type { Inventory } from '../../model/inventory';

/** Changes to the small description: one that breaks the rule, and one that comes as near as it may. */
export interface RuleCase {
  readonly failing: Readonly<Record<string, unknown>>;
  readonly nearly: Readonly<Record<string, unknown>>;
  /** What the environment last applied. Default: nothing. */
  readonly inventory?: Inventory;
  /** The same of what comes near. Default: `inventory`. */
  readonly nearlyInventory?: Inventory;
}
