import { KeyVaultSecret } from '@cdktf/provider-azurerm/lib/key-vault-secret';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface EventHubsConnectionSecretProps {
  /** 1 to 127 letters, digits and dashes. */
  readonly name: string;
  readonly keyVaultId: string;
  /** `NAME.servicebus.windows.net:9093`. */
  readonly bootstrapServers: string;
  /** The client id of a managed identity, which is no secret: it may be in the state. */
  readonly clientId: string;
  /** Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * How an application reaches its namespace, where it and External Secrets look for it: in a Key Vault, as JSON with
 * `bootstrap-servers` and `client-id`. Nothing in it opens anything.
 */
export class EventHubsConnectionSecret extends Construct {
  /** The scope of whoever may read it, in every version. */
  readonly secretId: string;

  constructor(scope: Construct, id: string, props: EventHubsConnectionSecretProps) {
    super(scope, `connection-secret.${id}`);
    const { name, keyVaultId, bootstrapServers, clientId, tags } = props;
    const secret = new KeyVaultSecret(this, 'secret', {
      name,
      keyVaultId,
      value: Fn.jsonencode({ 'bootstrap-servers': bootstrapServers, 'client-id': clientId }),
      contentType: 'application/json',
      tags,
    });
    this.secretId = addressed(secret, id).resourceVersionlessId;
  }
}
