import { z } from 'zod';
import { type Grant, type Operation, operations, type ResourceType } from './grant';
import type { Origin } from './place';

/** What somebody may not do, whatever lets it: a deny wins over every allow. It names one of `topic`, `group` and `transactionalId`. */
export interface DenialInput {
  /** A topic by name. Default: it is about something else. */
  readonly topic?: string;
  /** A consumer group by name. Default: it is about something else. */
  readonly group?: string;
  /** A transactional id. Default: it is about something else. */
  readonly transactionalId?: string;
  /** Whether the name is what others begin with, `payments.` for `payments.settled`. Default: false, it is the whole name. */
  readonly prefix?: boolean;
  /** Kafka's operations. A denied `Read` leaves `Describe`, which the allowed one brings, as brokers have it. */
  readonly operations: readonly Operation[];
  /** Addresses that it holds for; `['*']` is any. Default: any. */
  readonly hosts?: readonly string[];
}

export const denialShape = z.strictObject({
  topic: z.string().optional(),
  group: z.string().optional(),
  transactionalId: z.string().optional(),
  prefix: z.boolean().optional(),
  operations: z.array(z.enum(operations)),
  hosts: z.array(z.string()).optional(),
}) satisfies z.ZodType<DenialInput>;

/** A denial with every default decided. */
export interface Denial {
  /** What it names; a rule refuses all but one. */
  readonly resources: readonly Pick<Grant, 'resourceType' | 'resourceName'>[];
  readonly patternType: Grant['patternType'];
  readonly operations: readonly Operation[];
  /** Absent: any. */
  readonly hosts?: readonly string[];
  readonly origin: Origin;
}

const fields = { topic: 'Topic', group: 'Group', transactionalId: 'TransactionalId' } as const satisfies Partial<
  Record<keyof DenialInput, ResourceType>
>;

/** Brokers' word for any address, which an override takes back with what the platform says. */
export const hostsOf = (said: readonly string[] | undefined): readonly string[] | undefined =>
  said?.length === 1 && said[0] === '*' ? undefined : said;

/** Decides the defaults of what is denied. */
export const denialOf = (said: DenialInput, origin: Origin): Denial => ({
  resources: (Object.keys(fields) as (keyof typeof fields)[]).flatMap((field) => {
    const resourceName = said[field];
    return resourceName === undefined ? [] : [{ resourceType: fields[field], resourceName }];
  }),
  patternType: said.prefix ? 'Prefixed' : 'Literal',
  operations: said.operations,
  hosts: hostsOf(said.hosts),
  origin,
});

/** What is denied, in Kafka's own terms. */
export const grantsOfDenial = ({ resources, patternType, operations }: Denial): Grant[] =>
  resources.flatMap((resource) => operations.map((operation) => ({ ...resource, patternType, operation })));
