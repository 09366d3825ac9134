import { changed } from '../support/change';
import { compileDescription, type Description, small } from '../support/describe';
import { planted } from '../support/planted-secrets';

const told = (changes: Readonly<Record<string, unknown>>) =>
  compileDescription(changed<unknown>(small, changes)).problems;
const literals = (changes: Readonly<Record<string, unknown>>) =>
  told(changes).filter(({ code }) => code === 'KFK-X050');

const connect = {
  'connectClusters.pipeline': { owner: 'orders', image: 'registry.example.com/connect:1' },
  'platform.connectors.archive': {
    owner: 'orders',
    class: 'org.apache.kafka.connect.file.FileStreamSinkConnector',
    consumes: { 'orders.created': {} },
  },
};

const all = <Value>(texts: readonly string[], entry: (text: string, index: number) => readonly [string, Value]) =>
  Object.fromEntries(texts.map(entry));
const application = (description?: string) => ({ owner: 'orders', consumes: { 'orders.created': {} }, description });
const topics = (entries: object) => ({ 'platform.topics': { 'orders.created': { owner: 'orders' }, ...entries } });

/** Where somebody may write what he likes: each with so many secrets, and who refuses them. */
const fields: readonly (readonly [string, string, (texts: readonly string[]) => Readonly<Record<string, unknown>>])[] =
  [
    [
      'descriptions of topics',
      'KFK-X050',
      (texts) => topics(all(texts, (description, index) => [`t${index}`, { owner: 'orders', description }])),
    ],
    [
      'descriptions of applications',
      'KFK-X050',
      (texts) => ({ 'platform.applications': all(texts, (text, index) => [`a${index}`, application(text)]) }),
    ],
    [
      'overrides',
      'KFK-X050',
      (texts) => ({
        'platform.applications': all(texts, (_, index) => [`a${index}`, application()]),
        overrides: { applications: all(texts, (description, index) => [`a${index}`, { description }]) },
      }),
    ],
    [
      'contacts of owners',
      'KFK-X050',
      (texts) => ({
        'platform.owners': {
          orders: { contact: 'orders@example.com' },
          ...all(texts, (contact, index) => [`o${index}`, { contact }]),
        },
      }),
    ],
    ['tags', 'KFK-X050', (texts) => ({ tags: all(texts, (text, index) => [`t${index}`, text]) })],
    [
      'labels',
      'KFK-X050',
      (texts) => ({ kubernetes: { prometheusLabels: all(texts, (text, index) => [`l${index}`, text]) } }),
    ],
    [
      'reasons of waivers',
      'KFK-X050',
      (texts) => ({
        waivers: texts.map((reason) => ({
          ...{ code: 'KFK-T001', path: 'topics', reason, owner: 'orders', expires: '2027-01-01' },
        })),
      }),
    ],
    ['names of topics', 'KFK-X050', (texts) => topics(all(texts, (text) => [text, { owner: 'orders' }]))],
    ['keys that nobody knows', 'KFK-X050', (texts) => ({ note: all(texts, (text, index) => [`k${index}`, text]) })],
    [
      'the configuration of a connector',
      'KFK-C020',
      (texts) => ({
        ...connect,
        'platform.connectors.archive.config': all(texts, (text, index) => [`k${index}`, text]),
      }),
    ],
    [
      "the workers' configuration",
      'KFK-C040',
      (texts) => ({ ...connect, 'connectClusters.pipeline.config': all(texts, (text, index) => [`k${index}`, text]) }),
    ],
  ];

describe('200 secrets of every kind', () => {
  const secrets = planted(200);
  const texts = secrets.map(({ text }) => text);

  test.each(fields)('are refused in %s, and no message repeats one', (_, code, changes) => {
    const problems = told(changes(texts));
    expect(problems.filter((problem) => problem.code === code)).toHaveLength(200);
    const said = JSON.stringify(problems);
    const repeated = secrets.filter(({ text }) => partsOf(text).some((part) => said.includes(part)));
    expect(repeated.map(({ kind }) => kind)).toEqual([]);
  });
});

/** Of what is no secret in itself, such as an address, a message may say as much. */
const partsOf = (text: string) => [text.slice(0, 40), text.slice(-40)].map((part) => JSON.stringify(part).slice(1, -1));

test('a password is told by the key beside it, where keys are free, however short it is', () => {
  expect(literals({ tags: { 'db.password': 'hunter2' } })).toMatchObject([{ path: "tags['db.password']" }]);
  expect(literals({ tags: { 'cost-centre': '4711' } })).toEqual([]);
});

test.each([
  ['a digest', 'registry.example.com/connect@sha256:3d3c42e5aac5ba805825da76410c181273ba90b13d3c42e5aac5ba805825da76'],
  ['a checksum', '3d3c42e5aac5ba805825da76410c181273ba90b13d3c42e5aac5ba805825da76'],
  ['a class', 'org.apache.kafka.connect.transforms.predicates.TopicNameMatchesV2AndHasHeaderKey'],
  ['an ARN', 'arn:aws:kafka:eu-west-1:111122223333:cluster/Main-Cluster/4e7fe2a1-0c7b-4a11-9d8a-0f1e2d3c4b5a-7'],
  ['a role of single sign-on', 'arn:aws:iam::111122223333:role/AWSReservedSSO_AdministratorAccess_1a2b3c4d5e6f7a8b'],
  [
    'an id of Azure',
    '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/Kafka-RG/providers/Microsoft.EventHub',
  ],
  [
    'a certificate',
    `-----BEGIN CERTIFICATE-----\nMIIBkTCB+wIJAJ2aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU\n-----END CERTIFICATE-----\n`,
  ],
  [
    'a sentence',
    'The order as it was when the customer pressed the button; the password is in the Secret shop-database.',
  ],
  ['a reference', 'jdbc:postgresql://kit:${strimzienv:PASSWORD}@database.example.com/shop'],
])('%s is none', (_, text) => {
  expect(literals({ 'platform.topics[orders.created].description': text })).toEqual([]);
});

test('a name of a secret is none, though it is written for the key `secret`', () => {
  const secrets = { 'connection.password': { secret: 'database', key: 'password' } };
  expect(literals({ ...connect, 'platform.connectors.archive.secrets': secrets })).toEqual([]);
});

test('what only looks like one is set aside in writing', () => {
  const path = "topics['orders.created'].description";
  const looks = { 'platform.topics[orders.created].description': 'aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW' };
  const waiver = { code: 'KFK-X050', path, reason: 'an example', owner: 'orders', expires: '2027-01-01' };
  expect(literals(looks)).toMatchObject([{ path, severity: 'error' }]);
  expect(literals({ ...looks, waivers: [waiver] })).toEqual([]);
});

test('a name that is said to be no secret is one that messages print', () => {
  const name = 'orders.aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW';
  const said = changed<Description>(small, { [`platform.topics[${name}]`]: { owner: 'nobody' } });
  const waiver = { code: 'KFK-X050', path: 'topics', reason: 'an example', owner: 'orders', expires: '2027-01-01' };
  const paths = (description: Description) => compileDescription(description).problems.map(({ path }) => path);
  expect(paths(said).some((path) => path.includes(name))).toBe(false);
  expect(paths({ ...said, waivers: [waiver] })).toContain(`topics['${name}'].owner`);
});

test('a circle in a description ends the walk', () => {
  const circle: Record<string, unknown> = { ...small };
  circle.tags = { circle };
  expect(compileDescription(circle as unknown as Description).problems.length).toBeGreaterThan(0);
});
