import type { Draft } from './draft';
import type { Operator } from './operator';
import { isDay } from './removal';

/** An operator whose last day has passed: nothing is rendered for it, and something may be there yet. */
export interface EndedOperator {
  readonly operator: Operator;
  /** What is left of its access, and until when, in words. */
  readonly left: string;
  /** A controller takes it away once it is committed; else a deploy does. */
  readonly pulled: boolean;
}

export const endedOperators = ({
  operators,
  clusters,
  environment,
  today,
}: Pick<Draft, 'operators' | 'clusters' | 'environment' | 'today'>): EndedOperator[] =>
  [...operators.values()]
    .filter(({ until }) => until !== undefined && isDay(until) && until < today)
    .map((operator) => {
      const cluster = clusters.get(operator.cluster);
      const pulled = environment.delivery === 'gitops' && cluster?.appliedBy === 'kubernetes';
      const taken = pulled
        ? 'until somebody commits what is rendered now and a controller applies that'
        : 'until the next deploy takes it away';
      const may =
        operator.role === 'break-glass' ? 'whoever has its credential may do everything' : 'it keeps its access';
      const left = {
        rights: `it may do nothing any more, and what is named after it stays ${taken}`,
        'sign-in': `its certificate ended with that day; connections that were open stay, and what it may do, ${taken}`,
        nothing: `${may} ${taken}`,
      }[cluster?.endsByItself?.(operator) ?? 'nothing'];
      return { operator, left, pulled };
    });
