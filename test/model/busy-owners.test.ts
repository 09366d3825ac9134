/** Whom KFK-O003 takes for a team that has left: it is told to be removed, and then nobody may name it. */
import { changed } from '../support/change';
import { compileDescription, type Description, small } from '../support/describe';

const decided = { reason: 'accepted by the risk committee', owner: 'security' };
const answers = { ...decided, until: '2026-12-31' };
const expiring = { ...decided, expires: '2026-12-31' };

function told(changes: Readonly<Record<string, unknown>>) {
  const { problems } = compileDescription(
    changed<Description>(small, { 'platform.owners.security': { contact: 'security@example.com' }, ...changes }),
  );
  // The rule says nothing of what is only understood in part.
  expect(problems.filter(({ code }) => code.startsWith('KFK-S'))).toEqual([]);
  return problems.filter(({ code, path }) => code === 'KFK-O003' && path === 'owners.security');
}

test('an owner of nothing is told', () => {
  expect(told({})).toHaveLength(1);
});

test.each<[string, Readonly<Record<string, unknown>>]>([
  ['the collector of audit logs', { audit: { collector: { name: 'a SIEM', owner: 'security', retention: '365d' } } }],
  ['what is accepted in writing', { accepts: { 'audit-access': answers } }],
  ['a waiver', { waivers: [{ code: 'KFK-T001', path: 'name', ...expiring }] }],
  ['an approval', { approvals: [{ code: 'KFK-D001', address: 'x', ...expiring }] }],
  ['an operator', { operators: { audit: { owner: 'security', role: 'read-only' } } }],
  [
    'an operator whose day has passed',
    { operators: { audit: { owner: 'security', role: 'read-only', until: '2026-11-01' } } },
  ],
])('who answers for %s stays', (_, changes) => {
  expect(told(changes)).toEqual([]);
});
