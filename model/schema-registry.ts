import { z } from 'zod';
import type { Origin } from './place';

/** A schema registry that keeps its schemas in a topic: Apicurio, with the API of Confluent's at `/apis/ccompat/v7`. */
export interface SchemaRegistryInput<Owner extends string = string> {
  /** The team that answers for it, one of the platform's owners. */
  readonly owner: Owner;
  /** The cluster whose topic holds the schemas. Default: the environment's only cluster. */
  readonly cluster?: string;
  /** How many copies run, each with all schemas in memory. Default: 2. */
  readonly instances?: number;
  /** The image. Default: Apicurio Registry's own, of the version that the kit was tried with. */
  readonly image?: string;
  /** A ClusterIssuer of cert-manager that signs its certificate. Default: plain HTTP inside of the namespaces that may reach it. */
  readonly issuer?: string;
  /** Namespaces whose pods may call it. Default: that of applications. */
  readonly clients?: readonly string[];
  /** How it proves who it is, one of what its cluster offers. Default: the cluster's first that a secret can prove. */
  readonly authentication?: string;
}

export const schemaRegistryShape = z.strictObject({
  owner: z.string(),
  cluster: z.string().optional(),
  instances: z.int().optional(),
  image: z.string().optional(),
  issuer: z.string().optional(),
  clients: z.array(z.string()).optional(),
  authentication: z.string().optional(),
}) satisfies z.ZodType<SchemaRegistryInput>;

/** A schema registry with every default decided. */
export interface SchemaRegistry {
  readonly name: string;
  readonly owner: string;
  readonly cluster: string;
  readonly instances: number;
  readonly image?: string;
  readonly issuer?: string;
  readonly clients: readonly string[];
  readonly authentication: string;
  readonly origin: Origin;
}
