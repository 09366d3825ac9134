import { descriptions } from '../../backends/descriptions';
import type { ClusterInput } from '../../index';
import { type Compiled, compile, type Surroundings } from '../../model/compile';
import type { EnvironmentInput } from '../../model/environment';
import { emptyInventory, type Inventory } from '../../model/inventory';
import type { PlatformInput } from '../../model/platform';
import type { Resolved } from '../../model/resolved';
import type { Rotations } from '../../model/rotations';

export type Description = EnvironmentInput<PlatformInput, ClusterInput>;

export interface CompileOptions {
  readonly inventory?: Inventory;
  readonly rotations?: Rotations;
  /** Default: 2026-11-21. */
  readonly today?: string;
  /** Default: made in memory. */
  readonly sources?: Surroundings['sources'];
}

/** Compiles as the commands do. The description may be of any shape. */
export const compileDescription = (description: unknown, options: CompileOptions = {}): Compiled =>
  compile(description, {
    backends: descriptions,
    inventory: options.inventory ?? emptyInventory,
    rotations: options.rotations,
    today: options.today ?? '2026-11-21',
    sources: options.sources ?? { environment: {}, platform: {} },
  });

/** A description that must be without errors. */
export function resolve(description: Description, options?: CompileOptions): Resolved {
  const { resolved, problems } = compileDescription(description, options);
  if (!resolved) throw new Error(problems.map(({ code, path, problem }) => `${code} ${path}: ${problem}`).join('\n'));
  return resolved;
}

/** One producer, one consumer, one topic: nothing is wrong with it, not even a warning. */
export const small = {
  name: 'test',
  platform: {
    owners: { orders: { contact: 'orders@example.com', page: 'orders-oncall' } },
    topics: { 'orders.created': { owner: 'orders' } },
    applications: {
      shop: { owner: 'orders', produces: { 'orders.created': {} } },
      billing: { owner: 'orders', consumes: { 'orders.created': { deadLetter: {} } } },
    },
  },
  clusters: { main: { backend: 'kafka' } },
} as const satisfies Description;
