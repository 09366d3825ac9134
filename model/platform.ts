import { z } from 'zod';
import { type ApplicationInput, applicationShape } from './application';
import { type OwnerInput, ownerShape } from './owner';
import { type TopicInput, topicShape } from './topic';

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
    readonly [application in ApplicationName]: ApplicationInput<NoInfer<Owner>, NoInfer<TopicName>>;
  };
}

export const platformShape = z.strictObject({
  owners: z.record(z.string(), ownerShape),
  topics: z.record(z.string(), topicShape).optional(),
  applications: z.record(z.string(), applicationShape).optional(),
}) satisfies z.ZodType<PlatformInput>;
