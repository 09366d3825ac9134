import { z } from 'zod';
import { type CalledWorkload, type CalledWorkloadInput, calledWorkloadShape } from './workload';

/**
 * A schema registry, on Kubernetes, that keeps its schemas in a topic: Apicurio, with the API of Confluent's at
 * `/apis/ccompat/v7`. It asks nobody who he is: `clients` decides who reaches it.
 */
export interface SchemaRegistryInput<Owner extends string = string> extends CalledWorkloadInput<Owner> {
  /** How many copies run, each with all schemas in memory. Default: 2. */
  readonly instances?: number;
  /** The image, best with its digest. Default: `quay.io/apicurio/apicurio-registry:3.3.3`, which the kit was tried with. */
  readonly image?: string;
}

export const schemaRegistryShape = calledWorkloadShape.extend({
  instances: z.int().optional(),
  image: z.string().optional(),
}) satisfies z.ZodType<SchemaRegistryInput>;

/** A schema registry with every default decided. */
export interface SchemaRegistry extends CalledWorkload {
  readonly image?: string;
}

/** The version that the kit was tried with; what its clients are granted was found with it. */
export const apicurioVersion = '3.3.3';

/** Its HTTP port, or its HTTPS port when it has a certificate; and where it tells how it is. */
export const registryPorts = { http: 8080, https: 8443, management: 9000 } as const;

/** Topics that a registry keeps, named after it: no other registry writes to them. */
export const registryTopics = (registry: string) => ({
  /** Every change that was ever made; a registry reads it from the beginning when it starts. */
  journal: `${registry}.journal`,
  /** Where snapshots are that shorten that; empty, because a pod's disk goes with the pod. */
  snapshots: `${registry}.snapshots`,
  /** What has changed, for programs that want to know. */
  events: `${registry}.events`,
});

/** Each copy reads as a group of its own, made up when it starts: all begin with this. No label ends in a dot. */
export const registryGroups = (registry: string): string => `${registry}.`;

/** Where programs find it: an address of its namespace, and the path that clients of Confluent's registry are given. */
export function registryAddress({ name, issuer }: Pick<SchemaRegistry, 'name' | 'issuer'>, namespace: string): string {
  const host = `${name}.${namespace}.svc`;
  return `${issuer ? `https://${host}:${registryPorts.https}` : `http://${host}:${registryPorts.http}`}/apis/ccompat/v7`;
}
