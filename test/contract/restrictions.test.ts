/**
 * Denials, hosts and operators on every back end: its output says them, or the description is refused with something to
 * use in their place. Nothing is lost without a word.
 */
import type { Feature } from '../../model/capabilities';
import { changed } from '../support/change';
import { compileDescription, type Description, resolve, small } from '../support/describe';
import { type ContractCase, outputOf } from './case';
import { cases } from './cases';

const described = ({ cluster, environment }: ContractCase, more: Readonly<Record<string, unknown>>): Description =>
  changed<Description>({ ...small, ...environment } as Description, { 'clusters.main': cluster, ...more });

const oncall = { owner: 'orders', role: 'break-glass', reason: 'INC-4711', until: '2026-11-23', namespace: 'people' };
const restrictions: readonly (readonly [string, Feature, Readonly<Record<string, unknown>>, RegExp])[] = [
  [
    'a denial',
    'deny-permissions',
    { 'platform.applications.shop.denies': [{ topic: 'orders.created', operations: ['Read'] }] },
    /"acl_permission_type":"Deny"|\\"Effect\\":\\"Deny\\"|"type":"deny"/,
  ],
  ['a host', 'host-permissions', { 'platform.applications.shop.hosts': ['10.0.0.7'] }, /"(acl_)?host":"10\.0\.0\.7"/],
  ['an operator', 'operator-permissions', { operators: { oncall } }, /oncall/],
];

describe.each(Object.entries(cases))('on %s', (_, it) => {
  const [cluster] = resolve(described(it, {})).clusters.values();

  test.each(restrictions)('%s is in the output, or refused', (_, feature, more, said) => {
    expect(outputOf(resolve(described(it, {})).shards).text).not.toMatch(said);
    if (cluster?.capabilities[feature].support === 'unsupported') {
      const { resolved, problems } = compileDescription(described(it, more));
      expect(resolved).toBeUndefined();
      expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    } else expect(outputOf(resolve(described(it, more)).shards).text).toMatch(said);
  });

  test('of an operator nothing is left on the day after its last', () => {
    if (cluster?.capabilities['operator-permissions'].support === 'unsupported') return;
    const after = resolve(described(it, { operators: { oncall } }), { today: '2026-11-24' });
    expect(outputOf(after.shards).text).not.toContain('oncall');
  });
});
