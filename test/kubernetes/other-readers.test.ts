/** What two other programs that people run on manifests say of the kit's: kubeconform and kube-score. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { change } from '../support/change';
import { type Description, resolve } from '../support/describe';
import { builtByGo } from '../support/go-program';
import { objectsIn } from '../support/manifests';
import { seed } from '../support/matrix/seed';
import { type Synthesized, synthesized } from '../support/synthesized';
import { everyEnvironment } from './every-environment';
import { location, writeSchemas } from './json-schemas';
import { matrix } from './matrix/matrix';
import { connect } from './server';
import { unused, waived } from './waivers';

jest.setTimeout(600_000);

const out = mkdtempSync(join(tmpdir(), 'kafka-kit-readers-'));
const schemas = join(out, 'schemas');
const written: Synthesized[] = [];

beforeAll(async () => {
  const client = await connect();
  await writeSchemas(client, schemas);
  client.close();
  for (const resolved of [...everyEnvironment, ...someOfTheMatrix()])
    written.push(await synthesized(resolved, join(out, String(written.length))));
}, 600_000);

afterAll(() => rmSync(out, { recursive: true, force: true }));

/** What no environment says together. */
const someOfTheMatrix = () =>
  matrix
    .rows(seed)
    .valid.slice(0, 10)
    .map(({ description }) => resolve(description as Description));

interface Conformed {
  readonly resources: readonly { readonly filename: string; readonly status: string; readonly msg: string }[];
  readonly summary: {
    readonly valid: number;
    readonly invalid: number;
    readonly errors: number;
    readonly skipped: number;
  };
}

function kubeconform(files: readonly string[]): Conformed {
  const program = builtByGo({ name: 'kubeconform', package: 'github.com/yannh/kubeconform/cmd/kubeconform' });
  const options = ['-strict', '-summary', '-output', 'json', '-schema-location', location(schemas)];
  const { stdout, stderr } = spawnSync(program, [...options, ...files], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}

const filesOf = ({ folder, files }: Synthesized) => files.map(({ path }) => join(folder, path));

test('kubeconform finds nothing invalid, and leaves nothing out', () => {
  const { resources, summary } = kubeconform(written.flatMap(filesOf));
  expect(resources).toEqual([]);
  expect(summary).toEqual({
    valid: written.flatMap(({ objects }) => objects).length,
    invalid: 0,
    errors: 0,
    skipped: 0,
  });
  process.stderr.write(`kubeconform: ${summary.valid} objects valid\n`);
});

test('kubeconform finds a field that a kind has not', () => {
  const topic = written.flatMap(({ objects }) => objects).find(({ kind }) => kind === 'KafkaTopic');
  const file = join(out, 'spoilt.json');
  writeFileSync(file, JSON.stringify(change(topic, ['spec', 'replicationFactor'], 3)));
  expect(kubeconform([file]).resources).toMatchObject([{ status: 'statusInvalid' }]);
});

interface Scored {
  readonly object_name: string;
  readonly type_meta: { readonly kind: string; readonly apiVersion: string };
  readonly checks: readonly {
    readonly check: { readonly id: string };
    /** 1: critical. */
    readonly grade: number;
    readonly skipped: boolean;
    readonly comments: readonly { readonly path: string; readonly summary: string }[] | null;
  }[];
}

function kubeScore(files: readonly string[]): Scored[] {
  const program = builtByGo({ name: 'kube-score', package: 'github.com/zegl/kube-score/cmd/kube-score' });
  const { stdout, stderr } = spawnSync(program, ['score', '--output-format', 'json', ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (!stdout.startsWith('[')) throw new Error(`${stderr}${stdout.slice(0, 2000)}`);
  return JSON.parse(stdout);
}

const criticalOf = (scored: readonly Scored[]) =>
  scored.flatMap(({ object_name: name, type_meta: { kind }, checks }) =>
    checks
      .filter(({ grade, skipped }) => grade === 1 && !skipped)
      .map(({ check, comments }) => ({
        kind,
        name,
        check: check.id,
        told: (comments ?? []).map(({ summary }) => summary),
      })),
  );

test('kube-score finds nothing critical that no waiver explains', () => {
  const scored = written.flatMap((one) => kubeScore(filesOf(one)));
  const critical = criticalOf(scored);
  expect(critical.filter((finding) => !waived(finding))).toEqual([]);
  expect(unused(critical)).toEqual([]);
  process.stderr.write(`kube-score: ${scored.length} objects scored, ${critical.length} critical findings waived\n`);
});

test('kube-score finds a container that may write where it likes', () => {
  const folder = join(out, 'planted');
  mkdirSync(folder);
  const file = join(folder, 'deployment.yaml');
  const planted = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: planted, namespace: default }
spec:
  selector: { matchLabels: { app: planted } }
  template:
    metadata: { labels: { app: planted } }
    spec: { containers: [{ name: planted, image: example.com/planted }] }
`;
  expect(objectsIn(planted)).toHaveLength(1);
  writeFileSync(file, planted);
  expect(criticalOf(kubeScore([file])).map(({ check }) => check)).toContain(
    'container-security-context-readonlyrootfilesystem',
  );
});
