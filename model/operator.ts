import { z } from 'zod';
import { type Denial, type DenialInput, denialShape } from './denial';
import { type Grant, onCluster, wildcard } from './grant';
import type { Origin } from './place';
import { everything } from './unasked';

/** What somebody may do who looks after clusters: no flow gives it. */
export const operatorRoles = ['admin', 'read-only', 'break-glass'] as const;
export type OperatorRole = (typeof operatorRoles)[number];

/** A person's or a tool's own access to a cluster, beside those of applications. */
export interface OperatorInput {
  /** The team that answers for it, one of the platform's owners. */
  readonly owner: string;
  /** `admin` makes, changes and deletes topics, configurations, groups and permissions, and reads no record; `read-only` looks at all of that; `break-glass` may do everything until a day. */
  readonly role: OperatorRole;
  /** Which cluster. Default: the environment's only cluster. */
  readonly cluster?: string;
  /** How it proves who it is, one of what its cluster offers. Default: the cluster's first. */
  readonly authentication?: string;
  /** The last day (`2026-12-31`) on which it holds; `break-glass` needs one, at most 7 days ahead. After it nothing is rendered for it. Default: it stays. */
  readonly until?: string;
  /** Why it is there; `break-glass` needs one. Default: none. */
  readonly reason?: string;
  /** Addresses that it comes from, as brokers see them: Kafka's `host` of an ACL; `['*']` is any. Default: any. */
  readonly hosts?: readonly string[];
  /** What its role would let it do and it may not. Default: nothing. */
  readonly denies?: readonly DenialInput[];
  /** The Kubernetes namespace in which it gets its connection, apart from those of applications. Default: the environment's `applicationNamespace`, which KFK-X009 refuses. */
  readonly namespace?: string;
}

export const operatorShape = z.strictObject({
  owner: z.string(),
  role: z.enum(operatorRoles),
  cluster: z.string().optional(),
  authentication: z.string().optional(),
  until: z.string().optional(),
  reason: z.string().optional(),
  hosts: z.array(z.string()).optional(),
  denies: z.array(denialShape).optional(),
  namespace: z.string().optional(),
}) satisfies z.ZodType<OperatorInput>;

/** An operator with every default decided: it stands for an application whose permissions its role gives. */
export interface Operator {
  readonly name: string;
  readonly owner: string;
  readonly role: OperatorRole;
  readonly cluster: string;
  readonly authentication: string;
  /** Absent: it stays. */
  readonly until?: string;
  readonly reason?: string;
  /** Absent: any. */
  readonly hosts?: readonly string[];
  readonly denies: readonly Denial[];
  readonly namespace?: string;
  readonly origin: Origin;
}

/**
 * What a role lets somebody do. Setting a group's offsets is no administrator's: brokers ask for `Read` of the topic
 * with it, and whoever has that reads records. Deleting a group, or throwing a member out, asks for the group alone.
 * https://kafka.apache.org/documentation/#operations_resources_and_protocols: OFFSET_COMMIT, OFFSET_DELETE
 */
export const roleGrants = {
  admin: [
    ...(['Create', 'Delete', 'Alter', 'AlterConfigs'] as const).map((it) => wildcard('Topic', it)),
    ...(['Read', 'Delete'] as const).map((it) => wildcard('Group', it)),
    wildcard('TransactionalId', 'Describe'),
    ...(['Alter', 'AlterConfigs'] as const).map(onCluster),
  ],
  'read-only': [
    ...(['Describe', 'DescribeConfigs'] as const).map((it) => wildcard('Topic', it)),
    wildcard('Group', 'Describe'),
    wildcard('TransactionalId', 'Describe'),
    ...(['Describe', 'DescribeConfigs'] as const).map(onCluster),
  ],
  'break-glass': everything,
} as const satisfies Record<OperatorRole, readonly Grant[]>;

/** The longest that glass stays broken, in days. */
export const longestBreakGlass = 7;
