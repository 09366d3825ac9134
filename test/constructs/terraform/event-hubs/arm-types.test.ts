import { z } from 'zod';
import { AzapiProvider } from '../../../../constructs/terraform/event-hubs/azapi';
import {
  EventHubsGeoReplication,
  type EventHubsGeoReplicationProps,
} from '../../../../constructs/terraform/event-hubs/geo-replication';
import { resourcesOf, synthesized } from '../../../support/synthesize';

/**
 * What Azure Resource Manager takes, written down from the types that azapi embeds (read 2026-11-21): azapi itself, which
 * would read our bodies by them, is not to be had here. What only Azure writes, such as `replicaState`, is left out.
 * https://github.com/Azure/terraform-provider-azapi/tree/main/internal/azure/generated/eventhub/microsoft.eventhub
 */
const types: Readonly<Record<string, z.ZodType>> = {
  'Microsoft.EventHub/namespaces@2026-01-01': z.strictObject({
    properties: z.strictObject({
      geoDataReplication: z.strictObject({
        maxReplicationLagDurationInSeconds: z.int().refine((lag) => lag === 0 || (lag >= 300 && lag <= 86_400)),
        locations: z
          .array(
            z.strictObject({
              locationName: z.string(),
              roleType: z.enum(['Primary', 'Secondary']),
              clusterArmId: z.string().optional(),
            }),
          )
          .refine((all) => all.filter(({ roleType }) => roleType === 'Primary').length === 1),
      }),
    }),
  }),
};

const least = { namespaceId: '/namespaces/n', primaryLocation: 'westeurope', locationName: 'northeurope' };
const sent = (props: Partial<EventHubsGeoReplicationProps>) =>
  [
    ...resourcesOf(
      synthesized((stack) => {
        new AzapiProvider(stack, 'azapi');
        new EventHubsGeoReplication(stack, 'it', { ...least, ...props });
      }),
    ).values(),
  ].map(({ type, body }) => ({ type: String(type), body }));

const isTaken = ({ type, body }: { readonly type: string; readonly body: unknown }) =>
  types[type]?.safeParse(body).success ?? false;

test.each<Partial<EventHubsGeoReplicationProps>>([
  {},
  { maxReplicationLagDurationInSeconds: 0 },
  { maxReplicationLagDurationInSeconds: 86_400 },
  { primaryClusterArmId: '/clusters/a', clusterArmId: '/clusters/b' },
])('a second region of %j is sent as the types of Azure Resource Manager have it', (props) => {
  expect(sent(props)).toHaveLength(1);
  expect(sent(props).map(isTaken)).toEqual([true]);
});

test('a field that Azure does not know, a role of another name and a version without the field are found', () => {
  const [{ type, body } = { type: '', body: {} }] = sent({});
  const text = JSON.stringify(body);
  expect(isTaken({ type, body: JSON.parse(text.replaceAll('locationName', 'location')) })).toBe(false);
  expect(isTaken({ type, body: JSON.parse(text.replace('Secondary', 'Standby')) })).toBe(false);
  expect(isTaken({ type: 'Microsoft.EventHub/namespaces@2024-01-01', body })).toBe(false);
});
