import { z } from 'zod';
import type { Application } from './application';

/** What somebody may do who looks after clusters: no flow gives it. */
export const operatorRoles = ['admin', 'read-only', 'break-glass'] as const;
export type OperatorRole = (typeof operatorRoles)[number];

/** A person's or a tool's own access to a cluster, beside those of applications. */
export interface OperatorInput {
  /** The team that answers for it, one of the platform's owners. */
  readonly owner: string;
  /** `admin` makes and changes topics, groups' offsets and permissions, and reads no record; `read-only` looks at all of that; `break-glass` may do everything until a day. */
  readonly role: OperatorRole;
  /** Which cluster. Default: the environment's only cluster. */
  readonly cluster?: string;
  /** How it proves who it is, one of what its cluster offers. Default: the cluster's first. */
  readonly authentication?: string;
  /** The last day (`2026-12-31`) on which it holds; `break-glass` needs one. Default: it stays. */
  readonly until?: string;
  /** Why it is there; `break-glass` needs one. Default: none. */
  readonly reason?: string;
  /** Addresses that it comes from: Kafka's `host` of an ACL. Default: any. */
  readonly hosts?: readonly string[];
}

export const operatorShape = z.strictObject({
  owner: z.string(),
  role: z.enum(operatorRoles),
  cluster: z.string().optional(),
  authentication: z.string().optional(),
  until: z.string().optional(),
  reason: z.string().optional(),
  hosts: z.array(z.string()).optional(),
}) satisfies z.ZodType<OperatorInput>;

/** An operator with every default decided: an application whose permissions its role gives. */
export interface Operator extends Pick<Application, 'name' | 'owner' | 'cluster' | 'authentication' | 'origin'> {
  readonly role: OperatorRole;
  readonly until?: string;
  readonly reason?: string;
  readonly hosts: readonly string[];
}
