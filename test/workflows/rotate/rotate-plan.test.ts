import { descriptions } from '../../../backends/descriptions';
import { exitCode } from '../../../workflows/failure';
import { eventHubs, eventHubsWithKeys } from '../../contract/cases/event-hubs';
import { msk, mskWithPasswords } from '../../contract/cases/msk';
import { strimzi } from '../../contract/cases/strimzi';
import { byScram, elsewhere, gitops, refusal, world } from './world';

const tokens = {
  backend: 'kafka',
  authentication: ['scram-sha-512', 'oauth'],
  oauth: { tokenEndpoint: 'https://login.example.com/token', userNameClaim: 'azp' },
};

test('a plan names the secret in which the new password will be, and what has to be applied before anybody is given it', () => {
  const it = world(mskWithPasswords.cluster, { ...byScram, ...elsewhere });
  const { restarts, steps } = it.plan();
  expect(restarts.join()).toContain("'AmazonMSK_test/main/shop--2'");
  expect(restarts.join()).not.toContain("main/shop'");
  const said = (all: typeof steps) => all.map(({ what }) => what).join('\n');
  expect(said(steps)).toContain('wait 10 minutes');
  const under = world(mskWithPasswords.cluster, { ...byScram, ...elsewhere });
  return under.run().then(() => expect(said(under.plan().steps)).toMatch(/^commit .*\nwait 10 minutes/));
});

test('whoever gives passwords to Terraform by himself is told the variable of the new one', async () => {
  const it = world({ backend: 'kafka' }, { ...byScram, ...elsewhere });
  const step = expect.stringContaining('TF_VAR_main_password__shop__2');
  expect(it.plan().steps.map(({ what }) => what)).toContainEqual(step);
  expect((await it.run()).next).toContainEqual(step);
  expect(
    world({ backend: 'kafka' }, byScram)
      .plan()
      .steps.map(({ what }) => what),
  ).not.toContainEqual(step);
});

test('what stays in a store outside of Kubernetes is named, for the kit deletes nothing there', async () => {
  const vault = { ...gitops, 'secrets.store': 'vault', 'kubernetes.secretStore': 'company' };
  const it = world(strimzi.cluster, vault);
  const left = "delete the secret 'test/main/shop' in Vault, which stays there and which nobody reads any more";
  expect(it.plan().steps.at(-1)?.what).toBe(left);
  await it.run();
  await it.run({ applied: true });
  expect((await it.finish({ applied: true })).next).toContain(left);
  expect(world(strimzi.cluster, gitops).plan().steps.at(-1)?.what).not.toContain('delete');
});

test('a rotation whose application signs in by something else meanwhile comes to its end', async () => {
  const it = world({ backend: 'kafka', authentication: ['scram-sha-512', 'mtls'] }, byScram);
  await it.run();
  it.describeAs({ 'platform.applications.shop.authentication': 'mtls' });
  const { done, exit } = await it.finish();
  expect([exit, done]).toEqual([exitCode.clean, [expect.stringContaining("'shop' signs in by mtls")]]);
  expect(it.rotation()?.overlap).toBeUndefined();
});

test('a client secret is made anew at the server of tokens, and brought to its store by who may', async () => {
  const it = world(tokens, { 'platform.applications.shop.authentication': 'oauth' });
  const { of, steps, restarts } = it.plan();
  expect(of).toBe('client-secret');
  expect(steps.map(({ by }) => by)).toEqual(['you', 'you', 'you', 'you', 'kit']);
  expect(steps[0]?.what).toContain("for the client 'shop'");
  expect(steps.at(-1)?.command).toBe('kafka-kit rotate record test shop');
  expect(restarts.length).toBeGreaterThan(0);
  expect(await refusal(it.run())).toEqual([
    exitCode.review,
    "the client-secret of 'shop' is not made anew from here",
    expect.anything(),
  ]);
});

test('who reads what a connector signs in with elsewhere is told by its name', () => {
  const it = world(strimzi.cluster, {
    ...{ kubernetes: {}, 'connectClusters.pipeline': { owner: 'orders', image: 'registry.example.com/connect:1' } },
    'platform.connectors': Object.fromEntries(
      ['archive', 'copy', 'other'].map((name) => [
        name,
        {
          ...{ owner: 'orders', class: 'org.apache.kafka.connect.file.FileStreamSinkConnector' },
          consumes: { 'orders.created': {} },
          secrets: { 'connection.password': { secret: name === 'other' ? 'other' : 'database', key: 'password' } },
        },
      ]),
    ),
  });
  const { of, steps, restarts } = it.plan('archive');
  expect(of).toBe('connector-secrets');
  expect(steps[0]?.what).toContain("the Secret 'database'");
  expect(restarts.map((line) => line.split(' reads ')[0])).toEqual([
    expect.stringMatching(/^connector archive/),
    expect.stringMatching(/^connector copy/),
  ]);
});

test('of two keys of Event Hubs the one that nobody has any more is made anew, by whoever may', async () => {
  const { cluster, environment } = eventHubsWithKeys;
  const it = world(cluster, { ...environment, 'platform.applications.shop.authentication': 'sas' });
  const { next } = await it.run();
  const command = next.find((line) => line.includes('keys renew'));
  expect(command).toContain('--eventhub-name orders.created --name shop --key PrimaryKey --output none');
  expect(await refusal(it.finish())).toEqual([
    exitCode.review,
    expect.stringContaining('still let in'),
    expect.stringContaining('kafka-kit rotate finish test shop --applied'),
  ]);
  await it.finish({ applied: true });
  expect(it.rotation()).toEqual({ version: 2, since: '2026-11-21' });
  const again = await it.run();
  expect(again.next.join('\n')).toContain('--key SecondaryKey');
});

test('who is vouched for has nothing that is made anew, and a name that nobody has is told the nearest', async () => {
  const it = world(eventHubs.cluster, eventHubs.environment);
  expect(() => it.plan()).toThrow("the application 'shop' has nothing that is made anew");
  expect(() => it.plan('shopp')).toThrow(
    "no application, no operator, no cluster and no connector that runs here is called 'shopp'",
  );
  expect(() => it.plan('shop', 'password')).toThrow("the application 'shop' has no password that is made anew");
});

test('keys of encryption are made anew by vendors, and whoever wants it now is told how', async () => {
  const it = world(msk.cluster);
  const { steps } = it.plan('main', 'encryption-key');
  expect(steps.map(({ by }) => by)).toEqual(['vendor', 'you']);
  expect(steps[1]?.command).toContain('alias/test-main-kafka-storage');
  expect(await refusal(it.run({}, 'main', 'encryption-key'))).toEqual([
    exitCode.review,
    "the encryption-key of 'main' is not made anew from here",
    expect.stringContaining('rotate plan'),
  ]);
});

test('of every back end it is known what becomes of open connections by each way in', () => {
  const known = Object.values(descriptions).map(({ kind, rotation }) => [
    kind,
    Object.keys(rotation.connections).sort(),
  ]);
  expect(Object.fromEntries(known)).toEqual({
    kafka: ['certificate', 'identity', 'password'],
    strimzi: ['certificate', 'identity', 'password'],
    msk: ['certificate', 'identity', 'password'],
    'event-hubs': ['identity', 'key'],
  });
});
