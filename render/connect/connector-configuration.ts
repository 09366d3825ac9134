import type { Connector, ConnectorSecretInput, OwnClient } from '../../model/connector';

/** What a connector's own Kafka clients need, and how a value of a Secret is referred to where it runs. */
export interface ConnectorSurroundings {
  /** `${secrets:kafka/inventory:password}`. */
  readonly reference: (secret: ConnectorSecretInput) => string;
  /** How the workers reach their cluster, by Kafka's own names; secrets in it are references. */
  readonly client: { readonly bootstrapServers: string; readonly properties: Readonly<Record<string, string>> };
}

/** The configuration that Kafka Connect is given: no value of it is a secret, so none is in its REST interface. Sorted. */
export function connectorConfiguration(
  { config, secrets, clients }: Pick<Connector, 'config' | 'secrets' | 'clients'>,
  { reference, client }: ConnectorSurroundings,
): Record<string, string> {
  const complete: Readonly<Record<string, string>> = {
    ...config,
    ...Object.fromEntries(Object.entries(secrets).map(([key, secret]) => [key, reference(secret)])),
    ...Object.fromEntries(clients.flatMap((own) => clientEntries(own, client))),
  };
  return Object.fromEntries(Object.entries(complete).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const clientEntries = (
  { bootstrapServers, prefix }: OwnClient,
  client: ConnectorSurroundings['client'],
): (readonly [string, string])[] => [
  [bootstrapServers, client.bootstrapServers],
  ...Object.entries(client.properties).map(([key, value]) => [`${prefix}${key}`, value] as const),
];
