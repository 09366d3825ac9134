import { z } from 'zod';

/** Who reaches a namespace by its public address; whoever is in none of these is turned away. */
export interface EventHubsNetworkInput {
  /** IPv4 addresses or ranges, such as `203.0.113.0/24`. Default: none. */
  readonly addresses?: readonly string[];
  /** Ids of subnets that have the service endpoint `Microsoft.EventHub`. Default: none. */
  readonly subnets?: readonly string[];
  /** Whether Azure's own services, such as Azure Monitor, reach it by their identities. Default: false. */
  readonly trustedServices?: boolean;
}

export const eventHubsNetworkShape = z.strictObject({
  addresses: z.array(z.string()).optional(),
  subnets: z.array(z.string()).optional(),
  trustedServices: z.boolean().optional(),
}) satisfies z.ZodType<EventHubsNetworkInput>;
