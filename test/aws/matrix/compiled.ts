import { emptyInventory, type Inventory } from '../../../model/inventory';
import type { Resolved } from '../../../model/resolved';
import { compileDescription } from '../../support/describe';
import type { Described, Matrix } from '../../support/matrix/matrix';

export interface Codes {
  readonly resolved?: Resolved;
  /** Of errors, each once. */
  readonly codes: readonly string[];
  readonly said: readonly string[];
}

/** Compiles a description as it would be in its environment: with or without a record of its clusters. */
export function codesOf(matrix: Matrix, described: Described): Codes {
  const inventory = described.chosen.life === 'recorded' ? recordOf(matrix, described) : emptyInventory;
  const { resolved, problems } = compileDescription(described.description, { inventory });
  const errors = problems.filter(({ severity }) => severity === 'error');
  return {
    resolved,
    codes: [...new Set(errors.map(({ code }) => code))].sort(),
    said: errors.map(({ code, path, problem }) => `${code} ${path}: ${problem}`),
  };
}

/** What was recorded before anything was said that only a cluster may that is there: the same clusters. */
function recordOf(matrix: Matrix, { chosen }: Described): Inventory {
  const before = matrix.described('before', {
    ...chosen,
    life: 'born',
    ...Object.fromEntries(
      ['reach', 'open', 'replication', 'connect', 'glue', 'roles', 'tags', 'removal'].map((factor) => [
        factor,
        matrix.first(factor) ?? '',
      ]),
    ),
  });
  const { resolved } = compileDescription(before.description);
  if (!resolved) throw new Error(`nothing could have been recorded of ${JSON.stringify(before.row)}`);
  const records = [...resolved.clusters].flatMap(([name, { record }]) => (record ? [[name, record] as const] : []));
  return { ...emptyInventory, clusters: Object.fromEntries(records) };
}
