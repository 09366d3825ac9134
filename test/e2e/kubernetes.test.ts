/** Every Kubernetes object of every environment on a real kube-apiserver: server-side, strict. No operator runs here. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Resolved } from '../../model/resolved';
import { loadCompiled } from '../../workflows/load/compiled';
import { synth } from '../../workflows/synth/synth';
import { ApiServer } from '../support/api-server';
import { change } from '../support/change';
import { everyAccess } from '../support/every-access';
import { everyOption } from '../support/every-option';
import { type Manifest, objectsIn } from '../support/manifests';

jest.setTimeout(300_000);

const root = resolve(__dirname, '..', '..');
const { environments } = loadCompiled({ folder: root, today: '2026-11-21' });

interface Applied {
  readonly environment: Resolved['environment'];
  /** The folder that is applied. */
  readonly kubernetes: string;
  readonly objects: readonly Manifest[];
}

const out = mkdtempSync(join(tmpdir(), 'kafka-kit-kubernetes-'));
const counts: string[] = [];
let server: ApiServer;

beforeAll(() => {
  server = ApiServer.start();
}, 900_000);

afterAll(() => {
  server?.stop();
  rmSync(out, { recursive: true, force: true });
  process.stderr.write(`taken by the API server, none refused:\n${counts.join('')}`);
});

async function manifestsOf(resolved: Resolved): Promise<Applied> {
  const { folder, units } = await synth(resolved, out);
  const files = units.flatMap((unit) => unit.files);
  const objects = files.flatMap(({ path }) => objectsIn(readFileSync(join(folder, path), 'utf8')));
  return { environment: resolved.environment, kubernetes: join(folder, 'kubernetes'), objects };
}

const onKubernetes = [...environments.flatMap(({ resolved }) => resolved ?? []), everyOption, everyAccess].filter(
  ({ environment }) => environment.kubernetes,
);

test('an environment of each kind is there to be judged', () => {
  expect(onKubernetes.map(({ environment }) => environment.name)).toContain('dev');
});

describe.each(onKubernetes.map((resolved) => [resolved.environment.name, resolved] as const))(
  '%s',
  (name, resolved) => {
    let applied: Applied;

    beforeAll(async () => {
      applied = await manifestsOf(resolved);
      // Where applications and the operator run is not the kit's to make.
      const { applicationNamespace, operatorNamespace } = resolved.environment.kubernetes ?? {};
      const own = [...resolved.applications.values()].map(({ namespace }) => namespace);
      for (const there of new Set([applicationNamespace, operatorNamespace, ...own]))
        if (there) server.kubectl('create', 'namespace', there);
    });

    test('every object is taken: none is refused, none is left out', () => {
      const told = server.kubectl('apply', '--server-side', '--validate=strict', '--kustomize', applied.kubernetes);
      expect(told.split('\n').filter((line) => line.endsWith('serverside-applied'))).toHaveLength(
        applied.objects.length,
      );
      expect(applied.objects.length).toBeGreaterThan(0);
      counts.push(`${name}: ${applied.objects.length} objects\n${countsOf(applied.objects)}`);
    });

    test('is stored as it is written: a second look finds no difference', () => {
      expect(server.tried(['diff', '--server-side', '--kustomize', applied.kubernetes])).toMatchObject({
        code: 0,
        stdout: '',
      });
    });
  },
);

/** `  12 KafkaTopic` for each kind. */
function countsOf(objects: readonly Manifest[]): string {
  const byKind = new Map<string, number>();
  for (const { kind } of objects) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
  return [...byKind]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, count]) => `${String(count).padStart(6)} ${kind}\n`)
    .join('');
}

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
  const podOf = (spec: Readonly<Record<string, unknown>>): Manifest => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'judged', namespace },
    spec,
  });
  /** A pod as Strimzi makes it: images and commands are its own, and disks belong to the group 0. */
  const strimziPod = (containers: Readonly<Record<string, object>>) =>
    podOf({
      securityContext: { fsGroup: 0 },
      containers: Object.entries(containers).map(([name, said]) => ({
        name: name.toLowerCase(),
        image: 'kafka',
        ...said,
      })),
    });
  /** Every pod that somebody makes of the objects of dev. */
  async function podsMadeIn(): Promise<Manifest[]> {
    const dev = onKubernetes.find(({ environment }) => environment.name === 'dev');
    const { objects } = await manifestsOf(dev as Resolved);
    // biome-ignore lint/suspicious/noExplicitAny: templates of several kinds, as their operator reads them
    return objects.flatMap(({ kind, spec }: any) => {
      const { pod: _, podDisruptionBudget: __, ...containers } = spec?.template ?? {};
      if (kind === 'Deployment') return [podOf(spec.template.spec)];
      if (kind === 'KafkaNodePool' || kind === 'KafkaMirrorMaker2') return [strimziPod(containers)];
      return kind === 'Kafka' ? [strimziPod(spec.entityOperator.template)] : [];
    });
  }

  // No controller is here to make the account that every namespace has.
  beforeAll(() => server.kubectl('create', 'serviceaccount', 'default', '--namespace', namespace));

  test('takes every pod of the kit, and every pod that Strimzi makes of its templates', async () => {
    const pods = await podsMadeIn();
    expect(pods.length).toBeGreaterThan(8);
    for (const pod of pods) expect(server.judge(pod)).toMatchObject({ code: 0 });
  });

  test('refuses a pod of Strimzi that says nothing of it, as by the operator’s default', () => {
    const { code, stderr } = server.judge(strimziPod({ kafka: {} }));
    expect(code).not.toBe(0);
    expect(stderr).toContain('violates PodSecurity "restricted:latest"');
  });
});

describe('the API server refuses', () => {
  /** The kind of object, one mistake in it, and what the server says of it. */
  const mistakes: readonly (readonly [string, string, readonly (string | number)[], unknown, RegExp])[] = [
    ['a topic without partitions', 'KafkaTopic', ['spec', 'partitions'], 0, /greater than or equal to 1/],
    ['a field that Strimzi does not know', 'KafkaTopic', ['spec', 'replicationFactor'], 3, /not declared in schema/],
    ['a version that Strimzi no longer serves', 'KafkaTopic', ['apiVersion'], 'kafka.strimzi.io/v1beta2', /no matches/],
    ['a pool with a role that there is not', 'KafkaNodePool', ['spec', 'roles', 0], 'leader', /Unsupported value/],
    ['a listener on a port of Strimzi’s own', 'Kafka', ['spec', 'kafka', 'listeners', 0, 'port'], 9091, /9092/],
    [
      'an operation that Kafka does not have',
      'KafkaUser',
      ['spec', 'authorization', 'acls', 0, 'operations', 0],
      'write',
      /Unsupported value/,
    ],
    [
      'a store with two providers',
      'SecretStore',
      ['spec', 'provider', 'aws'],
      { region: 'eu-west-1', service: 'SecretsManager' },
      /at most 1/,
    ],
    ['a key that a Secret cannot have', 'ExternalSecret', ['spec', 'data', 0, 'secretKey'], 'a/b', /should match/],
    ['a certificate without an issuer', 'Certificate', ['spec', 'issuerRef'], undefined, /Required value/],
    ['a policy that opens no such port', 'NetworkPolicy', ['spec', 'ingress', 0, 'ports'], [{ port: 99999 }], /65535/],
  ];

  test.each(mistakes)('%s', async (_, kind, path, value, told) => {
    const { objects } = await manifestsOf(everyOption);
    // The policy that lets nobody in has no port to be wrong.
    const right = objects.find((object) => object.kind === kind && object.metadata.name !== 'default-deny');
    if (!right) throw new Error(`no ${kind} is there to be spoilt`);
    expect(server.judge(right)).toMatchObject({ code: 0 });
    const { code, stderr } = server.judge(change(right, path, value));
    expect(code).not.toBe(0);
    expect(stderr).toMatch(told);
  });
});
