import { type ITerraformDependable, Token } from 'cdktf';
import { Construct } from 'constructs';
import { isReplicationLag, replicationLags } from '../../../render/event-hubs/allowed';
import { AzapiUpdateResource } from './azapi';

/** A second region that holds all of a namespace. */
export interface GeoDataReplication {
  /** The region, such as `northeurope`. */
  readonly locationName: string;
  /** How many seconds it may be behind before writers are throttled: 300 to 86400, or 0: it has each record before the writer hears. Default: 300. */
  readonly maxReplicationLagDurationInSeconds?: number;
  /** The id of the dedicated cluster there, of a namespace in one. Default: none. */
  readonly clusterArmId?: string;
}

export interface EventHubsGeoReplicationProps extends GeoDataReplication {
  readonly namespaceId: string;
  /** The region that the namespace was made in. */
  readonly primaryLocation: string;
  /** The dedicated cluster that the namespace is in. Default: none. */
  readonly primaryClusterArmId?: string;
  /** What is set on the namespace first: azurerm puts a namespace without this when it sets a key. Default: nothing. */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * Records, offsets and settings in a second region under the same host, by azapi: azurerm has no attribute for it. Who
 * promotes a region changes which is primary, so regions are written once, and later plans leave them: another second
 * region is another address. https://learn.microsoft.com/azure/event-hubs/geo-replication
 */
export class EventHubsGeoReplication extends Construct {
  /** What comes after it. */
  readonly resource: ITerraformDependable;

  constructor(scope: Construct, id: string, props: EventHubsGeoReplicationProps) {
    super(scope, `event-hubs-geo-replication.${id}`);
    const { namespaceId, locationName, maxReplicationLagDurationInSeconds = 300, dependsOn } = props;
    this.node.addValidation({ validate: () => problemsOf(maxReplicationLagDurationInSeconds) });
    this.resource = new AzapiUpdateResource(this, `${id}_${locationName}`, {
      type: 'Microsoft.EventHub/namespaces@2026-01-01',
      resourceId: namespaceId,
      body: {
        properties: { geoDataReplication: { maxReplicationLagDurationInSeconds, locations: locationsOf(props) } },
      },
      locks: [namespaceId],
      dependsOn,
      lifecycle: { ignoreChanges: ['body.properties.geoDataReplication.locations'] },
    });
  }
}

const locationsOf = (props: EventHubsGeoReplicationProps) => [
  {
    locationName: props.primaryLocation,
    roleType: 'Primary',
    ...(props.primaryClusterArmId === undefined ? {} : { clusterArmId: props.primaryClusterArmId }),
  },
  {
    locationName: props.locationName,
    roleType: 'Secondary',
    ...(props.clusterArmId === undefined ? {} : { clusterArmId: props.clusterArmId }),
  },
];

const problemsOf = (seconds: number): string[] =>
  Token.isUnresolved(seconds) || isReplicationLag(seconds) ? [] : [`a lag of ${seconds} seconds: ${replicationLags}`];
