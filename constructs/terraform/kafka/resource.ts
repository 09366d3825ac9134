import { TerraformResource, type TerraformResourceLifecycle } from 'cdktf';
import type { Construct } from 'constructs';
import { kafkaProviderMetadata } from './provider';

export interface KafkaResourceProps {
  /** Terraform's resource type, such as `kafka_topic`. */
  readonly type: string;
  /** In the provider's words; what is undefined is left out. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Default: Terraform's own. */
  readonly lifecycle?: TerraformResourceLifecycle;
}

/** A resource of the provider, with attributes that are known when it is made. */
export abstract class KafkaResource extends TerraformResource {
  private readonly attributes: Readonly<Record<string, unknown>>;

  protected constructor(scope: Construct, id: string, { type, attributes, lifecycle }: KafkaResourceProps) {
    // Resources of different types may share a name; constructs may not. The address is the name.
    super(scope, `${type}.${id}`, {
      lifecycle,
      terraformResourceType: type,
      terraformGeneratorMetadata: kafkaProviderMetadata,
    });
    this.overrideLogicalId(id);
    this.attributes = attributes;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.attributes };
  }
}
