import type { Construct } from 'constructs';
import { EventHubsKeySecret } from '../../constructs/terraform/event-hubs/key-secret';
import { EventHubsSasRule } from '../../constructs/terraform/event-hubs/sas-rule';
import type { Permission } from '../../model/permissions';
import type { Principal } from '../../model/resolved';

/** What a rule of a hub lets one do: what the flows say and no more. */
const rightsOf = (permissions: readonly Permission[]) => ({
  listen: permissions.some(({ resourceType, operation }) => resourceType === 'Topic' && operation === 'Read'),
  send: permissions.some(({ resourceType, operation }) => resourceType === 'Topic' && operation === 'Write'),
});

/** The one hub that an application with a key uses; the rules see to it that there is one. */
export const hubOf = (permissions: readonly Permission[]): string =>
  permissions.find(({ resourceType }) => resourceType === 'Topic')?.resourceName ?? '';

export interface KeyPlace {
  readonly hubId: string;
  /** Whether clients reach the namespace by the alias of its pairing. */
  readonly ofAlias: boolean;
  readonly keyVaultId: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** A rule of the application's hub, and its connection string in the Key Vault; returns the id of that secret. */
export function placeKey(
  scope: Construct,
  { application, permissions, credential }: Principal,
  { hubId, ofAlias, keyVaultId, tags }: KeyPlace,
): string {
  const { name = '', version = 1 } = credential ?? {};
  const rule = new EventHubsSasRule(scope, application.name, {
    name: application.name,
    hubId,
    ofAlias,
    ...rightsOf(permissions),
  });
  const { secretId } = new EventHubsKeySecret(scope, `${application.name}_key`, {
    name,
    keyVaultId,
    // Each rotation takes the other key, so that the one that was in use can be made anew afterwards.
    connectionString: version % 2 === 1 ? rule.primaryConnectionString : rule.secondaryConnectionString,
    version,
    tags,
  });
  return secretId;
}
