import { z } from 'zod';
import { type Denial, type DenialInput, denialShape } from './denial';
import { type ConsumesInput, consumesShape, type Flow, type ProducesInput, producesShape } from './flow';
import type { Grant } from './grant';
import { type OAuthClient, type OAuthClientInput, oAuthClientShape } from './oauth';
import type { OperatorRole } from './operator';
import type { Origin } from './place';
import { type Scaling, type ScalingInput, scalingShape } from './scaling';
import { type Rate, rateShape } from './units';
import type { ServiceName, Workload } from './workload';

/** A Kafka Streams application: its group, internal topics and transactional ids start with its application id. */
export interface StreamsInput {
  /** Kafka's `application.id`. Default: the application's name. */
  readonly applicationId?: string;
  /** Kafka's `processing.guarantee`. Default: `exactly_once_v2`. */
  readonly processingGuarantee?: 'at_least_once' | 'exactly_once_v2';
}

/** What a user may move per broker, in Kafka's quota terms. */
export interface QuotaInput {
  /** `producer_byte_rate`. Default: unlimited. */
  readonly produce?: Rate;
  /** `consumer_byte_rate`. Default: unlimited. */
  readonly consume?: Rate;
  /** `request_percentage` of one broker's threads; 200 is two threads. Default: unlimited. */
  readonly requestPercentage?: number;
}

/** Files of certificates and keys; every client of Kafka reads the first, and Java's the second. */
const keystores = ['pem', 'pkcs12'] as const;
export type Keystores = (typeof keystores)[number];

/** A program that produces to, or consumes from, topics; it has one principal of its own. */
export interface ApplicationInput<Owner extends string = string, TopicName extends string = string> {
  /** The team that answers for it, one of the platform's owners. */
  readonly owner: Owner;
  /** One sentence, which `explain` prints. Default: none. */
  readonly description?: string;
  /** Topics that it writes. Default: none. */
  readonly produces?: { readonly [topic in TopicName]?: ProducesInput };
  /** Topics that it reads, each with its group. Default: none. */
  readonly consumes?: { readonly [topic in TopicName]?: ConsumesInput };
  /** Whether it writes in transactions; its transactional ids start with its name. Default: false. */
  readonly transactional?: boolean;
  /** Makes it a Kafka Streams application. Default: it is none. */
  readonly streams?: StreamsInput;
  /** How many copies run; partitions beyond feed no more of them. Default: 1. */
  readonly instances?: number;
  /** What it may move through each broker. Default: unlimited. */
  readonly quota?: QuotaInput;
  /** How it proves who it is, one of what its cluster offers. Default: the cluster's first. */
  readonly authentication?: string;
  /** What its certificates stand in: PEM files, or beside them also PKCS12 with a password, for a program that reads nothing else. Default: `pem`. */
  readonly keystores?: Keystores;
  /** How it comes to its tokens, where it signs in with `oauth`. Default: with a client secret, under its own name. */
  readonly oauth?: OAuthClientInput;
  /** Where it runs against. Default: the environment's only cluster. */
  readonly cluster?: string;
  /** The Kubernetes namespace in which it runs, and gets its connection. Default: the environment's `applicationNamespace`. */
  readonly namespace?: string;
  /** Lets its copies on Kubernetes follow its lag. Default: as many run as somebody says. */
  readonly scaling?: ScalingInput;
  /** Addresses that it comes from, as brokers see them: Kafka's `host` of an ACL; `['*']` is any. Default: any. */
  readonly hosts?: readonly string[];
  /** What it may not do, though a flow or a prefix lets it: a deny wins. Default: nothing. */
  readonly denies?: readonly DenialInput[];
}

export const streamsShape = z.strictObject({
  applicationId: z.string().optional(),
  processingGuarantee: z.enum(['at_least_once', 'exactly_once_v2']).optional(),
}) satisfies z.ZodType<StreamsInput>;

export const quotaShape = z.strictObject({
  produce: rateShape.optional(),
  consume: rateShape.optional(),
  requestPercentage: z.number().optional(),
}) satisfies z.ZodType<QuotaInput>;

export const applicationShape = z.strictObject({
  owner: z.string(),
  description: z.string().optional(),
  produces: z.record(z.string(), producesShape).optional(),
  consumes: z.record(z.string(), consumesShape).optional(),
  transactional: z.boolean().optional(),
  streams: streamsShape.optional(),
  instances: z.int().optional(),
  quota: quotaShape.optional(),
  authentication: z.string().optional(),
  keystores: z.enum(keystores).optional(),
  oauth: oAuthClientShape.optional(),
  cluster: z.string().optional(),
  namespace: z.string().optional(),
  scaling: scalingShape.optional(),
  hosts: z.array(z.string()).optional(),
  denies: z.array(denialShape).optional(),
}) satisfies z.ZodType<ApplicationInput>;

export interface Streams {
  readonly applicationId: string;
  readonly exactlyOnce: boolean;
}

/** Kafka's quota keys and values; bytes per second, percent. */
export type Quota = Readonly<
  Partial<Record<'producer_byte_rate' | 'consumer_byte_rate' | 'request_percentage', number>>
>;

/** An application with every default decided; its flows are listed apart. */
export interface Application {
  readonly name: string;
  readonly owner: string;
  readonly description?: string;
  readonly cluster: string;
  readonly transactional: boolean;
  readonly streams?: Streams;
  readonly instances: number;
  readonly quota?: Quota;
  readonly authentication: string;
  /** What its certificates stand in. Absent: PEM files. */
  readonly keystores?: Keystores;
  /** How it comes to its tokens. Absent: it signs in without. */
  readonly oauth?: OAuthClient;
  /** The user of its cluster that its clients are. Absent: one of its own name. */
  readonly user?: string;
  /** What it stands for, where the kit runs it beside its cluster. Absent: it is somebody's program. */
  readonly workload?: Workload;
  /** The service of its cluster's vendor that runs it, in a stack and under a role of its own. Absent: no service does. */
  readonly service?: ServiceName;
  /** What it needs besides its flows. Default: nothing. */
  readonly grants?: readonly Grant[];
  /** The role that it stands for, where somebody looks after its cluster. Absent: it is a program with flows. */
  readonly operator?: OperatorRole;
  /** The last day on which its access holds. Absent: it stays. */
  readonly until?: string;
  /** Addresses that it comes from. Absent: any. */
  readonly hosts?: readonly string[];
  /** What it may not do, whatever lets it. Absent: nothing. */
  readonly denies?: readonly Denial[];
  /** The Kubernetes namespace in which it runs. Absent: the environment's for applications, if it has one. */
  readonly namespace?: string;
  /** How many copies run, as its lag grows. Absent: as many as somebody says. */
  readonly scaling?: Scaling;
  readonly origin: Origin;
}

/** The prefix of the transactional ids that it uses, if it writes in transactions. */
export function transactionalIdPrefix({ name, transactional, streams }: Application): string | undefined {
  if (streams?.exactlyOnce) return `${streams.applicationId}-`;
  return transactional ? `${name}-` : undefined;
}

/** Topics that somebody writes in transactions. */
export function transactionalTopics(
  flows: readonly Flow[],
  applications: ReadonlyMap<string, Application>,
): Set<string> {
  const transactional = (name: string) => {
    const application = applications.get(name);
    if (!application) return false;
    // What runs beside a cluster says so by its grants.
    const granted = application.grants?.some(({ resourceType }) => resourceType === 'TransactionalId') ?? false;
    return granted || transactionalIdPrefix(application) !== undefined;
  };
  return new Set(
    flows.filter((flow) => flow.direction === 'produce' && transactional(flow.application)).map(({ topic }) => topic),
  );
}
