import { z } from 'zod';
import { type ConsumesInput, consumesShape, type Flow, type ProducesInput, producesShape } from './flow';
import { type CalledWorkload, type CalledWorkloadInput, calledWorkloadShape } from './workload';

/**
 * An HTTP bridge, on Kubernetes: programs without a Kafka client produce and consume through it, all of them as one user.
 * It asks nobody who he is: whoever reaches it may do all that its flows allow, so its flows are all that it is given and
 * `clients` decides who reaches it.
 */
export interface BridgeInput<Owner extends string = string> extends CalledWorkloadInput<Owner> {
  /** Topics that may be written through it. Default: none. */
  readonly produces?: Readonly<Record<string, ProducesInput>>;
  /** Topics that may be read through it, each with its group, which clients must name. Default: none. */
  readonly consumes?: Readonly<Record<string, ConsumesInput>>;
  /** How many copies run; a consumer is bound to one of them. Default: 1. */
  readonly instances?: number;
  /** The HTTP port, from 1024 on and not 8081, where it tells how it is. Default: 8080, with `issuer` 8443. */
  readonly port?: number;
  /** Origins whose pages browsers let call it (CORS), such as `https://shop.example.com`. Default: none. */
  readonly allowedOrigins?: readonly string[];
}

export const bridgeShape = calledWorkloadShape.extend({
  produces: z.record(z.string(), producesShape).optional(),
  consumes: z.record(z.string(), consumesShape).optional(),
  instances: z.int().optional(),
  port: z.int().optional(),
  allowedOrigins: z.array(z.string()).optional(),
}) satisfies z.ZodType<BridgeInput>;

/** A bridge with every default decided; its flows are listed apart, as those of the application that it stands for. */
export interface Bridge extends CalledWorkload {
  readonly port: number;
  readonly allowedOrigins: readonly string[];
}

/** A bridge with what may be done through it, before it is an application with flows. */
export interface DescribedBridge extends Bridge {
  readonly flows: readonly Flow[];
}

/** Where it tells how it is, and Prometheus what it does. https://github.com/strimzi/strimzi-kafka-bridge/pull/1057 */
export const bridgeManagementPort = 8081;

/** Strimzi's name for its Service, which is the host that programs call: `http://<service>.<namespace>.svc:<port>`. */
export const bridgeService = (name: string): string => `${name}-bridge-service`;
