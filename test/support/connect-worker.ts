import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Replication } from '../../model/replication';
import type { MirrorClients } from '../../render/mirror-maker/dedicated';
import { mirroring } from '../../render/mirror-maker/mirroring';
import { propertiesFile } from '../../render/properties-file';
import type { JavaTools } from '../../workflows/prove/java';

const connectors = { source: 'MirrorSourceConnector', checkpoint: 'MirrorCheckpointConnector' } as const;
const bytes = 'org.apache.kafka.connect.converters.ByteArrayConverter';

/** A worker of Kafka Connect that is told through its REST interface what to run, as Strimzi does with the same settings. */
export class ConnectWorker {
  private constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
  ) {}

  /** Returns when the worker has taken both connectors. */
  static async start(
    replication: Replication,
    { clients, folder }: { readonly clients: MirrorClients; readonly folder: string },
    { java, jars }: JavaTools,
  ): Promise<ConnectWorker> {
    const url = `http://127.0.0.1:${await freePort()}`;
    const file = join(folder, 'worker.properties');
    writeFileSync(file, propertiesFile(workerProperties(replication, clients, url)), { mode: 0o600 });
    const options = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Dlog4j2.level=OFF'];
    const main = ['-cp', join(jars, '*'), 'org.apache.kafka.connect.cli.ConnectDistributed', file];
    const worker = new ConnectWorker(spawn(java, [...options, ...main], { env: {}, stdio: 'ignore' }), url);
    for (const [name, configuration] of Object.entries(connectorConfigurations(replication, clients)))
      await worker.put(name, configuration);
    return worker;
  }

  /** The state of a connector as soon as one is known; nothing when none is within so many milliseconds. */
  async state(connector: keyof typeof connectors, within: number): Promise<string | undefined> {
    for (const deadline = Date.now() + within; Date.now() < deadline; await sleep(500)) {
      const answer = await fetch(`${this.url}/connectors/${connector}/status`);
      if (answer.ok) return ((await answer.json()) as { connector: { state: string } }).connector.state;
    }
    return undefined;
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.child.once('close', done));
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(timer);
  }

  private async put(connector: string, configuration: Readonly<Record<string, string>>): Promise<void> {
    const deadline = Date.now() + 90_000;
    for (;;) {
      const answer = await fetch(`${this.url}/connectors/${connector}/config`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(configuration),
      }).catch(() => undefined);
      if (answer?.ok) return;
      if (Date.now() > deadline) throw new Error(`the worker does not take '${connector}': ${await answer?.text()}`);
      await sleep(500);
    }
  }
}

function workerProperties(replication: Replication, { target }: MirrorClients, url: string): Record<string, string> {
  const { worker } = mirroring(replication);
  const security = Object.fromEntries(Object.entries(target).filter(([key]) => key !== 'bootstrap.servers'));
  return {
    ...target,
    ...prefixed('producer.', security),
    ...prefixed('consumer.', security),
    ...prefixed('admin.', security),
    ...worker.config,
    'group.id': worker.groupId,
    'config.storage.topic': worker.configStorageTopic,
    'offset.storage.topic': worker.offsetStorageTopic,
    'status.storage.topic': worker.statusStorageTopic,
    'key.converter': bytes,
    'value.converter': bytes,
    'header.converter': bytes,
    listeners: url,
  };
}

function connectorConfigurations(replication: Replication, { source, target }: MirrorClients) {
  const told = mirroring(replication);
  const shared = {
    'source.cluster.alias': replication.from,
    'target.cluster.alias': replication.to,
    ...prefixed('source.cluster.', source),
    ...prefixed('target.cluster.', target),
    topics: told.topicsPattern,
    'topics.exclude': told.topicsExcludePattern,
    groups: told.groupsPattern,
    'groups.exclude': told.groupsExcludePattern,
    'tasks.max': String(told.tasksMax),
  };
  const of = (kind: keyof typeof connectors) => `org.apache.kafka.connect.mirror.${connectors[kind]}`;
  return {
    source: { ...shared, ...told.sourceConnector, 'connector.class': of('source') },
    checkpoint: { ...shared, ...told.checkpointConnector, 'connector.class': of('checkpoint') },
  };
}

const prefixed = (prefix: string, properties: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [`${prefix}${key}`, value]));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
