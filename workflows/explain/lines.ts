import type { Resolved } from '../../model/resolved';
import type { ServiceName } from '../../model/workload';

/** What is to be known of one noun, as titles and lines. */
export type Explanation = Readonly<Record<string, string | readonly string[]>>;

/** The stack of what a vendor's service runs. */
export const servedIn = (
  { services }: Pick<Resolved, 'services'>,
  service: ServiceName,
  noun: string,
): Explanation => ({
  stack: services.find((stack) => stack.service === service && stack.noun === noun)?.name ?? '–',
});
