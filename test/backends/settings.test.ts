import type { Attributes, TerraformDataPlane } from '../../backends/contract';
import { eventHubsDataPlane } from '../../backends/event-hubs/data-plane';
import { kafkaDataPlane } from '../../backends/kafka/data-plane';
import { mskAclDataPlane, mskIamDataPlane } from '../../backends/msk/data-plane';
import type { Settings } from '../../model/loses-records';

const bound = { 'retention.ms': '1' };

test.each<[string, TerraformDataPlane, Attributes, Settings]>([
  ['a map', kafkaDataPlane, { config: bound }, bound],
  ['a map in which one is not set', kafkaDataPlane, { config: { ...bound, 'retention.bytes': null } }, bound],
  ['nothing', kafkaDataPlane, {}, {}],
  ['null', kafkaDataPlane, { config: null }, {}],
  ['something else', kafkaDataPlane, { config: 'unknown' }, {}],
  ['JSON', mskIamDataPlane, { configs: '{"retention.ms":"1"}' }, bound],
  ['JSON, whoever its applications are', mskAclDataPlane, { configs: '{"retention.ms":"1"}' }, bound],
  ['JSON in which one is not set', mskIamDataPlane, { configs: '{"retention.ms":"1","retention.bytes":null}' }, bound],
  ['JSON that is broken', mskIamDataPlane, { configs: '{"retention.ms"' }, {}],
  ['JSON of something else', mskIamDataPlane, { configs: '[1]' }, {}],
  ['no JSON', mskIamDataPlane, {}, {}],
  [
    'a hub that deletes',
    eventHubsDataPlane,
    { retention_description: [{ cleanup_policy: 'Delete', retention_time_in_hours: 2 }] },
    { 'cleanup.policy': 'delete', 'retention.ms': '7200000' },
  ],
  [
    'a hub that compacts',
    eventHubsDataPlane,
    { retention_description: [{ cleanup_policy: 'Compact', retention_time_in_hours: 0 }] },
    { 'cleanup.policy': 'compact' },
  ],
  ['a hub that says nothing', eventHubsDataPlane, { retention_description: [] }, {}],
  ['a hub whose block is unknown', eventHubsDataPlane, { retention_description: 'unknown' }, {}],
])("settings are read in Kafka's own names from %s", (_, { settingsOf }, attributes, settings) => {
  expect(settingsOf(attributes)).toEqual(settings);
});
