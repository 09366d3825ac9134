import { z } from 'zod';

/** Where brokers are, and who may reach them. */
export interface MskNetworkInput {
  /** The VPC's id. */
  readonly vpc: string;
  /** Private subnets, by id, each in an availability zone of its own: two or three, three for express brokers, two to six for serverless. */
  readonly subnets: readonly string[];
  /** Security groups of Kafka clients, by a name of their own: they reach the listeners that are on. */
  readonly clients: Readonly<Record<string, string>>;
  /** Security groups of whatever scrapes metrics, by a name of their own. Default: nobody. */
  readonly monitoring?: Readonly<Record<string, string>>;
}

const labelled = z.record(z.string(), z.string());

export const mskNetworkShape = z.strictObject({
  vpc: z.string(),
  subnets: z.array(z.string()),
  clients: labelled,
  monitoring: labelled.optional(),
}) satisfies z.ZodType<MskNetworkInput>;

export type MskNetwork = Required<MskNetworkInput>;

export const networkOf = (said: MskNetworkInput): MskNetwork => ({ ...said, monitoring: said.monitoring ?? {} });
