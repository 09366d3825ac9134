import { EventhubNamespace } from '@cdktf/provider-azurerm/lib/eventhub-namespace';
import { type ITerraformDependable, Token } from 'cdktf';
import { Construct } from 'constructs';
import {
  areSold,
  hasTier,
  inflatesTo,
  isNamespaceName,
  mayInflateTo,
  namespaceNames,
  unitsSold,
} from '../../../render/event-hubs/allowed';
import { addressed } from '../addressed';
import { bootstrapServers } from './bootstrap-servers';
import { type CustomerManagedKey, EventHubsCustomerManagedKey } from './customer-managed-key';
import { EventHubsDeleteLock } from './delete-lock';
import { type DiagnosticsTarget, EventHubsDiagnostics } from './diagnostics';
import { type DisasterRecoveryPairing, EventHubsDisasterRecovery } from './disaster-recovery';
import { EventHubsGeoReplication, type GeoDataReplication } from './geo-replication';
import { everybody, type NetworkRulesets, networkRulesetsOf, networkRulesetsProblems } from './network-rulesets';
import { EventHubsPrivateEndpoint, type PrivateEndpointTarget } from './private-endpoint';

export interface EventHubsNamespaceProps {
  /** Unique in all of Azure: clients reach `NAME.servicebus.windows.net:9093`. 6 to 50 letters, digits and dashes. */
  readonly name: string;
  /** `westeurope`. Where the region has zones Azure spreads a namespace over them; nothing says otherwise. */
  readonly location: string;
  readonly resourceGroupName: string;
  /** `Basic` has no Kafka endpoint. A change to or from `Premium` makes a new namespace. Default: `Premium`, in a dedicated cluster `Standard`. */
  readonly sku?: 'Standard' | 'Premium';
  /** Throughput units of `Standard`, processing units of `Premium`; a dedicated cluster has its own. Default: 1. */
  readonly capacity?: number;
  /** Auto-inflate: what throughput units of `Standard` grow to with the load; they do not shrink, and plans leave them. Default: they stay. */
  readonly maximumThroughputUnits?: number;
  /** The id of the dedicated cluster that it is in; another one makes a new namespace. Default: none. */
  readonly dedicatedClusterId?: string;
  /** Whether keys open it, beside Entra ID. Default: false. */
  readonly localAuthenticationEnabled?: boolean;
  /** A private endpoint in a subnet of yours. Default: none. */
  readonly privateEndpoint?: PrivateEndpointTarget;
  /** Whether it is reached from the internet, with a token still. Default: false. */
  readonly publicNetworkAccessEnabled?: boolean;
  /** Who of the internet reaches it. Default: everybody, where public network access is enabled. */
  readonly networkRulesets?: NetworkRulesets;
  /** Needs `Premium` or a dedicated cluster. Default: a key of Microsoft's. */
  readonly customerManagedKey?: CustomerManagedKey;
  /** Identities that it is besides, such as the one that writes what hubs capture. Default: none. */
  readonly userAssignedIdentityIds?: readonly string[];
  /** Where its logs go. Default: nowhere. */
  readonly diagnostics?: DiagnosticsTarget;
  /** Records in a second region too, on `Premium` or in a dedicated cluster; needs `AzapiProvider` in the stack. Default: none. */
  readonly geoDataReplication?: GeoDataReplication;
  /** An alias for this and an empty namespace of another region. Default: none. */
  readonly disasterRecovery?: DisasterRecoveryPairing;
  /** Nothing of it is deleted by anybody, roles on it neither. Default: false. */
  readonly deleteLock?: boolean;
  /** Refuses any plan that deletes or replaces the namespace. Default: true. */
  readonly preventDestroy?: boolean;
  /** Default: none. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A namespace that nobody reaches by a key: Entra ID only, TLS 1.2, private unless told otherwise. */
export class EventHubsNamespace extends Construct {
  readonly namespaceId: string;
  /** `NAME.servicebus.windows.net:9093`, or the alias of its pairing; always SASL_SSL. */
  readonly bootstrapServers: string;
  /** What is set on it one after the other, since Azure refuses two changes of a namespace at a time; what else changes it comes after these. */
  readonly settled: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: EventHubsNamespaceProps) {
    super(scope, `event-hubs-namespace.${id}`);
    this.node.addValidation({ validate: () => problemsOf(props) });
    const namespace = this.newNamespace(id, props);
    this.namespaceId = namespace.id;
    this.bootstrapServers = bootstrapServers(props.disasterRecovery?.alias ?? props.name);
    const { customerManagedKey: key, diagnostics } = props;
    const target = { namespaceId: namespace.id, namespaceName: props.name };
    const encrypted = key && new EventHubsCustomerManagedKey(this, id, { ...key, namespaceId: namespace.id }).resource;
    const endpoint = this.connect(id, props, { namespace, done: listOf(encrypted) });
    const carried = this.carryElsewhere(id, props, { namespace, done: listOf(encrypted, endpoint) });
    this.settled = listOf(encrypted, endpoint, carried);
    if (diagnostics) new EventHubsDiagnostics(this, id, { ...target, ...diagnostics, tier: tierOf(props) });
    if (props.deleteLock) new EventHubsDeleteLock(this, id, target);
  }

  private newNamespace(id: string, props: EventHubsNamespaceProps): EventhubNamespace {
    const { name, location, resourceGroupName, maximumThroughputUnits, tags } = props;
    const namespace = new EventhubNamespace(this, 'namespace', {
      name,
      location,
      resourceGroupName,
      sku: skuOf(props),
      capacity: props.capacity ?? 1,
      // Where it is off azurerm takes no maximum: then it has neither.
      autoInflateEnabled: maximumThroughputUnits === undefined ? undefined : true,
      maximumThroughputUnits,
      dedicatedClusterId: props.dedicatedClusterId,
      localAuthenticationEnabled: props.localAuthenticationEnabled ?? false,
      minimumTlsVersion: '1.2',
      publicNetworkAccessEnabled: props.publicNetworkAccessEnabled ?? false,
      networkRulesets: rulesetsOf(props),
      identity: identityOf(props),
      tags,
      lifecycle: lifecycleOf(props),
    });
    return addressed(namespace, id);
  }

  private connect(id: string, props: EventHubsNamespaceProps, { namespace, done }: Before) {
    const { privateEndpoint, name, location, tags } = props;
    if (!privateEndpoint) return undefined;
    const target = { namespaceId: namespace.id, namespaceName: name, resourceGroupName: namespace.resourceGroupName };
    const dependsOn = dependingOn(done);
    return new EventHubsPrivateEndpoint(this, id, { ...target, ...privateEndpoint, location, dependsOn, tags })
      .resource;
  }

  private carryElsewhere(id: string, props: EventHubsNamespaceProps, { namespace, done }: Before) {
    const { location, geoDataReplication, disasterRecovery } = props;
    if (geoDataReplication)
      return new EventHubsGeoReplication(this, id, {
        ...geoDataReplication,
        namespaceId: namespace.id,
        primaryLocation: location,
        primaryClusterArmId: props.dedicatedClusterId,
        // A key is set by putting all of a namespace that azurerm knows, and of this it knows nothing.
        dependsOn: dependingOn(done),
      }).resource;
    if (disasterRecovery)
      return new EventHubsDisasterRecovery(this, id, {
        ...disasterRecovery,
        namespaceName: namespace.name,
        resourceGroupName: namespace.resourceGroupName,
        // A private endpoint is refused on a namespace that is paired already.
        dependsOn: dependingOn(done),
      }).resource;
    return undefined;
  }
}

/** What a namespace has before something else is set on it. */
interface Before {
  readonly namespace: EventhubNamespace;
  readonly done: readonly ITerraformDependable[];
}

const listOf = (...resources: readonly (ITerraformDependable | undefined)[]): ITerraformDependable[] =>
  resources.filter((resource) => resource !== undefined);

const dependingOn = (resources: readonly ITerraformDependable[]) => (resources.length > 0 ? [...resources] : undefined);

const skuOf = ({ sku, dedicatedClusterId }: EventHubsNamespaceProps) =>
  sku ?? (dedicatedClusterId === undefined ? 'Premium' : 'Standard');

/** Where nobody says who, everybody: azurerm would leave the rules that were there, and keep turning away whoever they did not know. */
const rulesetsOf = ({ networkRulesets, publicNetworkAccessEnabled = false }: EventHubsNamespaceProps) => {
  if (networkRulesets) return networkRulesetsOf(networkRulesets);
  return publicNetworkAccessEnabled ? everybody : undefined;
};

const tierOf = (props: EventHubsNamespaceProps) =>
  props.dedicatedClusterId === undefined
    ? ({ Standard: 'standard', Premium: 'premium' } as const)[skuOf(props)]
    : 'dedicated';

/**
 * What Azure changes by itself, or by who promotes a region, is left to it: a plan that put the old number of units back
 * would take them from under the load, and one that put the old region back would make another namespace.
 */
function identityOf({ customerManagedKey: key, userAssignedIdentityIds = [] }: EventHubsNamespaceProps) {
  const identityIds = [...new Set([...(key ? [key.userAssignedIdentityId] : []), ...userAssignedIdentityIds])];
  return identityIds.length === 0 ? undefined : { type: 'UserAssigned', identityIds };
}

const lifecycleOf = ({
  preventDestroy = true,
  maximumThroughputUnits,
  geoDataReplication,
}: EventHubsNamespaceProps) => {
  const ignoreChanges = [
    ...(maximumThroughputUnits === undefined ? [] : ['capacity']),
    ...(geoDataReplication ? ['location'] : []),
  ];
  if (!preventDestroy && ignoreChanges.length === 0) return undefined;
  return {
    preventDestroy: preventDestroy || undefined,
    ignoreChanges: ignoreChanges.length > 0 ? ignoreChanges : undefined,
  };
};

function problemsOf(props: EventHubsNamespaceProps): string[] {
  const { name, capacity = 1, maximumThroughputUnits: maximum, networkRulesets } = props;
  const tier = tierOf(props);
  const sold = Token.isUnresolved(capacity) || tier === 'dedicated' || areSold(tier, capacity);
  return [
    ...(Token.isUnresolved(name) || isNamespaceName(name) ? [] : [`the name '${name}': ${namespaceNames}`]),
    ...(sold ? [] : [`${skuOf(props)} with a capacity of ${capacity}: ${unitsSold[tier].inWords}`]),
    ...(maximum === undefined || hasTier('autoInflate', tier) ? [] : [`auto-inflate on ${tier}: only Standard has it`]),
    ...(maximum === undefined || Token.isUnresolved(maximum) || mayInflateTo(maximum, capacity)
      ? []
      : [`a maximum of ${maximum} throughput units from ${capacity}: ${inflatesTo(capacity)}`]),
    ...(props.customerManagedKey && !hasTier('customerManagedKey', tier) ? [`a key of your own on ${tier}`] : []),
    ...(props.geoDataReplication && !hasTier('geoReplication', tier) ? [`geo-replication on ${tier}`] : []),
    ...(networkRulesets ? networkRulesetsProblems(networkRulesets, props.publicNetworkAccessEnabled ?? false) : []),
  ];
}
