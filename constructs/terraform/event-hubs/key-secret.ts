import { KeyVaultSecret } from '@cdktf/provider-azurerm/lib/key-vault-secret';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface EventHubsKeySecretProps {
  /** 1 to 127 letters, digits and dashes. */
  readonly name: string;
  readonly keyVaultId: string;
  /** An ephemeral value, such as a rule's `primaryConnectionString`: neither plans nor state have it. */
  readonly connectionString: string;
  /** The value is written again only when this number changes. */
  readonly version: number;
  /** Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A connection string in a Key Vault, for programs that know nothing but keys: their password; `$ConnectionString` is their user name. */
export class EventHubsKeySecret extends Construct {
  /** The scope of whoever may read it, in every version. */
  readonly secretId: string;

  constructor(scope: Construct, id: string, props: EventHubsKeySecretProps) {
    super(scope, `key-secret.${id}`);
    const { name, keyVaultId, connectionString, version, tags } = props;
    const secret = new KeyVaultSecret(this, 'secret', {
      name,
      keyVaultId,
      valueWo: connectionString,
      valueWoVersion: version,
      contentType: 'text/plain',
      tags,
    });
    this.secretId = addressed(secret, id).resourceVersionlessId;
  }
}
