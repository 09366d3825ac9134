import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Replication } from '../../model/replication';
import { dedicatedMirrorMaker, type MirrorClients } from '../../render/mirror-maker/dedicated';
import { propertiesFile } from '../../render/properties-file';
import type { JavaTools } from '../../workflows/prove/java';

export interface MirrorMakerPlace {
  readonly clients: MirrorClients;
  /** A folder for the program's own file, which holds what the clients hold. */
  readonly folder: string;
}

/** Kafka's own program, with the configuration that the kit renders. */
export class MirrorMakerProcess {
  /** Warnings and errors. */
  readonly output: string[] = [];
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;

  constructor(replication: Replication, { clients, folder }: MirrorMakerPlace, { java, jars }: JavaTools) {
    const properties = join(folder, 'mirror-maker.properties');
    writeFileSync(properties, propertiesFile(dedicatedMirrorMaker(replication, clients)), { mode: 0o600 });
    const options = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Dlog4j2.level=WARN'];
    const main = ['-cp', join(jars, '*'), 'org.apache.kafka.connect.mirror.MirrorMaker', properties];
    this.child = spawn(java, [...options, ...main], { env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr])
      if (stream) createInterface({ input: stream }).on('line', (line) => this.output.push(line));
    this.ended = new Promise((resolve) => this.child.once('close', () => resolve()));
  }

  /** It waits for connectors that never start: after five seconds it is killed. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 5_000);
    await this.ended;
    clearTimeout(timer);
  }
}

/** Of a client file. The kit writes a property a line; the client's id is an application's, not MirrorMaker's. */
export const clientProperties = (file: string): Record<string, string> =>
  Object.fromEntries(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('client.id='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
