import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import type { RuleGroup } from '../../render/monitoring/rules';
import { prometheusBinaries } from './prometheus';

/** What Prometheus asks, as a PodMonitor would tell it to. */
export interface ScrapeTarget {
  readonly job: string;
  /** `127.0.0.1:9404`. */
  readonly address: string;
  /** As the pod's labels would be. */
  readonly labels: Readonly<Record<string, string>>;
  /** Labels that a monitor drops from every series. Default: none. */
  readonly dropped?: readonly string[];
}

export interface PrometheusServerProps {
  readonly folder: string;
  readonly port: number;
  readonly targets: readonly ScrapeTarget[];
  readonly rules: readonly RuleGroup[];
}

interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [number, string];
}

/** Seconds between two scrapes: at two, a busy machine gives targets up that are well. */
const interval = '5s';

/** A real Prometheus on 127.0.0.1. */
export class PrometheusServer {
  private readonly process: ChildProcess;
  private readonly address: string;
  private readonly log: string;

  constructor({ folder, port, targets, rules }: PrometheusServerProps) {
    this.address = `127.0.0.1:${port}`;
    this.log = join(folder, 'prometheus.log');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'rules.yml'), stringify({ groups: rules }));
    writeFileSync(join(folder, 'prometheus.yml'), stringify(configuration(targets)));
    this.process = spawn(prometheusBinaries().prometheus, [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=${this.address}`,
    ]);
    const log = createWriteStream(this.log);
    this.process.stdout?.pipe(log);
    this.process.stderr?.pipe(log);
  }

  async ready(): Promise<void> {
    await this.until('it is ready', async () => (await this.ask('/-/ready').catch(() => undefined))?.ok === true, 30);
  }

  async query(expression: string): Promise<readonly Sample[]> {
    const response = await this.ask(`/api/v1/query?query=${encodeURIComponent(expression)}`);
    const { data, error } = (await response.json()) as { data?: { result: Sample[] }; error?: string };
    if (!data) throw new Error(`${expression}: ${error}`);
    return data.result;
  }

  /** Names of the alerts that fire. */
  async firing(): Promise<string[]> {
    const samples = await this.query('ALERTS{alertstate="firing"}');
    return [...new Set(samples.map(({ metric }) => metric.alertname ?? ''))].sort();
  }

  /** What each rule says about its last evaluation: nothing, when it went well. */
  async ruleErrors(): Promise<string[]> {
    const response = await this.ask('/api/v1/rules');
    const { data } = (await response.json()) as {
      data: { groups: { rules: { name: string; health: string; lastError?: string }[] }[] };
    };
    const rules = data.groups.flatMap(({ rules: own }) => own);
    return rules
      .filter(({ health }) => health !== 'ok')
      .map(({ name, health, lastError }) => `${name}: ${health} ${lastError ?? ''}`);
  }

  /** @throws Error that says what did not happen */
  async until(what: string, condition: () => Promise<boolean>, seconds: number): Promise<void> {
    const end = Date.now() + seconds * 1000;
    while (!(await condition())) {
      if (Date.now() > end || this.process.exitCode !== null)
        throw new Error(`not within ${seconds} s: ${what}\n${readFileSync(this.log, 'utf8').slice(-2000)}`);
      await sleep(500);
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('close', resolve));
    this.process.kill('SIGTERM');
    await ended;
  }

  private ask(path: string): Promise<Response> {
    return fetch(`http://${this.address}${path}`);
  }
}

const configuration = (targets: readonly ScrapeTarget[]) => ({
  global: { scrape_interval: interval, evaluation_interval: interval, scrape_timeout: '4s' },
  rule_files: ['rules.yml'],
  scrape_configs: targets.map(({ job, address, labels, dropped = [] }) => ({
    job_name: job,
    static_configs: [{ targets: [address], labels }],
    metric_relabel_configs: dropped.length > 0 ? [{ action: 'labeldrop', regex: dropped.join('|') }] : [],
  })),
});
