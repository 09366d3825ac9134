import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { AzapiResource } from './azapi';

/** Who a client is: by its token of Entra ID, or by the rule of a hub whose key it has. */
export type ApplicationGroupClient =
  | { readonly entraClientId: string }
  /** The rule's name, which no rule of another hub has. */
  | { readonly entitySasKeyName: string };

export interface EventHubsApplicationGroupProps {
  /** 1 to 256 characters. */
  readonly name: string;
  readonly namespaceId: string;
  readonly client: ApplicationGroupClient;
  /** What the clients may send, in bytes per second. Default: as much as the namespace takes. */
  readonly incomingBytes?: number;
  /** What they may receive, in bytes per second. Default: as much as the namespace gives. */
  readonly outgoingBytes?: number;
}

/**
 * A client and how much it may move, on `Premium` and in a dedicated cluster. By azapi: azurerm has no resource for it.
 * https://learn.microsoft.com/azure/event-hubs/resource-governance-overview
 */
export class EventHubsApplicationGroup extends Construct {
  constructor(scope: Construct, id: string, props: EventHubsApplicationGroupProps) {
    super(scope, `event-hubs-application-group.${id}`);
    this.node.addValidation({ validate: () => problemsOf(props) });
    const { name, namespaceId, client, incomingBytes, outgoingBytes } = props;
    new AzapiResource(this, id, {
      type: 'Microsoft.EventHub/namespaces/applicationGroups@2024-01-01',
      name,
      parentId: namespaceId,
      body: {
        properties: {
          clientAppGroupIdentifier:
            'entraClientId' in client
              ? `AADAppID=${client.entraClientId}`
              : `EntitySASKeyName=${client.entitySasKeyName}`,
          isEnabled: true,
          policies: [...policy('IncomingBytes', incomingBytes), ...policy('OutgoingBytes', outgoingBytes)],
        },
      },
    });
  }
}

const policy = (metricId: 'IncomingBytes' | 'OutgoingBytes', rateLimitThreshold: number | undefined) =>
  rateLimitThreshold === undefined ? [] : [{ name: metricId, type: 'ThrottlingPolicy', metricId, rateLimitThreshold }];

function problemsOf({ name, incomingBytes, outgoingBytes }: EventHubsApplicationGroupProps): string[] {
  const rates = [incomingBytes, outgoingBytes].filter((rate) => rate !== undefined);
  const wrong = rates.filter((rate) => !Token.isUnresolved(rate) && !(Number.isInteger(rate) && rate > 0));
  return [
    ...(rates.length > 0 ? [] : [`the group '${name}' throttles nothing: say incomingBytes or outgoingBytes`]),
    ...wrong.map((rate) => `a rate of ${rate} bytes per second: whole numbers above 0 are taken`),
  ];
}
