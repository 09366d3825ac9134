/**
 * A cluster that lets everybody in where no ACL stands: the last ACL of something opens it, so taking one away can be
 * wider. Against a count that knows names, hosts and operations one by one, and nothing of the kit.
 */
import type { Inventory } from '../../../model/inventory';
import type { Permission } from '../../../model/permissions';
import { widened } from '../../../model/widening';
import { type AccessRow, accessRows } from '../../../workflows/access/access-rows';
import { mskClusterWithPasswords } from '../../backends/msk/cluster';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { isAbout, may, seeded } from '../../support/kafka-decision';

const open = { reason: 'imported from the old account', until: '2026-12-31' };
const inventory: Inventory = {
  topics: {},
  applications: {},
  clusters: { main: { backend: 'msk', version: '3.9', pools: {} } },
};
const application = (authentication: string, flows: object) => ({ owner: 'orders', authentication, ...flows });
const consumes = { 'orders.created': {} };
const resolvedOf = (changes: Readonly<Record<string, unknown>> = {}, cluster: object = { open }) =>
  resolve(
    changed<Description>(small, {
      'clusters.main': { ...mskClusterWithPasswords, ...cluster },
      'platform.applications': {
        shop: application('scram-sha-512', { produces: { 'orders.created': {} } }),
        till: application('scram-sha-512', { consumes }),
        bystander: application('iam', { consumes }),
      },
      ...changes,
    }),
    { inventory },
  );
const rowsOf = (...of: Parameters<typeof resolvedOf>) => accessRows(resolvedOf(...of));
const inWords = (rows: readonly AccessRow[]) =>
  rows.map(({ application, principal, permission, operation, resourceType, resourceName, until = '' }) =>
    `${application || principal} ${permission} ${operation} ${resourceType} ${resourceName} ${until}`.trim(),
  );
const wider = (before: readonly AccessRow[], after: readonly AccessRow[]) => inWords(widened(before, after));
const flowsOf = (name: string) => `platform.applications.${name}`;
const idle = (name: string) => ({ [flowsOf(name)]: application('scram-sha-512', {}) });

const opened = 'User:* Deny All Topic orders.created';

describe('what has an ACL is closed to whoever has none there', () => {
  test('and told so, once for all whose it is; what IAM lets somebody do closes nothing', () => {
    const closed = rowsOf().filter(({ permission }) => permission === 'Deny');
    expect(inWords(closed)).toEqual(['User:* Deny All Group till', opened]);
    expect(closed.map(({ from }) => from)).toEqual([
      "clusters.main.open (closed to whoever has no ACL there, by those of 'till')",
      "clusters.main.open (closed to whoever has no ACL there, by those of 'shop', 'till')",
    ]);
  });

  test('on a cluster that is closed nothing of that is told', () =>
    expect(inWords(rowsOf({}, {})).join()).not.toContain('User:*'));
});

describe('wider is', () => {
  test("a topic's last ACL that goes: it is everybody's then", () =>
    expect(wider(rowsOf(idle('till')), rowsOf({ ...idle('shop'), ...idle('till') }))).toEqual([opened]));

  test("a group's last ACL that goes, with the topic closed by another", () =>
    expect(wider(rowsOf(), rowsOf(idle('till')))).toEqual(['User:* Deny All Group till']));

  test('the last one who has a password and signs in by IAM from now on: no ACL is made for him', () => {
    const byIam = (name: string, flows: object) => ({ [flowsOf(name)]: application('iam', flows) });
    const all = { ...byIam('shop', { produces: { 'orders.created': {} } }), ...byIam('till', { consumes }) };
    expect(wider(rowsOf(), rowsOf(all))).toEqual(expect.arrayContaining(['User:* Deny All Group till', opened]));
  });

  test('the cluster that was closed and lets everybody in', () =>
    expect(wider(rowsOf({}, {}), rowsOf())).toEqual(
      ['Cluster kafka-cluster', 'Group *', 'Topic *', 'TransactionalId *'].map((all) => `User:* Allow All ${all}`),
    ));
});

describe('no wider is', () => {
  test('one of several ACLs of a topic that goes', () =>
    expect(wider(rowsOf(), rowsOf(idle('shop'))).join()).not.toContain('Topic'));

  test('a topic that gets its first: whoever gets it is told, and nobody else gets anything', () =>
    expect(wider(rowsOf({ ...idle('shop'), ...idle('till') }), rowsOf(idle('till')))).toEqual([
      'shop Allow Write Topic orders.created',
    ]));

  test('the cluster that is closed at last', () => expect(wider(rowsOf(), rowsOf({}, {}))).toEqual([]));
});

test('it agrees with a count on 3,000 pairs of permissions on an open cluster, of which many widen and many do not', () => {
  const pick = seeded(11);
  const resolved = resolvedOf();
  const rows = (permissions: readonly Permission[]) => accessRows({ ...resolved, permissions });
  // Names that patterns tell apart, and longer ones that stand for all others which begin so.
  const names = ['a', 'ab', 'b', 'aaz', 'abz', 'az', 'z'];
  const hosts = ['10.0.0.1', '10.0.0.3'];
  const operations = ['Read', 'Write', 'Describe', 'Create'] as const;
  const some = (): Permission[] =>
    Array.from({ length: pick([0, 1, 1, 2, 3]) }, () => {
      const name = pick(['a', 'ab', 'b', 'aa*', 'ab*', '*']);
      const application = pick(['shop', 'till', 'bystander']);
      const isPrefix = name.length > 1 && name.endsWith('*');
      return {
        ...{ cluster: 'main', application, principal: `User:${application}`, resourceType: 'Topic', from: 'a flow' },
        ...{ resourceName: isPrefix ? name.slice(0, -1) : name, patternType: isPrefix ? 'Prefixed' : 'Literal' },
        ...{ permission: pick(['Allow', 'Allow', 'Deny'] as const), operation: pick(operations) },
        host: pick(['*', '*', '10.0.0.1']),
      };
    });
  // bystander signs in by IAM: what he may is in no ACL.
  const isOpen = (acls: readonly Permission[], name: string) =>
    !acls.some((acl) => acl.application !== 'bystander' && isAbout(acl, name));
  const reachOf = (acls: readonly Permission[], who: string): string[] => {
    const own = acls.filter(({ application }) => application === who);
    return names.flatMap((name) =>
      who === ''
        ? [name].filter(() => isOpen(acls, name))
        : hosts.flatMap((host) =>
            operations.flatMap((one) => (may(own, one, name, host) ? [`${one} ${name} ${host}`] : [])),
          ),
    );
  };
  const everybodys = (acls: readonly Permission[]) =>
    ['', 'shop', 'till', 'bystander'].map((who) => new Set(reachOf(acls, who)));
  const counted = { wider: 0, opened: 0, not: 0 };
  // What one change leads to is what the next one begins with.
  let before = some();
  let rowsBefore = rows(before);
  let reachBefore = everybodys(before);
  for (let round = 0; round < 3_000; round++) {
    const after = pick([true, false]) ? some() : [...before, ...some()].filter(() => pick([true, true, false]));
    const rowsAfter = rows(after);
    const reachAfter = everybodys(after);
    const gains = reachAfter.map((now, who) => [...now].some((one) => !reachBefore[who]?.has(one)));
    const [isOpened] = gains;
    const isWider = gains.includes(true);
    counted[isWider ? 'wider' : 'not']++;
    if (isOpened) counted.opened++;
    const found = widened(rowsBefore, rowsAfter);
    const inShort = [before, after].map((acls) => inWords(acls));
    expect([inShort, found.length > 0, found.some(({ principal }) => principal === 'User:*')]).toEqual([
      inShort,
      isWider,
      isOpened,
    ]);
    [before, rowsBefore, reachBefore] = [after, rowsAfter, reachAfter];
  }
  expect(Math.min(counted.wider, counted.opened, counted.not)).toBeGreaterThan(400);
});
