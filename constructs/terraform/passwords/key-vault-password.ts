import { KeyVaultSecret } from '@cdktf/provider-azurerm/lib/key-vault-secret';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { addressed } from '../addressed';
import { randomPassword } from './random';
import type { StoredPasswordProps } from './stored-password';

export interface KeyVaultPasswordProps extends StoredPasswordProps {
  readonly keyVaultId: string;
  /** Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A password that is made for a Key Vault and kept there, as `{"username", "password"}`; it is read back when it is used. */
export class KeyVaultPassword extends Construct {
  /** Ephemeral: only for write-only attributes. */
  readonly password: string;

  constructor(scope: Construct, id: string, props: KeyVaultPasswordProps) {
    super(scope, `password.${id}`);
    const { name, username, version, keyVaultId, tags } = props;
    const made = randomPassword(this, id);
    const secret = new KeyVaultSecret(this, 'secret', {
      name,
      keyVaultId,
      valueWo: `\${jsonencode({username = "${username}", password = ${made}})}`,
      valueWoVersion: version,
      contentType: 'application/json',
      tags,
    });
    // Through the secret, so that it is read after it was written.
    TerraformStack.of(this).addOverride(`ephemeral.azurerm_key_vault_secret.${id}`, {
      name: addressed(secret, id).name,
      key_vault_id: keyVaultId,
      depends_on: [`azurerm_key_vault_secret.${id}`],
    });
    this.password = `\${jsondecode(ephemeral.azurerm_key_vault_secret.${id}.value).password}`;
  }
}
