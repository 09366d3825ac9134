import { z } from 'zod';
import { type ApplicationInput, applicationShape } from './application';
import { type ConnectorInput, connectorShape } from './connector';
import { type OwnerInput, ownerShape } from './owner';
import { type PluginInput, pluginShape } from './plugin';
import { type TopicInput, topicShape } from './topic';

/** A topic that a connector or a dead letter makes: an editor cannot know them all, `check` does. */
export type MadeTopic = `${string}.${string}.${string}` | `debezium-${'heartbeat' | 'signal'}.${string}`;

/** What is the same in every environment. */
export interface PlatformInput<
  Owner extends string = string,
  TopicName extends string = string,
  ApplicationName extends string = string,
> {
  /** Teams by name. */
  readonly owners: { readonly [owner in Owner]: OwnerInput };
  /** Topics by their name on the cluster. Default: none. */
  readonly topics?: { readonly [topic in TopicName]: TopicInput<NoInfer<Owner>> };
  /** Applications by name, which is also the name of their principal. Default: none. */
  readonly applications?: {
    readonly [application in ApplicationName]: ApplicationInput<NoInfer<Owner>, NoInfer<TopicName> | MadeTopic>;
  };
  /** Connectors of Kafka Connect by name. Default: none. */
  readonly connectors?: {
    readonly [connector: string]: ConnectorInput<NoInfer<Owner>, NoInfer<TopicName> | MadeTopic>;
  };
  /** What images of Kafka Connect can hold, by name. Default: none. */
  readonly plugins?: { readonly [plugin: string]: PluginInput };
}

export const platformShape = z.strictObject({
  owners: z.record(z.string(), ownerShape),
  topics: z.record(z.string(), topicShape).optional(),
  applications: z.record(z.string(), applicationShape).optional(),
  connectors: z.record(z.string(), connectorShape).optional(),
  plugins: z.record(z.string(), pluginShape).optional(),
}) satisfies z.ZodType<PlatformInput>;
