import type { Construct } from 'constructs';
import { EphemeralVariable } from '../../constructs/terraform/ephemeral-variable';
import { EventHubsProvider } from '../../constructs/terraform/event-hubs/provider';
import { EventHubsSubscription } from '../../constructs/terraform/event-hubs/subscription';
import type { KafkaUserScramCredentialProps } from '../../constructs/terraform/kafka/user-scram-credential';
import { MskProvider } from '../../constructs/terraform/msk/provider';
import { KeyVaultPassword } from '../../constructs/terraform/passwords/key-vault-password';
import { SecretsManagerPassword } from '../../constructs/terraform/passwords/secrets-manager-password';
import { VaultPassword, VaultProvider } from '../../constructs/terraform/passwords/vault-password';
import { passwordVariable, terraformId } from '../../model/names';
import type { Shard } from '../../model/resolved';
import type { SecretRef } from '../../model/secret-ref';
import { kafkaSettings } from './description/cluster';

interface PasswordPlace {
  readonly password: SecretRef;
  readonly shard: Shard;
  readonly stores: Stores;
}

/** What a store makes has numbers of its own: a user who comes to a store is given a password of that store. */
const madeByStore = 1_000_000;

/** A user's password: made in its cluster's store and read back from there, or given when the stack is applied. */
export function placePassword(
  scope: Construct,
  user: string,
  { password: { name, version }, shard: { cluster }, stores }: PasswordPlace,
): Pick<KafkaUserScramCredentialProps, 'password' | 'passwordVersion'> {
  const { passwords } = kafkaSettings(cluster);
  const id = terraformId(user);
  const props = { name, username: user, version };
  const passwordVersion = madeByStore + version;
  switch (passwords?.store) {
    case 'secrets-manager':
      stores.secretsManager(passwords.region);
      return { password: new SecretsManagerPassword(scope, id, props).password, passwordVersion };
    case 'key-vault': {
      const { vault, resourceGroup } = passwords;
      const keyVaultId = stores.azure().keyVaultId({ resourceGroupName: resourceGroup, name: vault });
      return { password: new KeyVaultPassword(scope, id, { ...props, keyVaultId }).password, passwordVersion };
    }
    case 'vault': {
      stores.vault();
      const { mount = 'secret' } = passwords;
      return { password: new VaultPassword(scope, id, { ...props, mount }).password, passwordVersion };
    }
    default: {
      const { stringValue } = new EphemeralVariable(scope, passwordVariable(cluster.name, user), {
        description: `Password of '${user}'`,
      });
      return { password: stringValue, passwordVersion: version };
    }
  }
}

/** The providers of stores, each once in a stack, and only where a password is in one. */
export class Stores {
  private readonly placed = new Map<string, unknown>();

  constructor(private readonly scope: Construct) {}

  secretsManager(region: string): MskProvider {
    return this.once('aws', () => new MskProvider(this.scope, 'aws', { region }));
  }

  azure(): EventHubsSubscription {
    return this.once('azurerm', () => {
      new EventHubsProvider(this.scope, 'azurerm');
      return new EventHubsSubscription(this.scope, 'current');
    });
  }

  vault(): VaultProvider {
    return this.once('vault', () => new VaultProvider(this.scope, 'vault'));
  }

  private once<Placed>(name: string, place: () => Placed): Placed {
    const placed = (this.placed.get(name) as Placed | undefined) ?? place();
    this.placed.set(name, placed);
    return placed;
  }
}
