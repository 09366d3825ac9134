/** How applications may prove who they are to Amazon MSK. */
export const mechanisms = ['iam', 'scram-sha-512', 'mtls'] as const;
export type Mechanism = (typeof mechanisms)[number];

/** Those that a cluster may lose: it is the kit itself that needs IAM. */
export const leavable = ['scram-sha-512', 'mtls'] as const satisfies readonly Mechanism[];

/** Kinds of MSK clusters: provisioned with standard or express brokers, or serverless. */
export const kinds = ['standard', 'express', 'serverless'] as const;
export type Kind = (typeof kinds)[number];
