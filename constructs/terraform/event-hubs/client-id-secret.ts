import { KeyVaultSecret } from '@cdktf/provider-azurerm/lib/key-vault-secret';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface ClientIdSecretProps {
  /** 1 to 127 letters, digits and dashes. */
  readonly name: string;
  readonly keyVaultId: string;
  /** The client id of a managed identity, which is no secret: it may be in the state. */
  readonly clientId: string;
}

/** An identity's client id where applications, and External Secrets, look for their connection: in a Key Vault. */
export class ClientIdSecret extends Construct {
  constructor(scope: Construct, id: string, { name, keyVaultId, clientId }: ClientIdSecretProps) {
    super(scope, `client-id-secret.${id}`);
    const secret = new KeyVaultSecret(this, 'secret', {
      name,
      keyVaultId,
      value: clientId,
      contentType: 'client id of a managed identity',
    });
    addressed(secret, id);
  }
}
