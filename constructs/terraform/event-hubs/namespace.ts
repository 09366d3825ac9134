import { EventhubNamespace } from '@cdktf/provider-azurerm/lib/eventhub-namespace';
import { EventhubNamespaceCustomerManagedKey } from '@cdktf/provider-azurerm/lib/eventhub-namespace-customer-managed-key';
import { ManagementLock } from '@cdktf/provider-azurerm/lib/management-lock';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { areSold, isNamespaceName, namespaceNames, unitsSold } from '../../../render/event-hubs/allowed';
import { addressed } from '../addressed';
import { bootstrapServers } from './bootstrap-servers';
import { type DiagnosticsTarget, EventHubsDiagnostics } from './diagnostics';
import { EventHubsPrivateEndpoint, type PrivateEndpointTarget } from './private-endpoint';

/** A key that encrypts a namespace, and the identity that may wrap and unwrap with it. */
export interface CustomerManagedKey {
  /** `https://VAULT.vault.azure.net/keys/NAME`; with a version it is not rotated. */
  readonly keyVaultKeyId: string;
  /** An identity with the role «Key Vault Crypto Service Encryption User» on the key. */
  readonly userAssignedIdentityId: string;
}

export interface EventHubsNamespaceProps {
  /** Unique in all of Azure: clients reach `NAME.servicebus.windows.net:9093`. 6 to 50 letters, digits and dashes. */
  readonly name: string;
  /** `westeurope`. */
  readonly location: string;
  readonly resourceGroupName: string;
  /** Whether the resource group is made with the namespace. Default: false, it exists. */
  readonly createResourceGroup?: boolean;
  /** `Basic` has no Kafka endpoint. A change to or from `Premium` makes a new namespace. Default: `Premium`. */
  readonly sku?: 'Standard' | 'Premium';
  /** Throughput units of `Standard`, processing units of `Premium`. Default: 1. */
  readonly capacity?: number;
  /** A private endpoint in a subnet of yours. Default: none. */
  readonly privateEndpoint?: PrivateEndpointTarget;
  /** Whether it is reached from the internet, with a token still. Default: false. */
  readonly publicNetworkAccessEnabled?: boolean;
  /** Needs `Premium`. Default: a key of Microsoft's. */
  readonly customerManagedKey?: CustomerManagedKey;
  /** Where its logs go. Default: nowhere. */
  readonly diagnostics?: DiagnosticsTarget;
  /**
   * A lock against deletion by anybody, Terraform too. It also keeps hubs from being deleted and access from being taken
   * away: «a cannot-delete lock prevents the deletion of Azure RBAC assignments». Default: false.
   * https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources
   */
  readonly deleteLock?: boolean;
  /** Refuses any plan that deletes or replaces the namespace or the resource group. Default: true. */
  readonly preventDestroy?: boolean;
  /** Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A namespace that nobody reaches by a key: Entra ID only, TLS 1.2, private unless told otherwise. */
export class EventHubsNamespace extends Construct {
  readonly namespaceId: string;
  /** `NAME.servicebus.windows.net:9093`, always SASL_SSL. */
  readonly bootstrapServers: string;

  constructor(scope: Construct, id: string, props: EventHubsNamespaceProps) {
    super(scope, `event-hubs-namespace.${id}`);
    this.node.addValidation({ validate: () => problemsOf(props) });
    const namespace = this.newNamespace(id, props);
    this.namespaceId = namespace.id;
    this.bootstrapServers = bootstrapServers(props.name);
    const { customerManagedKey: key, privateEndpoint, diagnostics } = props;
    if (key) this.encrypt(id, namespace, key);
    const { name, location, sku, tags } = props;
    const target = { namespaceId: namespace.id, namespaceName: name };
    if (privateEndpoint)
      new EventHubsPrivateEndpoint(this, id, {
        ...target,
        ...privateEndpoint,
        location,
        resourceGroupName: namespace.resourceGroupName,
        tags,
      });
    if (diagnostics) new EventHubsDiagnostics(this, id, { ...target, ...diagnostics, sku });
    if (props.deleteLock) this.lock(id, namespace);
  }

  private newNamespace(id: string, props: EventHubsNamespaceProps): EventhubNamespace {
    const { name, location, sku = 'Premium', capacity = 1, customerManagedKey, tags } = props;
    const namespace = new EventhubNamespace(this, 'namespace', {
      name,
      location,
      resourceGroupName: props.createResourceGroup ? this.newResourceGroup(id, props) : props.resourceGroupName,
      sku,
      capacity,
      localAuthenticationEnabled: false,
      minimumTlsVersion: '1.2',
      publicNetworkAccessEnabled: props.publicNetworkAccessEnabled ?? false,
      identity: customerManagedKey && {
        type: 'UserAssigned',
        identityIds: [customerManagedKey.userAssignedIdentityId],
      },
      tags,
      lifecycle: protection(props),
    });
    return addressed(namespace, id);
  }

  private newResourceGroup(id: string, props: EventHubsNamespaceProps): string {
    const { resourceGroupName: name, location, tags } = props;
    const group = new ResourceGroup(this, 'resource-group', { name, location, tags, lifecycle: protection(props) });
    return addressed(group, id).name;
  }

  private encrypt(id: string, { id: eventhubNamespaceId }: EventhubNamespace, key: CustomerManagedKey): void {
    const encryption = new EventhubNamespaceCustomerManagedKey(this, 'customer-managed-key', {
      eventhubNamespaceId,
      keyVaultKeyIds: [key.keyVaultKeyId],
      userAssignedIdentityId: key.userAssignedIdentityId,
    });
    addressed(encryption, id);
  }

  private lock(id: string, { id: scope, name }: EventhubNamespace): void {
    const lock = new ManagementLock(this, 'lock', {
      name: `${name}-keep`,
      scope,
      lockLevel: 'CanNotDelete',
      notes: 'It holds records; remove the lock to delete hubs, role assignments or the namespace',
    });
    addressed(lock, id);
  }
}

const protection = ({ preventDestroy = true }: EventHubsNamespaceProps) =>
  preventDestroy ? { preventDestroy } : undefined;

const problemsOf = ({ name, sku = 'Premium', capacity = 1 }: EventHubsNamespaceProps): string[] => [
  ...(Token.isUnresolved(name) || isNamespaceName(name) ? [] : [`the name '${name}': ${namespaceNames}`]),
  ...(Token.isUnresolved(capacity) || areSold(tiers[sku], capacity)
    ? []
    : [`${sku} with a capacity of ${capacity}: ${unitsSold[tiers[sku]].inWords}`]),
];

const tiers = { Standard: 'standard', Premium: 'premium' } as const;
