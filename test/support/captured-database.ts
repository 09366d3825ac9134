import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectInternals } from '../../model/connect-cluster';
import { type ConnectorSecretInput, connectorGroup } from '../../model/connector';
import type { Permission } from '../../model/permissions';
import { postgresNames } from '../../model/postgres';
import type { Resolved } from '../../model/resolved';
import { connectorConfiguration } from '../../render/connect/connector-configuration';
import { environmentFolders } from '../../workflows/folders';
import { type ClusterConnection, connection } from '../../workflows/local/cluster';
import { specOf } from '../../workflows/local-environment/clusters';
import type { JavaTools } from '../../workflows/prove/java';
import { AdminConsole } from './admin-console';
import { captureDescription, type Variant } from './capture-description';
import { fetchPlugin } from './connect-plugins';
import { resolve } from './describe';
import { DistributedConnect } from './distributed-connect';
import { freePorts } from './free-ports';
import { clientProperties } from './mirror-maker';
import { PostgresServer } from './postgres-server';
import { Project, succeed } from './project';

const names = postgresNames('inventory');
export const table = names.table('public.orders');

/** A local cluster, deployed by the command, a real database, and workers under exactly the permissions of the description. */
export class CapturedDatabase {
  readonly project = new Project();
  readonly password = randomBytes(12).toString('hex');
  private readonly folder = mkdtempSync(join(tmpdir(), 'kafka-kit-connect-'));
  private readonly archive = join(this.folder, 'archive.jsonl');
  readonly resolved: Resolved;
  private readonly postgres: PostgresServer;
  private readonly listener: string;
  private console?: AdminConsole;
  private plugins: string[] = [];

  static async prepare(variant: Variant): Promise<CapturedDatabase> {
    const [postgres = 0, rest = 0] = await freePorts(2);
    return new CapturedDatabase(postgres, rest, variant);
  }

  private constructor(
    postgresPort: number,
    rest: number,
    private readonly variant: Variant,
  ) {
    const described = captureDescription(postgresPort, this.archive, variant);
    this.resolved = resolve(described);
    this.postgres = new PostgresServer(postgresPort);
    this.listener = `http://127.0.0.1:${rest}`;
    this.project.write('environments/capture.yaml', described);
  }

  async start(): Promise<void> {
    await this.postgres.start();
    this.makeDatabase(this.variant);
    succeed(this.project.kit('up', 'capture'));
    succeed(this.project.kit('deploy', 'capture'));
    this.plugins = [...this.resolved.plugins.values()].map((plugin) => fetchPlugin(plugin, this.project.folders.cache));
    for (const [secret, values] of Object.entries(this.secrets))
      for (const [key, value] of Object.entries(values)) {
        mkdirSync(join(this.folder, secret), { recursive: true });
        writeFileSync(join(this.folder, secret, key), value, { mode: 0o600 });
      }
    this.console = await AdminConsole.start({ main: this.local.adminClientFile }, this.tools);
  }

  private makeDatabase({ publication }: Variant): void {
    this.sql(`create role debezium login replication password '${this.password}'`, 'postgres');
    this.sql('create database shop', 'postgres');
    this.sql(
      "create table orders (id serial primary key, state text); insert into orders (state) values ('new'), ('new')",
    );
    if (publication) {
      this.sql('grant select on orders to debezium');
      this.sql(`create publication ${publication} for table orders`);
    } else this.sql('alter table orders owner to debezium; alter database shop owner to debezium');
  }

  async stop(): Promise<void> {
    this.console?.stop();
    await this.postgres.stop();
    succeed(this.project.kit('down', 'capture', '--data', 'destroy'));
    this.project.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }

  sql(statements: string, database = 'shop'): string {
    return this.postgres.sql(statements, database);
  }

  get admin(): AdminConsole {
    return requireDefined(this.console);
  }

  /** The workers, with the configuration that the kit renders; whoever starts them stops them. */
  startWorkers(): DistributedConnect {
    const cluster = requireDefined(this.resolved.connectClusters.get('pipeline'));
    const place = { client: this.client, listener: this.listener, pluginPath: this.plugins };
    return new DistributedConnect({ ...cluster, ...place }, this.folder, this.tools);
  }

  /** Whether they take both connectors. */
  async give(workers: DistributedConnect): Promise<boolean> {
    const taken = await Promise.all(
      ['inventory', 'archive'].map((name) => workers.take(name, this.configuration(name), 30_000)),
    );
    return taken.every(Boolean);
  }

  /** Asks for the table's rows by the signal topic. */
  async askForSnapshot(): Promise<void> {
    const data = { 'data-collections': ['public.orders'], type: 'INCREMENTAL' };
    const signal = { id: String(Date.now()), type: 'execute-snapshot', data };
    await this.admin.send('main', names.signal, 'inventory', JSON.stringify(signal));
  }

  /** A permission of the workers' user. */
  permission(resourceName: string, operation: string, resourceType?: string): Permission {
    return requireDefined(
      this.resolved.permissions.find(
        (one) =>
          one.application === 'pipeline' &&
          one.resourceName === resourceName &&
          one.operation === operation &&
          (resourceType === undefined || one.resourceType === resourceType),
      ),
    );
  }

  /** What the workers' user proves itself with. */
  ownSecrets(): string[] {
    return Object.values(this.secrets).flatMap((values) =>
      Object.entries(values).flatMap(([key, value]) =>
        key === 'username' ? [] : [...(/password="([^"]+)"/.exec(value)?.slice(1) ?? [value])],
      ),
    );
  }

  /** What Kafka Connect is given: secrets as references to files. */
  configuration(connector: string): Record<string, string> {
    const reference = ({ secret, key }: ConnectorSecretInput) => `\${directory:${join(this.folder, secret)}:${key}}`;
    const { 'bootstrap.servers': bootstrapServers = '', ...client } = this.client;
    return {
      ...connectorConfiguration(requireDefined(this.resolved.connectors.get(connector)), {
        reference,
        client: {
          bootstrapServers,
          properties: { ...client, 'sasl.jaas.config': reference({ secret: 'pipeline', key: 'sasl.jaas.config' }) },
        },
      }),
      'connector.class': requireDefined(this.resolved.connectors.get(connector)).class,
      'tasks.max': '1',
    };
  }

  async until<State>(look: () => Promise<State>, enough: (state: State) => boolean, within = 60_000): Promise<State> {
    for (const deadline = Date.now() + within; ; await sleep(500)) {
      const state = await look();
      if (enough(state) || Date.now() > deadline) return state;
    }
  }

  /** The workers have nothing any more, and the file is empty. */
  async forget(): Promise<void> {
    const { groupId, configStorageTopic, offsetStorageTopic, statusStorageTopic } = connectInternals('pipeline');
    const internals = [configStorageTopic, offsetStorageTopic, statusStorageTopic];
    const there = await this.admin.topics('main');
    await this.admin.deleteTopics(
      'main',
      there.filter((topic) => internals.includes(topic)),
    );
    for (const group of [groupId, connectorGroup('archive')])
      await this.admin.deleteGroup('main', group).catch(() => undefined);
    rmSync(this.archive, { force: true });
  }

  /** How many records there are of each kind. */
  counts = async () => ({
    table: await this.admin.records('main', table),
    heartbeats: await this.admin.records('main', names.heartbeat),
  });

  rows = (): number => Number(this.sql('select count(*) from orders'));

  /** What the table's topic has is in the file. */
  sunk = (): boolean => existsSync(this.archive) && readFileSync(this.archive, 'utf8') !== '';

  private get secrets(): Readonly<Record<string, Readonly<Record<string, string>>>> {
    return {
      inventory: { username: 'debezium', password: this.password },
      pipeline: { 'sasl.jaas.config': this.client['sasl.jaas.config'] ?? '' },
    };
  }

  /** How the workers' user reaches the cluster, and nothing of how a program behaves. */
  private get client(): Record<string, string> {
    const { folders } = this.project;
    const file = join(environmentFolders(folders, 'capture').client('pipeline'), 'client.properties');
    const all = Object.entries(clientProperties(file));
    return Object.fromEntries(all.filter(([key]) => /^(bootstrap\.servers|security\.|sasl\.|ssl\.)/.test(key)));
  }

  private get tools(): JavaTools {
    return { ...this.local, cache: this.project.folders.cache };
  }

  private get local(): ClusterConnection {
    const spec = specOf(this.resolved, requireDefined(this.resolved.clusters.get('main')), this.project.folders);
    return requireDefined(connection(spec));
  }
}

function requireDefined<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there');
  return value;
}
