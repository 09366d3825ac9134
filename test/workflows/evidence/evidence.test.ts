import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve as path } from 'node:path';
import type { Rotations } from '../../../model/rotations';
import { evidenceOf } from '../../../workflows/evidence/evidence';
import { evidenceShape } from '../../../workflows/evidence/evidence-shape';
import { markdownOf } from '../../../workflows/evidence/markdown';
import { loadCompiled } from '../../../workflows/load/compiled';
import { mskCluster } from '../../backends/msk/cluster';
import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';

const day = '2026-11-21';
const topic = 'orders.created';

const onKubernetes = {
  kubernetes: {},
  profile: 'production',
  secrets: { store: 'kubernetes', lasts: '90d' },
  'clusters.main': { backend: 'strimzi', rack: 'topology.kubernetes.io/zone', superUsers: ['User:root'] },
  [`platform.topics[${topic}].classification`]: 'personal',
  audit: { collector: { name: 'the SIEM', owner: 'orders', days: 400 } },
};

function told(changes: Readonly<Record<string, unknown>>, rotations?: Rotations) {
  const { resolved, problems, waived } = compileDescription(changed<unknown>(small, changes), {
    today: day,
    rotations,
  });
  if (!resolved) throw new Error(problems.map(({ code, path: at, problem }) => `${code} ${at}: ${problem}`).join('\n'));
  return evidenceOf(resolved, { day, waived });
}

const named = <Noun extends { readonly name: string }>(nouns: readonly Noun[], name: string): Noun => {
  const found = nouns.find((noun) => noun.name === name);
  if (!found) throw new Error(`nothing is called ${name}`);
  return found;
};

const whoOf = (access: readonly { readonly who: string; readonly kind: string }[]) =>
  access.map(({ who, kind }) => `${who}, ${kind}`).sort();

describe('who may read and write what', () => {
  test('readers have a flow or are held back by nothing, and no writer reads', () => {
    const { readers, writers } = named(told(onKubernetes).topics, topic);
    expect(whoOf(readers)).toEqual(['billing, application', 'root, super-user']);
    expect(whoOf(writers)).toEqual(['root, super-user', 'shop, application']);
  });

  test('each says because of what', () => {
    const [reader] = named(told(onKubernetes).topics, topic).readers.filter(({ who }) => who === 'billing');
    expect(reader).toMatchObject({
      owner: 'orders',
      principal: 'User:billing',
      from: `applications.billing.consumes['${topic}']`,
      host: '*',
      until: null,
    });
  });

  const namespace = 'people';

  test('whoever broke glass reads everything until a day; who only looks reads nothing', () => {
    const broken = { owner: 'orders', role: 'break-glass', until: '2026-11-24', reason: 'a lost record', namespace };
    const evidence = told({
      ...onKubernetes,
      operators: {
        alice: broken,
        bob: { owner: 'orders', role: 'read-only', namespace },
        carol: { owner: 'orders', role: 'admin', namespace },
      },
    });
    const { readers } = named(evidence.topics, topic);
    expect(readers.filter(({ kind }) => kind === 'operator')).toMatchObject([{ who: 'alice', until: '2026-11-24' }]);
    expect(evidence.attention).toContainEqual({
      what: 'glass is broken until 2026-11-24: a lost record',
      where: 'alice',
    });
  });

  test('whom a denial names reads no more, and it is told', () => {
    const denies = [{ topic, operations: ['Read'] }];
    const alice = {
      owner: 'orders',
      role: 'break-glass',
      until: '2026-11-24',
      reason: 'a lost record',
      denies,
      namespace,
    };
    const { readers, writers, denied } = named(told({ ...onKubernetes, operators: { alice } }).topics, topic);
    expect(whoOf(readers)).not.toContain('alice, operator');
    expect(whoOf(writers)).toContain('alice, operator');
    expect(denied).toMatchObject([{ who: 'alice', operation: 'Read' }]);
  });

  test('a denial from one address leaves the others', () => {
    const denies = [{ topic, operations: ['Read'], hosts: ['192.0.2.1'] }];
    const { readers } = named(told({ ...onKubernetes, 'platform.applications.billing.denies': denies }).topics, topic);
    expect(whoOf(readers)).toContain('billing, application');
  });

  test('where brokers ask nobody, everybody reads', () => {
    const open = { backend: 'strimzi', brokers: 1, controllers: 1, authorization: 'none' };
    const evidence = told({ kubernetes: {}, disposable: true, 'clusters.main': open });
    expect(whoOf(named(evidence.topics, topic).readers)).toContain('everybody, super-user');
    expect(named(evidence.clusters, 'main').unbound).toEqual(['everybody']);
  });

  test('a copy on another cluster is told with who reads it there', () => {
    const evidence = told({
      ...onKubernetes,
      'clusters.standby': { backend: 'strimzi', rack: 'topology.kubernetes.io/zone', superUsers: ['User:keeper'] },
      'replications.copy': { owner: 'orders', from: 'main', to: 'standby' },
      [`platform.topics[${topic}].cluster`]: 'main',
      'platform.applications.shop.cluster': 'main',
      'platform.applications.billing.cluster': 'main',
    });
    const [copy] = named(evidence.topics, topic).copies;
    expect(copy).toMatchObject({ to: "the cluster 'standby'", as: `main.${topic}`, by: 'MirrorMaker 2, copy' });
    expect(whoOf(copy?.readers ?? [])).toContain('keeper, super-user');
  });
});

describe('how long records stay', () => {
  test.each([
    ['730d', true],
    ['731d', false],
  ])('personal records that stay %s are within what the profile allows: %s', (retention, within) => {
    // A waiver lets the second one through: the evidence tells it all the same.
    const waiver = { reason: 'agreed', owner: 'orders', expires: '2026-12-31' };
    const { problems } = compileDescription(
      changed<unknown>(small, { ...onKubernetes, [`platform.topics[${topic}].retention`]: retention }),
      { today: day },
    );
    const waivers = problems
      .filter(({ severity }) => severity === 'error')
      .map(({ code, path: place }) => ({ code, path: place, ...waiver }));
    const evidence = told({ ...onKubernetes, [`platform.topics[${topic}].retention`]: retention, waivers });
    expect(named(evidence.topics, topic).retention).toMatchObject({ atMost: 730, within });
    expect(evidence.attention.some(({ what }) => what.includes('730 days are allowed'))).toBe(!within);
    expect(evidence.written).toMatchObject(waivers.map(({ code }) => ({ kind: 'waiver', of: code, used: true })));
  });

  test('what is compacted has no end', () => {
    const { retention } = named(told({ [`platform.topics[${topic}].cleanup`]: 'compact' }).topics, topic);
    expect(retention).toEqual({ days: null, atMost: null, compacted: true, within: true });
  });
});

describe('credentials', () => {
  const rotations = (since: string): Rotations => ({
    applications: { shop: { version: 3, since }, billing: { version: 1, since: day } },
  });

  test.each([
    ['2026-08-23', false],
    ['2026-08-22', true],
  ])('one of %s that lasts 90 days is overdue: %s', (since, overdue) => {
    const { credentials, attention } = told(onKubernetes, rotations(since));
    expect(credentials.find(({ who }) => who === 'shop')).toMatchObject({ version: 3, since, overdue });
    expect(attention.some(({ where, what }) => where === 'shop' && what.includes('was due on'))).toBe(overdue);
  });

  test('one that nobody recorded is told', () => {
    expect(told(onKubernetes).attention).toContainEqual({
      where: 'shop',
      what: 'nobody recorded since when its credential is there',
    });
  });
});

test('how long certificates last, by profile and by what is said', () => {
  const of = (changes: object) => named(told({ ...onKubernetes, ...changes }).clusters, 'main').certificates;
  expect(of({})).toContainEqual({ of: 'applications', days: 90, renewedBefore: 30, by: 'the kit' });
  const cluster = { lasts: '730d', renewBefore: '60d', own: true };
  expect(of({ 'clusters.main.certificates': { cluster } })).toContainEqual({
    of: 'the authority of brokers',
    days: 730,
    renewedBefore: 60,
    by: 'you',
  });
});

describe('the audit log', () => {
  test('what a cluster does not record is listed, and who accepts it', () => {
    const until = '2026-12-31';
    const accepts = { 'audit-access': { reason: 'too much of it', owner: 'orders', until } };
    const { clusters, attention } = told({ ...onKubernetes, accepts });
    const { recorded } = named(clusters, 'main').audit;
    expect(recorded.map(({ feature, support, accepted }) => [feature, support, accepted?.owner])).toEqual([
      ['audit-logins', 'translated', undefined],
      ['audit-denials', 'native', undefined],
      ['audit-administration', 'unsupported', undefined],
      ['audit-access', 'unsupported', 'orders'],
    ]);
    expect(attention).toContainEqual({
      where: 'main',
      what: 'it does not record audit-access, which orders accepts until 2026-12-31',
    });
  });

  test('where it is kept, for how long, of how long', () => {
    expect(named(told(onKubernetes).clusters, 'main').audit).toMatchObject({
      kept: { name: 'the SIEM', days: 400, locked: null, by: 'orders' },
      daysAsked: 365,
    });
    expect(named(told({}).clusters, 'main').audit).toMatchObject({ kept: null, daysAsked: 0 });
  });
});

describe('what somebody would like to be told otherwise', () => {
  const waiver = (code: string, at: string) => ({
    waivers: [{ code, path: at, reason: 'the lake deletes by key', owner: 'orders', expires: '2026-12-31' }],
  });

  test('of a cluster that somebody else runs only that is told which is described', () => {
    const foreign = { 'clusters.main': { backend: 'kafka' } };
    const { clusters, ...rest } = told(foreign);
    expect(named(clusters, 'main')).toMatchObject({ inClear: null, brokersSignedBy: 'unknown', reach: null });
    expect(markdownOf({ clusters, ...rest })).toContain(
      '| `main` | kafka | not said | not known | whoever runs the disks decides | not known | not known |',
    );
  });

  test.each(['nodeport', 'ingress'] as const)('a listener by %s is reached from outside', (type) => {
    const hosts = type === 'ingress' ? { host: 'kafka.example.com', brokerHosts: 'b-{nodeId}.kafka.example.com' } : {};
    const listeners = {
      inside: { port: 9093, authentication: 'scram-sha-512' },
      outside: {
        type,
        port: 9094,
        authentication: 'scram-sha-512',
        ...(type === 'ingress' ? { class: 'nginx' } : {}),
        ...hosts,
      },
    };
    const { clusters, attention } = told({ ...onKubernetes, 'clusters.main.listeners': listeners });
    expect(named(clusters, 'main')).toMatchObject({
      reach: 'inside of Kubernetes',
      exposures: [expect.stringContaining("its listener 'outside' is reached by")],
    });
    expect(attention.map(({ what }) => what)).toContainEqual(expect.stringContaining("'outside' is reached by"));
  });

  test('a load balancer is reached from the networks that it names', () => {
    const outside = {
      ...{ type: 'loadbalancer', port: 9094, authentication: 'scram-sha-512', host: 'kafka.example.com' },
      loadBalancerSourceRanges: ['10.0.0.0/8'],
    };
    const { clusters } = told({ ...onKubernetes, 'clusters.main.listeners': { outside } });
    expect(named(clusters, 'main')).toMatchObject({
      reach: "inside of Kubernetes; 10.0.0.0/8 by its load balancer 'outside'",
      exposures: [],
    });
  });

  test('a sink is a copy, and nobody here knows who reads it there', () => {
    const { topics, ...rest } = told({
      ...onKubernetes,
      ...waiver('KFK-X072', `connectors.lake.consumes['${topic}']`),
      connectClusters: { connect: { cluster: 'main', owner: 'orders' } },
      'platform.connectors.lake': {
        owner: 'orders',
        class: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
        consumes: { [topic]: {} },
        config: { file: '/tmp/lake' },
      },
    });
    expect(named(topics, topic).copies).toEqual([
      { to: 'where FileStreamSinkConnector writes', as: topic, by: "the connector 'lake'", readers: null },
    ]);
    expect(markdownOf({ topics, ...rest })).toContain("the connector 'lake' | not known |");
  });

  test('topics that Kafka Streams makes are as sensitive as what it reads', () => {
    const { streams, attention } = told({ ...onKubernetes, 'platform.applications.billing.streams': {} });
    expect(streams).toEqual([
      {
        application: 'billing',
        owner: 'orders',
        cluster: 'main',
        prefix: 'billing-',
        classification: 'personal',
        from: [topic],
      },
    ]);
    expect(attention).toContainEqual({
      what: "it keeps personal records in topics 'billing-…' of its own, and nothing here says how long",
      where: 'billing',
    });
  });

  test('an environment that says otherwise than the platform is shown with both', () => {
    const { topics, attention } = told({
      ...onKubernetes,
      ...waiver('KFK-X084', `overrides.topics['${topic}'].classification`),
      'overrides.topics': { [topic]: { classification: 'public', readers: ['shop'] } },
    });
    expect(named(topics, topic).overridden).toEqual([
      { field: 'classification', platform: 'personal', here: 'public' },
      { field: 'readers', platform: 'whoever has a flow', here: 'shop' },
    ]);
    expect(attention).toContainEqual({
      what: 'its classification in this environment is public; the platform says personal',
      where: topic,
    });
  });

  test('a compacted confidential topic has the end of its keys, as the rules have it', () => {
    const compacted = { [`platform.topics[${topic}].cleanup`]: 'compact' };
    const confidential = { [`platform.topics[${topic}].classification`]: 'confidential' };
    const { topics } = told({ ...onKubernetes, ...confidential, ...compacted });
    expect(named(topics, topic).retention).toMatchObject({ days: null, compacted: true, within: true });
  });

  test('a store that can still be emptied is told', () => {
    const bucket = (profile: string, mode?: string) => {
      const { clusters, attention } = told({
        'clusters.main': { ...mskCluster, audit: { bucket: 'kit-audit', ...(mode ? { mode } : {}) } },
        state: { backend: 's3', bucket: 'kit-state', region: 'eu-west-1' },
        secrets: { store: 'secrets-manager' },
        profile,
      });
      const { kept } = named(clusters, 'main').audit;
      return [
        kept?.locked,
        attention.some(({ what }) => what === "what the bucket 'kit-audit' keeps may still be deleted"),
      ];
    };
    expect([bucket('production'), bucket('production', 'compliance')]).toEqual([
      [false, true],
      [true, false],
    ]);
  });
});

const { environments } = loadCompiled({ folder: path(__dirname, '..', '..', '..'), today: day });

describe.each(environments.map((it) => [it.name, it] as const))(
  'the environment %s',
  (_, { resolved, waived, description }) => {
    if (!resolved) throw new Error('it does not compile');
    const of = () => evidenceOf(resolved, { day, waived, release: description.release });

    test('has the shape that is documented', () => {
      expect(evidenceShape.safeParse(JSON.parse(JSON.stringify(of()))).error).toBeUndefined();
    });

    test('says the same twice, without a clock', () => {
      expect(JSON.stringify(of())).toBe(JSON.stringify(of()));
      expect(markdownOf(of())).toBe(markdownOf(of()));
    });

    test('names every topic and every application that signs in', () => {
      const evidence = of();
      expect(evidence.topics.map(({ name }) => name).sort()).toEqual([...resolved.topics.keys()].sort());
      expect(new Set(evidence.credentials.map(({ who }) => who))).toEqual(new Set(resolved.applications.keys()));
    });
  },
);

test('what people read of one environment is what they read before', () => {
  const file = join(__dirname, 'golden', 'prod.md');
  const prod = environments.find(({ name }) => name === 'prod');
  if (!prod?.resolved) throw new Error('prod does not compile');
  const { resolved, waived, description } = prod;
  const markdown = markdownOf(evidenceOf(resolved, { day, waived, release: description.release }));
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(join(__dirname, 'golden'), { recursive: true });
    writeFileSync(file, markdown);
  }
  expect(markdown).toBe(readFileSync(file, 'utf8'));
});

test('what somebody wrote makes no heading, no cell, no link and no HTML', () => {
  const evil = 'a | b\n# c <script>alert(1)</script> [d](javascript:e) `f`';
  const accepts = { 'audit-access': { reason: evil, owner: 'orders', until: '2026-12-31' } };
  const markdown = markdownOf(told({ ...onKubernetes, accepts }));
  const line = markdown.split('\n').find((each) => each.includes('alert(1)')) ?? '';
  expect(line).toContain('a \\| b \\# c \\<script\\>alert(1)\\</script\\> \\[d\\](javascript:e) \\`f\\`');
  expect(line.replace(/\\\|/g, '').split('|')).toHaveLength(7);
  expect(markdown).not.toContain('\n# c');
});
