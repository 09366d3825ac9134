/** Every way to prove who one is, on every back end and tier: what is offered works, and what is not names what to use. */
import { descriptions } from '../../backends/descriptions';
import { type Authentication, authentications } from '../../model/authentication';
import { changed } from '../support/change';
import { compileDescription, small } from '../support/describe';

const ways = Object.keys(authentications) as Authentication[];
type Words = Readonly<Partial<Record<Authentication, string>>>;

const noIssuer: Words = {
  iam: "use 'scram-sha-512', 'mtls' or 'oauth': IAM is AWS'",
  'entra-id': "use 'oauth' with Entra ID as the issuer of its tokens, 'scram-sha-512' or 'mtls'",
  sas: "use 'scram-sha-512', 'mtls' or 'oauth': these keys are Event Hubs'",
};
const brokersOfMsk: Words = {
  'scram-sha-256': "use 'scram-sha-512'",
  'entra-id': "use 'iam'",
  sas: "use 'iam' or 'scram-sha-512'",
  oauth: "use 'iam'",
};
const otherKind = "use 'iam', or kind: 'standard' or 'express'";
const roles: Words = Object.fromEntries(
  (['scram-sha-256', 'scram-sha-512', 'mtls', 'iam', 'oauth'] as const).map((way) => [
    way,
    "use authentication 'entra-id'",
  ]),
);
const noKafka: Words = Object.fromEntries(
  ways.map((way) => [way, "use tier: 'standard' or more: basic has no Kafka endpoint"]),
);

/** What each back end, on each tier, says of what it lacks, as a person reads it; whatever is not named it has. */
const instead: Readonly<Record<string, Words>> = {
  kafka: noIssuer,
  strimzi: { ...noIssuer, 'scram-sha-256': "use 'scram-sha-512'" },
  'msk standard': brokersOfMsk,
  'msk express': brokersOfMsk,
  'msk serverless': {
    ...brokersOfMsk,
    'scram-sha-256': otherKind,
    'scram-sha-512': otherKind,
    mtls: otherKind,
    sas: "use 'iam'",
  },
  'event-hubs basic': noKafka,
  'event-hubs standard': roles,
  'event-hubs premium': roles,
  'event-hubs dedicated': roles,
};

const tables = Object.values(descriptions).flatMap(({ kind, capabilities, capabilitiesByTier }) =>
  capabilitiesByTier
    ? Object.entries(capabilitiesByTier).map(([tier, table]) => [`${kind} ${tier}`, table] as const)
    : [[kind, capabilities] as const],
);

const cells = tables.flatMap(([where, table]) => ways.map((way) => [where, way, table[way]] as const));

test('every back end and tier has its own words', () => {
  expect(Object.keys(instead).sort()).toEqual(tables.map(([where]) => where).sort());
});

test.each(cells)('on %s by %s: it is there, or the table names what to use instead', (where, way, capability) => {
  const words = instead[where]?.[way];
  if (words === undefined) expect(capability.support).not.toBe('unsupported');
  else expect(capability).toMatchObject({ support: 'unsupported', instead: words });
  // The advice leads somewhere: whatever way it names is there.
  const table = new Map(tables).get(where);
  for (const [, named] of (words ?? '').matchAll(/'([a-z0-9-]+)'/g))
    if (named !== undefined && named in authentications)
      expect(table?.[named as Authentication].support).not.toBe('unsupported');
});

/** The small platform on a cluster of each back end that offers one way, or several. */
const offered = {
  kafka: { 'clusters.main': { backend: 'kafka', authentication: ['scram-sha-512', 'mtls'] } },
  strimzi: {
    kubernetes: {},
    'clusters.main': { backend: 'strimzi', authentication: ['scram-sha-512'], rack: 'topology.kubernetes.io/zone' },
  },
} as const;

describe.each(Object.entries(offered))('an application on %s', (_, cluster) => {
  test.each(ways)('that asks for %s gets it, or is told what its cluster offers', (way) => {
    const { problems } = compileDescription(
      changed<unknown>(small, { ...cluster, 'platform.applications.shop.authentication': way }),
    );
    const { authentication = [] } = cluster['clusters.main'];
    const refusals = problems.filter(({ code }) => code === 'KFK-A010');
    if ((authentication as readonly string[]).includes(way)) return expect(refusals).toEqual([]);
    expect(refusals).toMatchObject([
      { path: 'applications.shop.authentication', problem: `'main' does not offer '${way}'` },
    ]);
    expect(refusals[0]?.fix).toContain('scram-sha-512');
  });
});
