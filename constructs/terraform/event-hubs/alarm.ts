import { usualRefusals } from '../../../model/usual-refusals';

/** How long failures are counted, and how often: an hour apart at most. */
export const frequencies = { PT5M: 'PT5M', PT15M: 'PT15M', PT30M: 'PT30M', PT1H: 'PT1H', PT6H: 'PT1H' } as const;

/** How long, and how many of a kind, where nobody says it. */
export const usual = { windowDuration: `PT${usualRefusals.minutes}M`, threshold: usualRefusals.moreThan } as const;

/** When an alarm of a namespace is raised, and who is told. */
export interface AlarmProps {
  readonly namespaceId: string;
  readonly namespaceName: string;
  readonly resourceGroupName: string;
  /** Action groups of Azure Monitor that are told. Default: none. */
  readonly actionGroupIds?: readonly string[];
  /** How many of each kind in that time are usual: more raise an alarm. Default: 5. */
  readonly threshold?: number;
  /** How long they are counted. Default: `PT5M`. */
  readonly windowDuration?: keyof typeof frequencies;
  /** As Azure counts them, 0 the worst and 4 the mildest. Default: 2. */
  readonly severity?: 0 | 1 | 2 | 3 | 4;
  /** Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
}
