import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

export interface EventHubsApplicationIdentityProps {
  /** 3 to 128 letters, digits, dashes and underscores. */
  readonly name: string;
  readonly location: string;
  readonly resourceGroupName: string;
  /** Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Who an application is to Azure; it is attached to what the application runs on, and no secret exists. */
export class EventHubsApplicationIdentity extends Construct {
  readonly identityId: string;
  /** Whom roles are assigned to. */
  readonly principalId: string;
  /** What a client names itself with; no secret. */
  readonly clientId: string;

  constructor(scope: Construct, id: string, props: EventHubsApplicationIdentityProps) {
    super(scope, `application-identity.${id}`);
    const { name, location, resourceGroupName, tags } = props;
    const identity = new UserAssignedIdentity(this, 'identity', { name, location, resourceGroupName, tags });
    addressed(identity, id);
    this.identityId = identity.id;
    this.principalId = identity.principalId;
    this.clientId = identity.clientId;
  }
}
