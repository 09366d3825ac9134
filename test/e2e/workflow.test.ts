import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { loadCompiled } from '../../workflows/load/compiled';
import { waivers } from '../aws/checkov-waivers';
import { actionlint } from '../support/actionlint';
import { changed } from '../support/change';
import { checkovFolder } from '../support/checkov';
import { conftestProgram } from '../support/conftest';
import { Project } from '../support/project';
import { prometheusBinaries } from '../support/prometheus';

jest.setTimeout(120_000);

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly environment: readonly string[] } };
  readonly with?: { readonly environment: string; readonly apply: boolean };
  readonly steps?: readonly Step[];
}

const root = resolve(__dirname, '..', '..');
const folder = join(root, '.github', 'workflows');
const texts = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const jobsOf = (name: string): Readonly<Record<string, Job>> => parse(texts.get(name) ?? '').jobs;
const jobs = jobsOf('platform.yaml');
const { environment } = jobsOf('environment.yaml');

/** Each action that may run, by the commit of its release, read from its own repository. */
const pinned: Readonly<Record<string, string>> = {
  'actions/checkout': '3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  'actions/setup-node': '820762786026740c76f36085b0efc47a31fe5020 # v7.0.0',
  'actions/upload-artifact': 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0',
  'hashicorp/setup-terraform': 'dfe3c3f87815947d99a8997f908cb6525fc44e9e # v4.0.1',
  'aws-actions/configure-aws-credentials': 'e6de054238d6b7531b4efff3b6587d9aade6a06c # v6.2.3',
  'azure/login': '532459ea530d8321f2fb9bb10d1e0bcf23869a43 # v3.0.0',
};

test('actionlint finds nothing', () => {
  const { status, stdout } = spawnSync(actionlint(), ['-color=false'], { cwd: root, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

test('every action is pinned by the commit of its release', () => {
  const used = [...texts.values()].flatMap((text) => [...text.matchAll(/uses: (?!\.\/)([^@\s]+)@(.+)$/gm)]);
  expect(used.length).toBeGreaterThan(6);
  for (const [, action = '', pin] of used) expect({ action, pin }).toEqual({ action, pin: pinned[action] });
});

test('only jobs that reach a cloud may ask for an identity, and no plan is uploaded', () => {
  const asking = Object.entries(jobs).filter(([, { permissions }]) => permissions?.['id-token'] === 'write');
  expect(asking.map(([name]) => name).filter((name) => name !== 'plan' && !name.startsWith('deploy-'))).toEqual([]);
  expect(jobs.check?.permissions).toBeUndefined();
  expect(environment?.steps?.filter(({ uses }) => uses?.includes('upload'))).toEqual([]);
});

describe('the environments of this repository', () => {
  const { environments } = loadCompiled({ folder: root, today: new Date().toISOString().slice(0, 10) });
  const away = environments.flatMap(({ resolved }) =>
    resolved && [...resolved.clusters.values()].some(({ life }) => life !== 'local') ? [resolved] : [],
  );

  test('are applied after the one that they promote from, and the first of a chain once it is checked and judged', () => {
    expect(jobs.judge?.needs).toBe('check');
    const order = Object.fromEntries(away.map(({ environment: { name, promotesFrom } }) => [name, promotesFrom]));
    const applied = Object.values(jobs).flatMap((job) => (job.with?.apply ? [[job.with.environment, job.needs]] : []));
    expect(Object.fromEntries(applied)).toEqual(
      Object.fromEntries(Object.entries(order).map(([name, from]) => [name, from ? `deploy-${from}` : 'judge'])),
    );
  });

  test('are planned where Terraform applies them', () => {
    const terraform = away.filter(({ clusters }) =>
      [...clusters.values()].some(({ appliedBy }) => appliedBy === 'terraform'),
    );
    expect([...(jobs.plan?.strategy?.matrix.environment ?? [])].sort()).toEqual(
      terraform.map(({ environment: { name } }) => name).sort(),
    );
  });
});

describe('what a runner is told, as it is written', () => {
  const project = new Project();
  afterAll(() => project.remove());
  /** As GitHub runs it. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#defaultsrunshell */
  const run = (line: string, variables: NodeJS.ProcessEnv = {}, cwd = root) =>
    spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', line], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...variables },
    });
  const runsOf = (job?: Job) =>
    (job?.steps ?? []).flatMap(({ name = '', run: line }) => (line ? [[name, line] as const] : []));
  const [check, becomes, plan] = runsOf(environment);

  test.each(runsOf(jobs.check))('%s', (_, line) => {
    const { status, stderr } = run(line);
    expect({ status, stderr }).toMatchObject({ status: 0 });
  });

  describe('to judge', () => {
    const [get, ...steps] = runsOf(jobs.judge);
    const [synthesize, ...readers] = steps;
    const temporary = () => ({ RUNNER_TEMP: project.folder, PATH: `${tools}${delimiter}${process.env.PATH}` });
    const tools = join(project.folder, 'tools');

    beforeAll(() => {
      mkdirSync(tools);
      symlinkSync(conftestProgram(), join(tools, 'conftest'));
      symlinkSync(prometheusBinaries().promtool, join(tools, 'promtool'));
      const python = join(checkovFolder(), 'bin', 'python');
      writeFileSync(join(tools, 'checkov'), `#!/bin/sh\nexec '${python}' -m checkov.main "$@"\n`, { mode: 0o755 });
      const { status, stderr } = run(synthesize?.[1] ?? '', temporary());
      expect({ status, stderr }).toMatchObject({ status: 0 });
    }, 120_000);

    test('the tools are those that the tests here have, by version and checksum', () => {
      expect(get?.[1]).toContain('cd scripts/tools/conftest && go build');
      expect(get?.[1]).toMatch(/promtool@v\d+\.\d+\.\d+$/m);
      expect(get?.[1]).toContain('--requirement scripts/tools/checkov/requirements.txt');
    });

    test('Checkov is asked all that is asked here, but for what is waived with a reason', () => {
      const { 'skip-check': skipped } = parse(readFileSync(join(root, '.checkov.yaml'), 'utf8'));
      expect([...skipped].sort()).toEqual([...new Set(waivers.map(({ check }) => check))].sort());
    });

    test.each(readers)('%s', (_, line) => {
      const { status, stdout, stderr } = run(line, temporary());
      expect({ status, stdout, stderr }).toMatchObject({ status: 0 });
      expect(stdout).toMatch(
        /[1-9]\d* tests?, [1-9]\d* passed|SUCCESS: [1-9]\d* rules|Passed checks: [1-9]\d*, Failed checks: 0/,
      );
    });

    const spoil = (text: string, path: string, value: unknown) =>
      JSON.stringify(changed(JSON.parse(text), { [path]: value }));
    const inTransit = 'resource.aws_msk_cluster.main.encryption_info.encryption_in_transit.client_broker';
    const prodMain = 'prod/terraform/stacks/prod-main/cdk.tf.json';
    test.each([
      ['Open Policy Agent', prodMain, (text: string) => spoil(text, inTransit, 'TLS_PLAINTEXT'), 'KFK-X079'],
      [
        'Checkov',
        prodMain,
        (text: string) => spoil(text, 'resource.aws_kms_key.main.enable_key_rotation', false),
        'CKV_AWS_7',
      ],
      [
        'Prometheus',
        'dev/kubernetes/main/kafka-dev/main--monitoring.yaml',
        (text: string) => text.replace('expr: ', 'expr: ('),
        'FAILED',
      ],
    ])('%s stops what was changed in %s', (reader, path, change, said) => {
      const spoilt = join(project.folder, 'spoilt', reader);
      const [environment = ''] = path.split('/');
      const from = (folder: string) => join(project.folder, folder);
      mkdirSync(dirname(join(spoilt, 'out', path)), { recursive: true });
      writeFileSync(join(spoilt, 'out', path), change(readFileSync(join(from('out'), path), 'utf8')));
      cpSync(join(from('policy'), environment), join(spoilt, 'policy', environment), { recursive: true });
      const [, line = ''] = readers.find(([name]) => name.startsWith(reader)) ?? [];
      const { status, stdout, stderr } = run(line, { ...temporary(), RUNNER_TEMP: spoilt });
      expect(status).not.toBe(0);
      expect(`${stdout}${stderr}`).toContain(said);
    });
  });

  test('an inventory that is not committed as it was recorded stops it, be it old or new', () => {
    const repository = new Project();
    const [, line] = runsOf(jobs.check).find(([name]) => name.includes('inventories')) ?? ['', ''];
    const inventory = (name: string, text: string) => repository.write(`environments/inventory/${name}.json`, text);
    const stopped = () => run(line, {}, repository.folder);
    inventory('prod', '{}\n');
    run(
      'git init --quiet && git add . && git -c user.name=kit -c user.email=k@example.com commit -qm all',
      {},
      repository.folder,
    );
    expect(stopped().status).toBe(0);
    inventory('staging', '{}\n');
    expect(stopped()).toMatchObject({ status: 1, stdout: expect.stringContaining('kafka-kit synth --record') });
    run('rm environments/inventory/staging.json', {}, repository.folder);
    expect(stopped().status).toBe(0);
    inventory('prod', '{ }\n');
    expect(stopped()).toMatchObject({ status: 1, stdout: expect.stringContaining('kafka-kit synth --record') });
    repository.remove();
  });

  test.each([check, becomes] as [string, string][])('of prod: %s', (_, line) => {
    const { status, stderr } = run(line, { KAFKA_KIT_ENVIRONMENTS: 'prod' });
    expect({ status, stderr }).toMatchObject({ status: 0 });
  });

  test('the plan, with a recorder in the place of Terraform that no cloud would answer: the cluster before what is on it', () => {
    project.write('bin/terraform', '#!/bin/sh\necho "$1 $2"\n');
    chmodSync(join(project.folder, 'bin/terraform'), 0o755);
    const { status, stdout } = run(plan?.[1] ?? '', {
      KAFKA_KIT_ENVIRONMENTS: 'prod',
      PATH: `${join(project.folder, 'bin')}${delimiter}${process.env.PATH}`,
    });
    const planned = [...stdout.matchAll(/stacks\/(\S+) plan$/gm)].map(([, stack]) => stack);
    expect(status).toBe(0);
    expect(planned[0]).toBe('prod-main');
    expect(new Set(planned)).toEqual(new Set(readdirSync(join(root, 'out/prod/terraform/stacks'))));
  });

  test('the plan fails when one stack cannot be planned, after all were tried', () => {
    project.write('bin/terraform', '#!/bin/sh\necho "$1 $2"\ncase "$1 $2" in *prod-main\\ plan) exit 1;; esac\n');
    const { status, stdout } = run(plan?.[1] ?? '', {
      KAFKA_KIT_ENVIRONMENTS: 'prod',
      PATH: `${join(project.folder, 'bin')}${delimiter}${process.env.PATH}`,
    });
    expect(status).toBe(1);
    expect(stdout).toContain('prod-main-payments plan');
  });
});
