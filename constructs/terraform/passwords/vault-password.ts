import { TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { randomPassword } from './random';
import type { StoredPasswordProps } from './stored-password';

/** What is written to Vault and not to state exists since 5.0.0. https://registry.terraform.io/providers/hashicorp/vault */
export const vaultProvider = { source: 'hashicorp/vault', version: '5.3.0' } as const;

const generated = {
  providerName: 'vault',
  providerVersion: vaultProvider.version,
  providerVersionConstraint: vaultProvider.version,
};

/** Reaches Vault, or OpenBao, as whoever deploys: `VAULT_ADDR`, and a login of the environment, never a token in the configuration. */
export class VaultProvider extends TerraformProvider {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      terraformResourceType: 'vault',
      terraformGeneratorMetadata: generated,
      terraformProviderSource: vaultProvider.source,
    });
  }
}

export interface VaultPasswordProps extends StoredPasswordProps {
  /** The path of a mount of the KV engine, version 2. */
  readonly mount: string;
}

/** A password that is made for Vault and kept there, as `username` and `password`; it is read back when it is used. */
export class VaultPassword extends Construct {
  /** Ephemeral: only for write-only attributes. */
  readonly password: string;

  constructor(scope: Construct, id: string, props: VaultPasswordProps) {
    super(scope, `password.${id}`);
    const { name, username, version, mount } = props;
    const made = randomPassword(this, id);
    new VaultSecret(this, id, {
      mount,
      name,
      data_json_wo: `\${jsonencode({username = "${username}", password = ${made}})}`,
      data_json_wo_version: version,
    });
    TerraformStack.of(this).addOverride(`ephemeral.vault_kv_secret_v2.${id}`, {
      mount,
      name,
      // It is opened after it was written, and not while it is planned.
      mount_id: `\${vault_kv_secret_v2.${id}.id}`,
    });
    this.password = `\${ephemeral.vault_kv_secret_v2.${id}.data.password}`;
  }
}

/** `vault_kv_secret_v2`; its bindings are older than its write-only attributes. */
class VaultSecret extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly attributes: Readonly<Record<string, unknown>>,
  ) {
    super(scope, 'secret', { terraformResourceType: 'vault_kv_secret_v2', terraformGeneratorMetadata: generated });
    this.overrideLogicalId(id);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.attributes };
  }
}
