import { z } from 'zod';
import { type ConsumesInput, consumesShape, type Flow, type ProducesInput, producesShape } from './flow';
import type { Origin } from './place';

/**
 * An HTTP bridge, on Kubernetes: programs without a Kafka client produce and consume through it, all of them as one user.
 * It asks nobody who he is: whoever reaches it may do all that its flows allow, so its flows are all that it is given and
 * `clients` decides who reaches it.
 */
export interface BridgeInput<Owner extends string = string> {
  /** The team that answers for it, one of the platform's owners. */
  readonly owner: Owner;
  /** The cluster that it works on. Default: the environment's only cluster. */
  readonly cluster?: string;
  /** Topics that may be written through it. Default: none. */
  readonly produces?: Readonly<Record<string, ProducesInput>>;
  /** Topics that may be read through it, each with its group, which clients must name. Default: none. */
  readonly consumes?: Readonly<Record<string, ConsumesInput>>;
  /** How many copies run; a consumer is bound to one of them. Default: 1. */
  readonly instances?: number;
  /** The HTTP port, from 1024 on and not 8081, where it tells how it is. Default: 8080, with `certificate` 8443. */
  readonly port?: number;
  /** The Secret with `tls.crt` and `tls.key` by which it speaks HTTPS. Default: plain HTTP inside of the namespaces that may reach it. */
  readonly certificate?: string;
  /** Origins whose pages browsers let call it (CORS), such as `https://shop.example.com`. Default: none. */
  readonly allowedOrigins?: readonly string[];
  /** Namespaces whose pods may call it. Default: that of applications. */
  readonly clients?: readonly string[];
  /** How it proves who it is, one of what its cluster offers. Default: the cluster's first that a secret can prove. */
  readonly authentication?: string;
}

export const bridgeShape = z.strictObject({
  owner: z.string(),
  cluster: z.string().optional(),
  produces: z.record(z.string(), producesShape).optional(),
  consumes: z.record(z.string(), consumesShape).optional(),
  instances: z.int().optional(),
  port: z.int().optional(),
  certificate: z.string().optional(),
  allowedOrigins: z.array(z.string()).optional(),
  clients: z.array(z.string()).optional(),
  authentication: z.string().optional(),
}) satisfies z.ZodType<BridgeInput>;

/** A bridge with every default decided; its flows are listed apart, as those of the application that it stands for. */
export interface Bridge {
  readonly name: string;
  readonly owner: string;
  readonly cluster: string;
  readonly instances: number;
  readonly port: number;
  readonly certificate?: string;
  readonly allowedOrigins: readonly string[];
  readonly clients: readonly string[];
  readonly authentication: string;
  readonly origin: Origin;
}

/** A bridge with what may be done through it, before it is an application with flows. */
export interface DescribedBridge extends Bridge {
  readonly flows: readonly Flow[];
}

/** Where it tells how it is, and Prometheus what it does. https://github.com/strimzi/strimzi-kafka-bridge/pull/1057 */
export const bridgeManagementPort = 8081;

/** The chart, and so the file of manifests, that holds it; no described name has two dashes in a row. */
export const bridgeChart = (name: string): string => `${name}--bridge`;

/** Strimzi's name for its Service, which is the host that programs call: `http://<service>.<namespace>.svc:<port>`. */
export const bridgeService = (name: string): string => `${name}-bridge-service`;
