import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import {
  brokerExporter,
  type JmxExporterConfiguration,
  mirrorMakerExporter,
} from '../../render/monitoring/jmx-exporter';
import { lagExporterConfiguration, lagExporterPermissions, restlessLabels } from '../../render/monitoring/lag-exporter';
import { foldersOf } from '../../workflows/folders';
import { type ClusterConnection, down, type LocalClusterSpec, status, up } from '../../workflows/local/cluster';
import { jarsFolder } from '../../workflows/local/distribution';
import { freePorts } from './free-ports';
import { JavaProcess } from './java-process';
import { KafkaTools } from './kafka-tools';
import { lagExporterBinary } from './lag-exporter';
import { Project, type Ran } from './project';
import { prometheusBinaries } from './prometheus';
import type { ScrapeTarget } from './prometheus-server';

const nodes = [1, 2, 3];
const lagUser = 'lag-exporter';
const lagPassword = 'of-this-test-only';

/** What is monitored: as `MonitoredCluster`, and the names of what runs beside it. */
export const monitored = {
  cluster: 'main',
  namespace: 'kafka',
  mirrorMaker: 'standby',
  source: 'main',
  target: 'standby',
};

/** A local cluster, its lag exporter and a MirrorMaker 2, each with the exporter configuration that the kit renders. */
export class MonitoredLocalCluster {
  readonly project = new Project();
  private readonly spec: LocalClusterSpec;
  private readonly beside: (JavaProcess | ChildProcess)[] = [];

  /** What has to be built or fetched is there before anything runs. */
  static async create(): Promise<MonitoredLocalCluster> {
    prometheusBinaries();
    lagExporterBinary();
    return new MonitoredLocalCluster(await freePorts(nodes.length + 3));
  }

  private constructor(private readonly ports: readonly number[]) {
    const { cache } = foldersOf('.', process.env);
    this.spec = {
      name: 'test/monitored',
      folder: join(this.project.folder, 'cluster'),
      cache,
      version: '4.3.1',
      nodes: nodes.length,
      javaOptions: (node) => [this.agent(ports[node - 1] ?? 0, 'broker', brokerExporter)],
    };
  }

  get prometheusPort(): number {
    return this.ports.at(-1) ?? 0;
  }

  /** Each target with the labels that its pod would have. */
  get targets(): ScrapeTarget[] {
    const { namespace } = monitored;
    const here = { namespace, strimzi_io_cluster: monitored.cluster };
    return [
      ...nodes.map((node) => ({
        job: `node-${node}`,
        address: `127.0.0.1:${this.ports[node - 1]}`,
        labels: { ...here, pod: `main-broker-${node}`, strimzi_io_broker_role: 'true', strimzi_io_pool_name: 'broker' },
      })),
      {
        job: 'mirror-maker',
        address: `127.0.0.1:${this.ports[nodes.length]}`,
        labels: { namespace, strimzi_io_cluster: monitored.mirrorMaker, pod: 'standby-mirrormaker2-0' },
      },
      {
        job: 'lag-exporter',
        address: `127.0.0.1:${this.ports[nodes.length + 1]}`,
        labels: { ...here, pod: 'main-lag-exporter' },
        dropped: restlessLabels,
      },
    ];
  }

  up(): Promise<ClusterConnection> {
    return up(this.spec, () => undefined);
  }

  /** Ends one broker as a power cut would. */
  async kill(node: number): Promise<void> {
    const { pid } = (await status(this.spec)).nodes[node - 1] ?? {};
    if (pid) process.kill(pid, 'SIGKILL');
  }

  /** The lag exporter as a user of its own, with exactly the permissions that the kit gives it. */
  startLagExporter(connection: ClusterConnection): void {
    const tools = new KafkaTools(this.project, connection);
    tools.addScramUser(lagUser, lagPassword);
    for (const { resourceType, operations } of lagExporterPermissions)
      tools.acl(
        ...['--add', '--allow-principal', `User:${lagUser}`, `--${resourceType.toLowerCase()}`, '*'],
        ...operations.flatMap((operation) => ['--operation', operation]),
      );
    const file = join(this.project.folder, 'lag-exporter.toml');
    const configuration = lagExporterConfiguration({
      cluster: monitored.cluster,
      bootstrapServers: connection.bootstrapServers,
      every: 5,
      port: this.ports[nodes.length + 1],
      properties: {
        'security.protocol': 'SASL_SSL',
        'sasl.mechanism': 'SCRAM-SHA-512',
        'sasl.username': lagUser,
        'sasl.password': '$' + '{KAFKA_PASSWORD}',
        'ssl.ca.location': connection.caFile,
      },
    });
    writeFileSync(file, configuration);
    const exporter = spawn(lagExporterBinary(), ['--config', file], { env: { KAFKA_PASSWORD: lagPassword } });
    const log = createWriteStream(join(this.project.folder, 'lag-exporter.log'));
    exporter.stdout.pipe(log);
    exporter.stderr.pipe(log);
    this.beside.push(exporter);
  }

  /** What the lag exporter's user gets when it wants to read records itself. */
  readAsLagExporter(connection: ClusterConnection, topic: string): Ran {
    const file = join(this.project.folder, 'lag-exporter.properties');
    const login = `org.apache.kafka.common.security.scram.ScramLoginModule required username="${lagUser}" password="${lagPassword}";`;
    const properties = readFileSync(connection.adminClientFile, 'utf8').split('\n');
    const own = properties.map((line) => (line.startsWith('sasl.jaas.config') ? `sasl.jaas.config=${login}` : line));
    writeFileSync(file, own.join('\n'));
    return new KafkaTools(this.project, connection).read(file, topic);
  }

  /** MirrorMaker from the cluster to itself, under another alias: its metrics are the same as between two. */
  startMirrorMaker(connection: ClusterConnection, topic: string): void {
    const client = readFileSync(connection.adminClientFile, 'utf8').trim().split('\n');
    const { source, target } = monitored;
    const lines = [
      `clusters=${source},${target}`,
      ...[source, target].flatMap((alias) => [
        `${alias}.bootstrap.servers=${connection.bootstrapServers}`,
        ...client.filter((line) => !line.startsWith('bootstrap.servers')).map((line) => `${alias}.${line}`),
      ]),
      `${source}->${target}.enabled=true`,
      `${source}->${target}.topics=${topic}`,
      `${target}->${source}.emit.heartbeats.enabled=false`,
      'replication.factor=1',
      ...['checkpoints', 'heartbeats', 'offset-syncs'].map((name) => `${name}.topic.replication.factor=1`),
      ...['config', 'offset', 'status'].map((name) => `${name}.storage.replication.factor=1`),
    ];
    const file = join(this.project.folder, 'mirror-maker.properties');
    writeFileSync(file, `${lines.join('\n')}\n`);
    this.start(connection, 'org.apache.kafka.connect.mirror.MirrorMaker', [file], {
      options: [this.agent(this.ports[nodes.length] ?? 0, 'mirror-maker', mirrorMakerExporter)],
    });
  }

  start(
    connection: ClusterConnection,
    main: string,
    args: readonly string[],
    { options = [] }: { readonly options?: readonly string[] } = {},
  ): JavaProcess {
    const started = new JavaProcess({ connection, folder: this.project.folder, main, args, options });
    this.beside.push(started);
    return started;
  }

  async remove(): Promise<void> {
    await Promise.all(
      this.beside.map((running) => (running instanceof JavaProcess ? running.stop() : running.kill('SIGTERM'))),
    );
    await down(this.spec, () => undefined, { data: 'destroy' });
    this.project.remove();
  }

  private agent(port: number, name: string, configuration: JmxExporterConfiguration): string {
    const file = join(this.project.folder, `${name}-exporter.yaml`);
    writeFileSync(file, stringify(configuration));
    return `-javaagent:${join(jarsFolder(this.spec.cache), 'jmx_prometheus_javaagent-1.0.1.jar')}=127.0.0.1:${port}:${file}`;
  }
}
