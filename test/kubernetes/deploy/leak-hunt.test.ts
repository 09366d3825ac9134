/**
 * Secrets in the cluster and in the kubeconfig, beside a real deploy to a real kube-apiserver: no part of any is in what
 * the kit prints, logs, or writes. What operators would make of them is not seen: none runs.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LeakHunter } from '../../support/leak-hunter';
import { planted } from '../../support/planted-secrets';
import { succeed } from '../../support/project';
import { Shop } from './shop';

jest.setTimeout(120_000);

const shop = new Shop('hunted');
const secrets = planted(60, 'leak hunt on Kubernetes');
/** Values of Secrets that objects of the kit refer to, that are called as its own are, or that are only there. */
const inSecrets = secrets.slice(0, 40);
/** Tokens in the kubeconfig, beside the user who deploys. */
const inKubeconfig = secrets.slice(40);
const outside = mkdtempSync(join(tmpdir(), 'kafka-kit-hunt-'));
const hunter = new LeakHunter(secrets, outside);
const searched = [shop.project.folder, String(shop.project.variables.KAFKA_KIT_STATE)];
const leaks = () => hunter.hunt(searched).filter(({ file }) => file !== shop.project.variables.KUBECONFIG);

let ran = 0;
function run(code: number, ...args: string[]): void {
  const { stdout, stderr, code: ended } = shop.project.kit(...args);
  shop.project.write(`printed/${++ran}.txt`, `${stdout}\n${stderr}`);
  if (ended !== code) throw new Error(`${args.join(' ')} ended with ${ended}:\n${stderr}`);
}

function makeSecret(name: string, data: Readonly<Record<string, string>>, namespace = shop.namespace): void {
  const file = join(outside, `${name}.json`);
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, stringData: data };
  writeFileSync(file, JSON.stringify(secret), { mode: 0o600 });
  shop.server.kubectl('apply', '--server-side', '--filename', file);
}

beforeAll(() => {
  shop.makeApplications();
  shop.server.kubectl('create', 'namespace', shop.namespace);
  const text = (index: number) => inSecrets[index]?.text ?? '';
  makeSecret('shop', { password: text(0), 'sasl.jaas.config': text(1) });
  makeSecret('billing', { password: text(2), 'user.key': text(3) });
  makeSecret('main-cluster-ca', { 'ca.key': text(4) });
  makeSecret('main-cluster-ca-cert', { 'ca.password': text(5), 'ca.crt': text(6) });
  makeSecret('shop-kafka', { password: text(7) }, shop.applications);
  makeSecret('others', Object.fromEntries(inSecrets.slice(8).map(({ text }, index) => [`key-${index}`, text])));
  const file = String(shop.project.variables.KUBECONFIG);
  const users = inKubeconfig.map(({ text }, index) => ({ name: `u${index}`, user: { token: text } }));
  // JSON is YAML: what kubectl prints of the copy is put in its place.
  const said = succeed(
    shop.project.run(shop.kubectl, ['config', 'view', '--raw', '--output', 'json', '--kubeconfig', file]),
  );
  const config = JSON.parse(said.stdout);
  const [{ cluster }] = config.clusters;
  const own = config.contexts.find(({ name }: { name: string }) => name === 'test');
  const contexts = users.map(({ name }) => ({ name, context: { ...own.context, user: name } }));
  expect(cluster).toBeDefined();
  const whole = { ...config, users: [...config.users, ...users], contexts: [...config.contexts, ...contexts] };
  writeFileSync(file, JSON.stringify(whole), { mode: 0o600 });
});

afterAll(() => rmSync(outside, { recursive: true, force: true }));

test('the server holds what was planted', () => {
  const held = shop.server.kubectl('get', 'secrets', '--namespace', shop.namespace, '--output', 'json');
  const [first] = inSecrets;
  expect(held).toContain(Buffer.from(first?.text ?? 'nothing').toString('base64'));
});

test('a deploy, a change, what leaves, and a dry run: nothing of it is said or written', () => {
  const { name } = shop;
  run(0, 'synth', name);
  run(3, 'deploy', name, '--context', 'test', '--dry-run');
  run(0, 'deploy', name, '--context', 'test', '--adopt', `Namespace/${shop.namespace}`);
  run(0, 'deploy', name, '--context', 'test', '--format', 'json');
  shop.describeAs(({ platform }) => {
    platform.topics['orders.created'] = { ...platform.topics['orders.created'], partitions: 6 };
  });
  run(0, 'deploy', name, '--context', 'test', '--format', 'json');
  for (const command of [
    ['explain', name, 'shop'],
    ['access', name],
    ['rotate', 'plan', name, 'shop'],
    ['evidence', name],
  ])
    run(0, ...command);
  expect(leaks()).toEqual([]);
});

test('a user whom the server does not know, and a Secret where an object of the kit would be', () => {
  const { name } = shop;
  run(5, 'deploy', name, '--context', 'u0');
  run(5, 'deploy', name, '--context', 'u1', '--format', 'json');
  expect(leaks()).toEqual([]);
});

test('a hunt that finds nothing could have', () => {
  const file = join(shop.project.folder, 'printed', 'leaked.txt');
  writeFileSync(file, Buffer.from(`password: ${inSecrets[8]?.text}`).toString('base64'));
  expect(leaks().map((leak) => leak.file)).toContain(file);
  expect(readFileSync(file, 'utf8')).not.toBe('');
  rmSync(file);
  console.info(
    `${secrets.length} secrets, ${hunter.size} texts, ${ran} commands, ${hunter.files(searched)} files: none found`,
  );
});
