/** What a real API server lets pods and accounts do in the namespaces that the kit makes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiClient } from '../support/api-client';
import { ApiServer } from '../support/api-server';
import type { Manifest } from '../support/manifests';
import { synthesized } from '../support/synthesized';
import { everyEnvironment } from './every-environment';
import { connect, makeNamespaces, serverFolder } from './server';

jest.setTimeout(300_000);

const out = mkdtempSync(join(tmpdir(), 'kafka-kit-admission-'));
const server = ApiServer.running(serverFolder());
const objects = new Map<string, readonly Manifest[]>();
let client: ApiClient;

beforeAll(async () => {
  client = await connect();
  for (const resolved of everyEnvironment) {
    const written = await synthesized(resolved, out);
    objects.set(resolved.environment.name, written.objects);
    await makeNamespaces(client, written.objects);
    // Namespaces with their labels, and who may do what, for real: others are only judged.
    const real = ['Namespace', 'ServiceAccount', 'Role', 'RoleBinding'];
    for (const object of written.objects.filter(({ kind }) => real.includes(kind))) await client.store(object);
  }
});

afterAll(() => {
  client.close();
  rmSync(out, { recursive: true, force: true });
});

describe('what brings connections to applications', () => {
  const account = 'system:serviceaccount:every-option-applications:kafka-main-orders';
  const may = (...question: string[]) => server.may(account, ...question, '--namespace', 'every-option');

  test('may get the Secrets of its own users and of the authority', () => {
    const secrets = ['shop', 'billing', 'main-listener-scram', 'main-listener-tls'];
    for (const secret of secrets) expect(may('get', `secrets/${secret}`)).toBe(true);
  });

  test('may neither get another Secret, nor list, nor change any', () => {
    expect(may('get', 'secrets/main-clients-ca')).toBe(false);
    expect(may('list', 'secrets')).toBe(false);
    expect(may('update', 'secrets/shop')).toBe(false);
    expect(may('get', 'kafkausers.kafka.strimzi.io/shop')).toBe(false);
  });
});

describe('a namespace that enforces restricted', () => {
  const namespace = 'kafka-dev';
  const podOf = (spec: object): Manifest => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'judged', namespace },
    spec: spec as Manifest['spec'],
  });
  /** A pod as Strimzi makes it: images and commands are its own, and disks belong to the group 0. */
  const strimziPod = (containers: Readonly<Record<string, object>>, volumes: readonly object[] = []) =>
    podOf({
      securityContext: { fsGroup: 0 },
      volumes,
      containers: Object.entries(containers).map(([name, said]) => ({
        name: name.toLowerCase(),
        image: 'kafka',
        ...said,
      })),
    });
  /** Every pod that somebody makes of an environment's objects. */
  const podsOf = (environment: string): Manifest[] =>
    // biome-ignore lint/suspicious/noExplicitAny: templates of several kinds, as their operator reads them
    (objects.get(environment) ?? []).flatMap(({ kind, spec }: any) => {
      if (kind === 'Deployment') return [podOf(spec.template.spec)];
      if (kind === 'Kafka')
        return [spec.entityOperator, spec.cruiseControl].flatMap((part) =>
          part ? [strimziPod(containersIn(part), part.template?.pod?.volumes)] : [],
        );
      return madeByStrimzi.includes(kind) ? [strimziPod(containersIn(spec), spec.template?.pod?.volumes)] : [];
    });

  test.each(['dev', 'every-option', 'every-access'])(
    'takes every pod of %s: the kit’s, and those that Strimzi makes of its templates',
    async (environment) => {
      const pods = podsOf(environment);
      expect(pods.length).toBeGreaterThan(6);
      const answers = await client.judgeAll(pods);
      expect(answers.flatMap(({ status, body }) => (status < 300 ? [] : [body.message]))).toEqual([]);
    },
  );

  test('refuses a pod of Strimzi that says nothing of it, as by the operator’s default', async () => {
    const { status, body } = await client.judge(strimziPod({ kafka: {} }));
    expect(status).toBe(403);
    expect(body.message).toContain('violates PodSecurity "restricted:latest"');
  });
});

const madeByStrimzi = ['KafkaNodePool', 'KafkaMirrorMaker2', 'KafkaConnect', 'KafkaBridge'];

/** What a template says of containers. A build of Connect runs elsewhere. */
function containersIn({ template }: { readonly template: Readonly<Record<string, object>> }) {
  return Object.fromEntries(
    Object.entries(template).filter(([part]) => part.endsWith('Container') && !part.startsWith('build')),
  );
}
