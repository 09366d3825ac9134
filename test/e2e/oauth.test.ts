/** A cluster of this machine that takes tokens of a real server of tokens, and applications with the kit's own client files. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { environmentFolders } from '../../workflows/folders';
import type { ClusterConnection } from '../../workflows/local/cluster';
import { probeAccess } from '../../workflows/prove/access-probe';
import { LoadClient } from '../support/load-client';
import { clusterThatIsUp } from '../support/local-cluster';
import { Project, succeed } from '../support/project';
import { type IssuedClient, TokenIssuer } from '../support/token-issuer';

const project = new Project();
const places = environmentFolders(project.folders, 'small');
const platformKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const assertionFile = join(project.folder, 'platform', 'token');

/** Seconds that a token lives: the load below outlives several of them. */
const seconds = 5;

/** Those that may sign in, and those that may not, each for one reason. All of them have the right secret. */
const good: Record<string, IssuedClient> = {
  till: { seconds },
  // What Entra ID calls a client: brokers know it by that.
  '5c0ffee0-0000-4000-8000-000000000001': { seconds, alg: 'ES256' },
  idle: {},
};
const bad: Record<string, IssuedClient> = {
  'wrong-audience': { audience: 'another-service' },
  'wrong-issuer': { issuer: 'https://login.example.com' },
  'ended-token': { expiredBy: 90 },
  'forged-key': { key: 'forged' },
  'unknown-key': { key: 'unknown' },
  'unsigned-token': { unsigned: true },
};
const secretOf = (client: string) => `s3cret of ${client}`;
const clients: Record<string, IssuedClient> = {
  ...Object.fromEntries(
    Object.entries({ ...good, ...bad }).map(([id, client]) => [id, { ...client, secret: secretOf(id) }]),
  ),
  vouched: {
    platformKey: platformKeys.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    platformSubject: 'system:serviceaccount:shop:vouched',
  },
};

let issuer: TokenIssuer;
let reached: ClusterConnection;

/** The load reads what it writes. */
const expires = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const waivers = ['till', 'ledger'].map((name) => ({
  code: 'KFK-F005',
  path: `applications.${name}.consumes['baskets.filled']`,
  reason: 'it reads what it writes, and nothing comes of that',
  owner: 'shop',
  expires,
}));

const described = (origin: string) => ({
  name: 'small',
  waivers,
  clusters: {
    main: {
      backend: 'kafka',
      local: true,
      brokers: 1,
      authentication: ['oauth', 'scram-sha-512'],
      oauth: {
        issuer: origin,
        jwks: `${origin}/keys`,
        audience: 'kafka',
        userNameClaim: 'azp',
        tokenEndpoint: `${origin}/token`,
        scope: 'kafka',
        authority: 'tokens/ca.pem',
      },
    },
  },
  platform: {
    owners: { shop: { contact: 'shop@example.com' } },
    topics: { 'baskets.filled': { owner: 'shop', partitions: 1 }, 'baskets.left': { owner: 'shop', partitions: 1 } },
    applications: {
      till: { owner: 'shop', produces: { 'baskets.filled': {} }, consumes: { 'baskets.filled': {} } },
      ledger: {
        owner: 'shop',
        oauth: { clientId: '5c0ffee0-0000-4000-8000-000000000001' },
        produces: { 'baskets.filled': {} },
        consumes: { 'baskets.filled': {} },
      },
      idle: { owner: 'shop', produces: { 'baskets.left': {} } },
      vouched: { owner: 'shop', oauth: { assertionFile }, produces: { 'baskets.filled': {} } },
      safe: { owner: 'shop', authentication: 'scram-sha-512', consumes: { 'baskets.left': {} } },
      ...Object.fromEntries(
        Object.keys(bad).map((name) => [name, { owner: 'shop', produces: { 'baskets.filled': {} } }]),
      ),
    },
  },
});

const file = (application: string) => join(places.client(application), 'client.properties');
const putSecret = (application: string, client = application) => {
  const place = join(places.secrets, 'main', application, 'client-secret');
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
  writeFileSync(place, `${secretOf(client)}\n`, { mode: 0o600 });
};

/** What the platform keeps in the file of an application that it vouches for. */
function vouch(subject: string): void {
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 600;
  const text = `${encoded({ alg: 'RS256', typ: 'JWT' })}.${encoded({ sub: subject, exp })}`;
  mkdirSync(dirname(assertionFile), { recursive: true });
  writeFileSync(
    assertionFile,
    `${text}.${sign('sha256', Buffer.from(text), platformKeys.privateKey).toString('base64url')}\n`,
  );
}

type Answers = Readonly<Record<string, { readonly outcome: string; readonly detail: string }>>;

/** What brokers answer applications about topics; `failed` is who may not even sign in. One JVM is all of them. */
async function asked(questions: readonly { application: string; topic?: string; clientFile?: string }[]) {
  const results = await probeAccess(
    questions.map(({ application, topic = 'baskets.filled', clientFile = file(application) }) => {
      return { application, clientFile, topics: [topic], groups: [], transactionalIds: [] };
    }),
    { ...reached, cache: project.folders.cache },
  );
  return (application: string, topic = 'baskets.filled'): Answers =>
    Object.fromEntries(
      results
        .filter((result) => result.application === application && result.resourceName === topic)
        .map(({ operation, outcome, detail }) => [operation, { outcome, detail }]),
    );
}

beforeAll(async () => {
  issuer = await TokenIssuer.start(join(project.folder, 'tokens'), { audience: 'kafka', clients });
  vouch('system:serviceaccount:shop:vouched');
  project.write('environments/small.yaml', described(issuer.origin));
  for (const application of ['till', 'idle', ...Object.keys(bad)]) putSecret(application);
  putSecret('ledger', '5c0ffee0-0000-4000-8000-000000000001');
  succeed(project.kit('up', 'small'));
  succeed(project.kit('deploy', 'small'));
  reached = clusterThatIsUp(project, 'small');
}, 240_000);

afterAll(async () => {
  succeed(project.kit('down', 'small', '--data', 'destroy'));
  await issuer.stop();
  project.remove();
}, 120_000);

test('two applications write and read over several ends of their tokens, and no client counts an error', async () => {
  // As the guide says it: the options of the kit's file are given to the JVM.
  const load = await LoadClient.start(
    'baskets.filled',
    { till: file('till'), ledger: file('ledger') },
    { ...reached, cache: project.folders.cache },
    [`@${join(places.client('till'), 'java-options')}`],
  );
  try {
    await sleep(seconds * 3 * 1_000);
    const seen = await load.finish();
    for (const [name, report] of Object.entries(seen)) {
      expect({ name, ...report }).toMatchObject({
        lost: 0,
        writtenTwice: 0,
        failedSends: 0,
        failedAuthentications: 0,
        errors: 0,
        messages: [],
      });
      expect(report.acknowledged).toBeGreaterThan(500);
    }
  } finally {
    await load.stop();
  }
}, 120_000);

test('the user is who the claim names, with what its flows give it and nothing else', async () => {
  const left = 'baskets.left';
  const answers = await asked([
    ...['till', 'ledger', 'idle', 'vouched'].map((application) => ({ application })),
    { application: 'idle', topic: left },
  ]);
  expect(answers('till')).toMatchObject({ Write: { outcome: 'allowed' }, Delete: { outcome: 'denied' } });
  expect(answers('ledger')).toMatchObject({ Read: { outcome: 'allowed' }, Alter: { outcome: 'denied' } });
  expect(answers('idle')).toMatchObject({ Write: { outcome: 'denied' }, Read: { outcome: 'denied' } });
  expect(answers('idle', left)).toMatchObject({ Write: { outcome: 'allowed' }, Read: { outcome: 'denied' } });
  // Whom its platform vouches for needs no secret.
  expect(answers('vouched')).toMatchObject({ Write: { outcome: 'allowed' }, Read: { outcome: 'denied' } });
  expect(readFileSync(file('vouched'), 'utf8')).not.toContain('client.secret');
  const access = succeed(project.kit('access', 'small', '--format', 'json')).stdout;
  expect(JSON.parse(access)).toContainEqual(
    expect.objectContaining({ application: 'ledger', principal: 'User:5c0ffee0-0000-4000-8000-000000000001' }),
  );
}, 120_000);

test('a token with one fault signs nobody in, though its user has the flow', async () => {
  const before = await issuer.issued();
  const answers = await asked(Object.keys(bad).map((application) => ({ application })));
  const after = await issuer.issued();
  for (const name of Object.keys(bad)) {
    expect({ name, ...answers(name).Write }).toMatchObject({
      name,
      outcome: 'failed',
      detail: expect.stringMatching(/SaslAuthentication|invalid_token/),
    });
    // It was the broker that refused: the server of tokens has given one.
    expect(after[name] ?? 0).toBeGreaterThan(before[name] ?? 0);
  }
}, 120_000);

test('a wrong client secret gets no token, and neither does what its platform calls another', async () => {
  const clientFile = join(places.client('idle'), 'wrong.properties');
  writeFileSync(clientFile, readFileSync(file('idle'), 'utf8').replace(secretOf('idle'), 'guessed'));
  vouch('system:serviceaccount:shop:another');
  const before = await issuer.issued();
  const answers = await asked([{ application: 'idle', clientFile }, { application: 'vouched' }]);
  expect(answers('idle')).toMatchObject({ Write: { outcome: 'failed' } });
  expect(answers('vouched')).toMatchObject({ Write: { outcome: 'failed' } });
  expect(await issuer.issued()).toEqual(before);
}, 120_000);

test('a client secret that nobody has brought is asked for, by the file that it belongs into', () => {
  const place = join(places.secrets, 'main', 'idle', 'client-secret');
  writeFileSync(`${place}.kept`, readFileSync(place));
  project.run('rm', [place]);
  const { code, stderr } = project.kit('deploy', 'small');
  expect({ code, stderr }).toMatchObject({ code: 5, stderr: expect.stringContaining(place) });
  project.run('mv', [`${place}.kept`, place]);
}, 60_000);
