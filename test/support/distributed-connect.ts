import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { propertiesFile } from '../../render/properties-file';
import type { JavaTools } from '../../workflows/prove/java';
import { type DistributedProps, distributedWorker } from './distributed-worker';

export interface ConnectorStatus {
  readonly connector: { readonly state: string };
  readonly tasks: readonly { readonly state: string; readonly trace?: string }[];
}

/** Kafka's own program `connect-distributed`, with the configuration that the kit renders. */
export class DistributedConnect {
  /** Everything that it says. */
  readonly output: string[] = [];
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;

  constructor(
    private readonly props: DistributedProps,
    folder: string,
    { java, jars }: JavaTools,
  ) {
    const file = join(folder, 'worker.properties');
    writeFileSync(file, propertiesFile(distributedWorker(props)), { mode: 0o600 });
    const options = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Dlog4j2.level=INFO'];
    const main = ['-cp', join(jars, '*'), 'org.apache.kafka.connect.cli.ConnectDistributed', file];
    this.child = spawn(java, [...options, ...main], { env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr])
      if (stream) createInterface({ input: stream }).on('line', (line) => this.output.push(line));
    this.ended = new Promise((resolve) => this.child.once('close', () => resolve()));
  }

  /** Whether the workers take a connector within so many milliseconds. */
  async take(connector: string, configuration: Readonly<Record<string, string>>, within: number): Promise<boolean> {
    for (const deadline = Date.now() + within; Date.now() < deadline; await sleep(500)) {
      const answer = await this.ask(`connectors/${connector}/config`, 'PUT', configuration);
      if (answer?.ok) return true;
      if (answer?.status === 400) throw new Error(await answer.text());
    }
    return false;
  }

  async status(connector: string): Promise<ConnectorStatus | undefined> {
    const answer = await this.ask(`connectors/${connector}/status`);
    return answer?.ok ? ((await answer.json()) as ConnectorStatus) : undefined;
  }

  /** What the REST interface says of a connector and its tasks. */
  async told(connector: string): Promise<string> {
    const parts = ['', '/config', '/status', '/tasks'].map((part) => this.ask(`connectors/${connector}${part}`));
    const answers = await Promise.all(parts);
    return (await Promise.all(answers.map((answer) => answer?.text() ?? ''))).join('\n');
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 5_000);
    await this.ended;
    clearTimeout(timer);
  }

  private ask(path: string, method = 'GET', body?: object): Promise<Response | undefined> {
    return fetch(`${this.props.listener}/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(5_000),
    }).catch(() => undefined);
  }
}
