import type { Inventory } from '../../model/inventory';
import type { Rotations } from '../../model/rotations';

/** Changes to the small description: one that breaks the rule, and one that comes as near as it may. */
export interface RuleCase {
  readonly failing: Readonly<Record<string, unknown>>;
  readonly nearly: Readonly<Record<string, unknown>>;
  /** What the environment last applied. Default: nothing. */
  readonly inventory?: Inventory;
  /** The same of what comes near. Default: `inventory`. */
  readonly nearlyInventory?: Inventory;
  /** How often credentials were made anew. Default: never. */
  readonly rotations?: Rotations;
  /** The same of what comes near. Default: `rotations`. */
  readonly nearlyRotations?: Rotations;
}
