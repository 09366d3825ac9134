import type { ImportIds } from '../../../backends/contract';
import { abandonedIn, atRiskIn, creationsIn, importBlocks, missingOf } from '../../../workflows/terraform/adoption';
import type { Plan } from '../../../workflows/terraform/plan';

type Change = Plan['resource_changes'][number];
const change = (
  type: string,
  name: string,
  actions: Change['change']['actions'],
  importing?: Record<string, never>,
): Change => ({
  address: `${type}.${name}`,
  mode: 'managed',
  type,
  change: { actions, before: null, after: { name }, importing },
});
const plan: Plan = {
  format_version: '1.2',
  resource_changes: [
    change('kafka_topic', 'new', ['create']),
    change('kafka_topic', 'replaced', ['delete', 'create']),
    change('kafka_topic', 'imported', ['no-op'], {}),
    change('kafka_topic', 'there', ['update']),
    change('kafka_acl', 'upserted', ['create']),
  ],
};
const topics: ImportIds = new Map([['kafka_topic', '{name}']]);
const of = (id: string) => ({ address: `kafka_topic.${id}`, id });

test('only what is created, and of types that refuse a second creation, can be adopted', () => {
  expect(creationsIn(plan, topics)).toEqual([of('new')]);
});

test.each([
  ['aws_msk_topic', '{cluster_arn},{name}', { cluster_arn: 'arn:c' }, 'arn:c,new'],
  ['azurerm_eventhub', '{namespace_id}/eventhubs/{name}', { namespace_id: '/n' }, '/n/eventhubs/new'],
])('%s is adopted by %s, and not before all of it is known', (type, template, attributes, id) => {
  const created = change(type, 'new', ['create']);
  const known = { ...created, change: { ...created.change, after: { name: 'new', ...attributes } } };
  expect(creationsIn({ ...plan, resource_changes: [created, known] }, new Map([[type, template]]))).toEqual([
    { address: `${type}.new`, id },
  ]);
});

test('an apply that is cut off may lose creations, replacements and imports', () => {
  expect(atRiskIn(plan, topics)).toEqual([{ ...of('imported'), exists: true }, of('new'), of('replaced')]);
});

test('what is in no plan any more may be left on the cluster', () => {
  expect(abandonedIn(plan, [of('new'), of('there'), of('gone')])).toEqual([of('gone')]);
});

test('an import block per resource', () => {
  expect(JSON.parse(importBlocks([of('new')]))).toEqual({ import: [{ to: 'kafka_topic.new', id: 'new' }] });
});

test('what Terraform cannot import because it is not there is still to be created', () => {
  const detail =
    'While attempting to import an existing object to "kafka_topic.a", the provider detected that no object';
  const diagnostic = { severity: 'error' as const, summary: 'Cannot import non-existent remote object', detail };
  const adopted = [of('a'), of('ab')];
  expect(missingOf(adopted, [{ type: 'diagnostic', text: '', diagnostic }])).toEqual([of('a')]);
  expect(
    missingOf(adopted, [{ type: 'diagnostic', text: '', diagnostic: { ...diagnostic, summary: 'else' } }]),
  ).toEqual([]);
});
