import { AwsProvider, type AwsProviderConfig } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

/**
 * The provider that a stack runs. The bindings were frozen at 6.25.0; `aws_msk_topic` came with 6.38.0, and minor
 * versions only add. https://github.com/hashicorp/terraform-provider-aws/pull/46490
 */
export const awsProvider = { source: 'hashicorp/aws', version: '6.66.0' } as const;

/** The AWS provider in the version that the constructs of this folder are written for. */
export class MskProvider extends AwsProvider {
  constructor(scope: Construct, id: string, config: AwsProviderConfig) {
    super(scope, id, config);
    TerraformStack.of(this).addOverride('terraform.required_providers.aws', awsProvider);
  }
}
