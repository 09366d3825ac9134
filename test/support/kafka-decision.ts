import type { Reach } from '../../model/widening';

/** Whether a permission is about something of that name. */
export const isAbout = ({ patternType, resourceName }: Reach, name: string): boolean =>
  patternType === 'Prefixed' ? name.startsWith(resourceName) : resourceName === '*' || resourceName === name;

/** Kafka's own decision: a deny wins, an allow brings Describe and DescribeConfigs with it. Nothing of the kit decides here. */
export function may(rows: readonly Reach[], operation: string, name: string, host: string): boolean {
  const matching = rows.filter((one) => (one.host === '*' || one.host === host) && isAbout(one, name));
  const describing = ['Read', 'Write', 'Delete', 'Alter'];
  const lets = (asked: string) =>
    asked === 'All' ||
    asked === operation ||
    (operation === 'Describe' && describing.includes(asked)) ||
    (operation === 'DescribeConfigs' && asked === 'AlterConfigs');
  if (matching.some((one) => one.permission === 'Deny' && ['All', operation].includes(one.operation))) return false;
  return matching.some((one) => one.permission === 'Allow' && lets(one.operation));
}

/** https://en.wikipedia.org/wiki/Linear_congruential_generator, with the numbers of Numerical Recipes */
export function seeded(seed: number) {
  let state = seed;
  return <One>(choices: readonly One[]): One => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return choices[Math.floor((state / 2 ** 32) * choices.length)] as One;
  };
}
