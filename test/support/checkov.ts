import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fromPyPI, obtainable, python, run } from './python';

/** Whether it lies in the cache or can come. */
export const checkovIsThere = obtainable('checkov');

/** The kit's own check, which every block passes that Checkov has read. */
export const seen = 'CKV2_KIT_1';

/** Text of a stack's `cdk.tf.json`, by what it is called. */
export type Configurations = Readonly<Record<string, string>>;

export interface Finding {
  /** `CKV_AWS_81`. */
  readonly check: string;
  readonly says: string;
  /** `prod/prod-main aws_msk_cluster.main`. */
  readonly resource: string;
}

export interface Checked {
  readonly passed: readonly Finding[];
  readonly failed: readonly Finding[];
  /** Resources and data sources that were read. */
  readonly seen: number;
}

interface Report {
  readonly summary: { readonly parsing_errors: number };
  readonly results: Readonly<Record<'passed_checks' | 'failed_checks', readonly Reported[]>>;
}

interface Reported {
  readonly check_id: string;
  readonly check_name: string;
  readonly file_path: string;
  readonly file_line_range: readonly [number, number];
}

/** What Checkov says of many stacks at once. https://www.checkov.io @throws Error when it cannot read one */
export function checkov(configurations: Configurations): Checked {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-checkov-'));
  try {
    const texts = new Map(
      Object.entries(configurations).map(([name, text]) => [`/${name}/main.tf.json`, readable(text)]),
    );
    for (const [path, text] of texts) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { summary, results } = reportOf(folder);
    if (summary.parsing_errors > 0) throw new Error(`Checkov could not read ${summary.parsing_errors} stacks`);
    const findings = (all: readonly Reported[]) => all.map((one) => findingOf(one, texts.get(one.file_path) ?? ''));
    const passed = findings(results.passed_checks);
    return {
      passed: passed.filter(({ check }) => check !== seen),
      failed: findings(results.failed_checks),
      seen: passed.filter(({ check }) => check === seen).length,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Checkov stumbles over what is said of Terraform itself, and needs lines of their own to tell resources apart. */
function readable(text: string): string {
  const { provider, data, resource } = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify({ provider, data, resource }, undefined, 1);
}

function reportOf(folder: string): Report {
  const policies = resolve(__dirname, '..', '..', 'scripts', 'tools', 'checkov', 'policies');
  const options = ['--framework', 'terraform_json', '--skip-download', '--compact', '-o', 'json'];
  // Not its script: that knows the folder in which it was installed, before it had its name.
  const { stdout, stderr, error } = spawnSync(
    join(checkovFolder(), 'bin', 'python'),
    ['-m', 'checkov.main', '-d', folder, '--external-checks-dir', policies, ...options],
    // Not where `.checkov.yaml` is: that leaves out what has a waiver, and what passes.
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (!stdout?.trimStart().startsWith('{')) throw new Error(`Checkov: ${error ?? stderr}${stdout?.slice(0, 2000)}`);
  return JSON.parse(stdout);
}

/** Checks of one resource name it without its type: the line says which it is. */
function findingOf({ check_id, check_name, file_path, file_line_range: [line] }: Reported, text: string): Finding {
  const before = text.split('\n').slice(0, line).reverse();
  const at = (indent: number) =>
    before.map((one) => new RegExp(`^ {${indent}}"([^"]+)": [[{]`).exec(one)?.[1]).find((name) => name);
  return {
    check: check_id,
    says: check_name,
    resource: `${file_path.slice(1).replace('/main.tf.json', '')} ${at(2)}.${at(3)}`,
  };
}

/** A Python environment of its own: what it stands on must not meet other versions. */
export function checkovFolder(): string {
  return fromPyPI('checkov', (requirements, folder) => {
    run(python ?? 'python3', ['-m', 'venv', folder]);
    run(join(folder, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--no-deps', '-r', requirements]);
  });
}
