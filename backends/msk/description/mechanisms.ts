/** How applications may prove who they are to Amazon MSK. */
export const mechanisms = ['iam', 'scram-sha-512'] as const;
export type Mechanism = (typeof mechanisms)[number];
