import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

/** https://registry.terraform.io/providers/hashicorp/random/latest/docs/ephemeral-resources/password; ephemeral since 3.7.0. */
export const randomProvider = { source: 'hashicorp/random', version: '3.7.2' } as const;

/**
 * A password of 40 letters and digits that Terraform makes while a stack is applied, and writes neither into plans nor
 * into state: an expression. Whoever asks for it another time gets another one.
 */
export function randomPassword(scope: Construct, id: string): string {
  const stack = TerraformStack.of(scope);
  stack.addOverride('terraform.required_providers.random', randomProvider);
  // cdktf 0.21 has no class for ephemeral resources. Without punctuation a password needs no quoting anywhere.
  stack.addOverride(`ephemeral.random_password.${id}`, { length: 40, special: false });
  return `ephemeral.random_password.${id}.result`;
}
