import type { DescriptionFiles, Inventory } from '../../model/inventory';
import type { Source } from '../../model/place';
import type { Problem } from '../../model/problem';
import type { Rotations } from '../../model/rotations';

/** An environment as it was written, not yet understood. */
export interface Written {
  /** The environment's name as far as it is one; the file's name otherwise. */
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly sources: { readonly environment: Source; readonly platform: Source };
  readonly inventory: Inventory;
  /** Where the inventory is, or will be, kept. */
  readonly inventoryFile: string;
  readonly rotations: Rotations;
  /** Where it is, or will be, kept how often each credential was made anew. */
  readonly rotationsFile: string;
  /** The same as it is shown, and what `--file` named. */
  readonly files: DescriptionFiles;
}

/**
 * Whose platform an environment has: the working tree's where a chain begins (`head`) or before the first promotion
 * (`unpromoted`), else its release's, which may be `lost`.
 */
export type Basis = 'head' | 'unpromoted' | 'release' | 'lost';

/** An environment with the platform that it has, not yet understood. */
export interface Description extends Written {
  readonly basis: Basis;
  /** The release that it is pinned to. */
  readonly release?: string;
  /** The same with the platform of the working tree. */
  readonly written: Written;
}

/** What a file held: values to choose environments from, or why it could not be read. */
export interface FileContents {
  readonly values: readonly unknown[];
  readonly problems: readonly Problem[];
  readonly source: Source;
  /** The file in which an exported object was made, where that is known. */
  readonly sourceOf?: (value: unknown) => Source | undefined;
}

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Whether a value was meant as an environment: it has clusters, or a name and a platform. */
export const isEnvironment = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isMap(value) && ('clusters' in value || ('platform' in value && 'name' in value));
