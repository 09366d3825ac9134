import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';

export interface EphemeralVariableProps {
  readonly description: string;
}

/**
 * A secret that is given when a stack is applied and that Terraform writes neither into plans nor into state.
 * Needs Terraform or OpenTofu ≥ 1.11. cdktf 0.21 has no property for it.
 * @see https://developer.hashicorp.com/terraform/language/values/variables#ephemeral
 */
export class EphemeralVariable extends TerraformVariable {
  constructor(scope: Construct, id: string, { description }: EphemeralVariableProps) {
    super(scope, id, { type: 'string', sensitive: true, nullable: false, description });
    this.addOverride('ephemeral', true);
  }
}
