import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiObject } from 'cdk8s';
import { kubernetesApp } from '../../charts/kubernetes-app';
import type { Permission } from '../../model/permissions';
import { registryTopics } from '../../model/schema-registry';
import { kafkaConfig } from '../../model/topic';
import { foldersOf } from '../../workflows/folders';
import { issueCertificate } from '../../workflows/local/certificate-authority';
import { type ClusterConnection, down, type LocalClusterSpec, up } from '../../workflows/local/cluster';
import { clusterFolder } from '../../workflows/local/cluster-folder';
import { AdminConsole } from './admin-console';
import { type Description, resolve, small } from './describe';
import { freePorts } from './free-ports';
import { Project } from './project';

const described = {
  ...small,
  kubernetes: {},
  clusters: { main: { backend: 'strimzi', brokers: 1, controllers: 1 } },
  schemaRegistries: { schemas: { owner: 'orders', issuer: 'company' } },
} as const satisfies Description;

const password = 'of-this-test-only';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a registry says
  readonly body: any;
}

/** How a start of the registry went; refused is what its log says that brokers did. */
export type Outcome = 'ready' | 'refused' | 'ended' | 'not ready';

/**
 * A broker of this machine with the topics, the user and the permissions that a described schema registry has, and the
 * real registry as the described Deployment would run it.
 */
export class RegisteredShop {
  readonly resolved = resolve(described);
  private readonly project = new Project();
  private readonly spec: LocalClusterSpec = {
    name: 'test/registered',
    folder: join(this.project.folder, 'cluster'),
    cache: foldersOf('.', process.env).cache,
    version: '4.3.1',
    nodes: 1,
  };
  private connection?: ClusterConnection;
  private console?: AdminConsole;
  private registry?: ChildProcess;
  private ports: readonly number[] = [];
  private starts = 0;

  constructor(
    private readonly java: string,
    private readonly distribution: string,
  ) {}

  get permissions(): Permission[] {
    return this.resolved.permissions.filter(({ application }) => application === 'schemas');
  }

  /** Starts the broker, and makes there what the description becomes. */
  async prepare(): Promise<void> {
    this.ports = await freePorts(2);
    this.connection = await up(this.spec, () => undefined);
    const { java, jars, adminClientFile } = this.connection;
    this.console = await AdminConsole.start({ main: adminClientFile }, { java, jars, cache: this.spec.cache });
    await this.console.addUser('main', 'schemas', password);
    for (const name of Object.values(registryTopics('schemas'))) {
      const topic = this.resolved.topics.get(name);
      if (topic) await this.console.createTopic('main', name, kafkaConfig(topic));
    }
    for (const permission of this.permissions) await this.console.grant('main', permission);
    await this.writeFiles(this.connection);
  }

  /** The files that the Deployment mounts. */
  private async writeFiles({ caFile }: ClusterConnection): Promise<void> {
    const authority = clusterFolder(this.spec.folder);
    const { certificate, key } = await issueCertificate(authority, {
      commonName: 'schemas',
      days: 2,
      hosts: ['127.0.0.1'],
    });
    for (const [path, text] of [
      ['authority/ca.crt', readFileSync(caFile, 'utf8')],
      ['certificate/tls.crt', certificate],
      ['certificate/tls.key', key],
    ] as const) {
      const file = join(this.project.folder, path);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, text, { mode: 0o600 });
    }
  }

  /** The variables of the described Deployment; only addresses, ports and folders are this machine's. */
  private get variables(): Record<string, string> {
    const [https = 0, management = 0] = this.ports;
    const here: Readonly<Record<string, string>> = {
      APICURIO_KAFKASQL_BOOTSTRAP_SERVERS: this.connection?.bootstrapServers ?? '',
      QUARKUS_HTTP_SSL_PORT: String(https),
      QUARKUS_MANAGEMENT_PORT: String(management),
    };
    const told: Record<string, string> = {};
    for (const { name, value, valueFrom } of renderedVariables(this.resolved)) {
      const text = valueFrom ? password : (here[name] ?? value ?? '');
      told[name] = text
        .replace('/etc/kafka/authority', join(this.project.folder, 'authority'))
        .replace('/etc/registry/certificate', join(this.project.folder, 'certificate'))
        // As Kubernetes does with variables that stand before.
        .replace(/\$\((\w+)\)/g, (_, variable) => told[variable] ?? '');
    }
    // A test machine's: nobody else may call it, and it waits a second, not five, to see that a topic has no more.
    const loopback = { QUARKUS_HTTP_HOST: '127.0.0.1', QUARKUS_MANAGEMENT_HOST: '127.0.0.1' };
    return { ...told, ...loopback, APICURIO_KAFKASQL_CONSUMER_POLL_TIMEOUT: '1000' };
  }

  /** Returns when it is ready, when brokers have refused it something, when it has ended, or after two minutes. */
  async start(): Promise<Outcome> {
    const started = Date.now();
    const temporary = join(this.project.folder, 'tmp');
    mkdirSync(temporary, { recursive: true });
    const options = ['-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', `-Djava.io.tmpdir=${temporary}`];
    const log = join(this.project.folder, `registry-${++this.starts}.log`);
    const registry = spawn(this.java, [...options, '-jar', join(this.distribution, 'quarkus-run.jar')], {
      cwd: this.distribution,
      env: { ...this.variables, QUARKUS_LOG_FILE_ENABLED: 'true', QUARKUS_LOG_FILE_PATH: log },
      stdio: 'ignore',
    });
    this.registry = registry;
    for (;;) {
      const ended = registry.exitCode !== null || registry.signalCode !== null;
      if (await this.isReady()) return 'ready';
      if (existsSync(log) && readFileSync(log, 'utf8').includes('AuthorizationException')) return 'refused';
      if (ended) return 'ended';
      if (Date.now() - started > 120_000) return 'not ready';
      await sleep(200);
    }
  }

  private async isReady(): Promise<boolean> {
    const health = await fetch(`http://127.0.0.1:${this.ports[1]}/health/ready`).catch(() => undefined);
    // It says that it is a moment before its port for clients is open.
    return health?.ok === true && (await this.call('GET', '/subjects').catch(() => undefined))?.status === 200;
  }

  async stop(): Promise<void> {
    const { registry } = this;
    if (!registry || registry.exitCode !== null || registry.signalCode !== null) return;
    const ended = new Promise((done) => registry.once('close', done));
    registry.kill('SIGTERM');
    const late = setTimeout(() => registry.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(late);
  }

  /** What happens to a run of the registry while one permission is missing. */
  async without(permission: Permission, run: () => Promise<Answer | undefined> = async () => undefined) {
    await this.stop();
    await this.console?.withdraw('main', permission);
    try {
      const outcome = await this.start();
      return { outcome, answer: outcome === 'ready' ? await run() : undefined };
    } finally {
      await this.stop();
      await this.console?.grant('main', permission);
    }
  }

  /** A call as clients of Confluent's registry make it, over HTTPS. */
  call(method: string, path: string, body?: unknown): Promise<Answer> {
    return new Promise((done, failed) => {
      const calling = request(
        `https://127.0.0.1:${this.ports[0]}/apis/ccompat/v7${path}`,
        {
          method,
          ca: readFileSync(this.connection?.caFile ?? ''),
          headers: { 'Content-Type': 'application/vnd.schemaregistry.v1+json' },
        },
        (response) => {
          let text = '';
          response.on('data', (data) => {
            text += data;
          });
          response.on('end', () =>
            done({ status: response.statusCode ?? 0, body: text ? JSON.parse(text) : undefined }),
          );
        },
      );
      calling.once('error', failed);
      calling.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  async remove(): Promise<void> {
    await this.stop();
    this.console?.stop();
    await down(this.spec, () => undefined, { data: 'destroy' });
    this.project.remove();
  }
}

interface RenderedVariable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: unknown;
}

function renderedVariables(resolved: RegisteredShop['resolved']): RenderedVariable[] {
  const deployment = kubernetesApp(resolved, { folder: 'unused' })
    .node.findAll()
    .filter(ApiObject.isApiObject)
    .find(({ kind, name }) => kind === 'Deployment' && name === 'schemas');
  return deployment?.toJson().spec.template.spec.containers[0].env ?? [];
}
