import type { Construct } from 'constructs';
import { EventHubsApplicationIdentity } from '../../constructs/terraform/event-hubs/application-identity';
import { EventHubsExistingIdentity } from '../../constructs/terraform/event-hubs/existing-identity';
import { EventHubsFederatedCredential } from '../../constructs/terraform/event-hubs/federated-credential';
import type { Application } from '../../model/application';
import { own } from '../../model/by-name';
import { clusterStackName } from '../../model/names';
import type { Shard } from '../../model/resolved';
import { serviceAccountNamespace } from '../../model/service-account';
import { tagsOf } from '../../model/tags';
import { eventHubsSettings } from './description/cluster';

/** Who an application is to Azure. */
export interface Identity {
  readonly principalId: string;
  readonly clientId: string;
}

/** The identity that exists; or one that is made and, where an issuer is said, is that of a service account. */
export function placeIdentity(scope: Construct, application: Application, { environment, cluster }: Shard): Identity {
  const { location, resourceGroup, identities = {} } = eventHubsSettings(cluster);
  const existing = own(identities.existing, application.name);
  if (existing)
    return new EventHubsExistingIdentity(scope, application.name, {
      name: existing.name,
      resourceGroupName: existing.resourceGroup ?? resourceGroup,
    });
  const identity = new EventHubsApplicationIdentity(scope, application.name, {
    // No name holds two dashes in a row, so no two of them are put together to the same.
    name: `${clusterStackName(environment.name, cluster.name)}--${application.name}`,
    location,
    resourceGroupName: resourceGroup,
    tags: tagsOf(environment, { cluster: cluster.name, owner: application.owner }),
  });
  if (identities.issuer !== undefined)
    new EventHubsFederatedCredential(scope, application.name, {
      name: 'kubernetes',
      userAssignedIdentityId: identity.identityId,
      issuer: identities.issuer,
      namespace: serviceAccountNamespace(application, identities.namespace, environment),
      serviceAccount: application.name,
    });
  return identity;
}
