import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { parse } from 'yaml';
import type { Manifest } from './manifests';

interface Kubeconfig {
  readonly clusters: readonly { readonly cluster: { readonly server: string; 'certificate-authority-data': string } }[];
  readonly users: readonly { readonly user: { 'client-certificate-data': string; 'client-key-data': string } }[];
}

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

export interface Answer {
  readonly status: number;
  readonly body: { readonly message?: string } & Readonly<Record<string, unknown>>;
}

/**
 * Sends what `kubectl apply --server-side --dry-run=server --validate=strict` sends, many at a time: kubectl gives one
 * object after the other, with two requests for each.
 */
export class ApiClient {
  private readonly resources = new Map<string, Resource>();

  private constructor(
    private readonly server: string,
    private readonly agent: Agent,
  ) {}

  /** Reads what the server serves. */
  static async connect(kubeconfig: string): Promise<ApiClient> {
    const { clusters, users } = parse(readFileSync(kubeconfig, 'utf8')) as Kubeconfig;
    const [cluster, user] = [clusters[0]?.cluster, users[0]?.user];
    if (!cluster || !user) throw new Error(`${kubeconfig} names no cluster and user`);
    const decode = (data: string) => Buffer.from(data, 'base64');
    const client = new ApiClient(
      cluster.server,
      new Agent({
        keepAlive: true,
        maxSockets: 8,
        ca: decode(cluster['certificate-authority-data']),
        cert: decode(user['client-certificate-data']),
        key: decode(user['client-key-data']),
      }),
    );
    await client.discover();
    return client;
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** The server's judgement of one object: 200 or 201 where it would take it. Nothing is stored. */
  judge(object: Manifest): Promise<Answer> {
    return this.apply(object, 'dryRun=All&');
  }

  /** Judges all, in the order of the objects. */
  judgeAll(objects: readonly Manifest[]): Promise<Answer[]> {
    return Promise.all(objects.map((object) => this.judge(object)));
  }

  /** Stores it. @throws Error when it is refused */
  async store(object: Manifest): Promise<void> {
    const { status, body } = await this.apply(object, '');
    if (status >= 300) throw new Error(`${object.kind} ${object.metadata.name}: ${body.message}`);
  }

  close(): void {
    this.agent.destroy();
  }

  /** Whether its kind, in its version, is served. */
  serves({ apiVersion, kind }: Manifest): boolean {
    return this.resources.has(`${apiVersion}/${kind}`);
  }

  private apply(object: Manifest, option: string): Promise<Answer> {
    const { apiVersion, kind, metadata } = object;
    const resource = this.resources.get(`${apiVersion}/${kind}`);
    // What kubectl says of it, before it asks.
    if (!resource) return Promise.resolve({ status: 404, body: { message: `no matches for kind "${kind}"` } });
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const namespace = resource.namespaced ? `/namespaces/${metadata.namespace ?? 'default'}` : '';
    const options = `${option}fieldManager=test&fieldValidation=Strict`;
    return this.send('PATCH', `${root}${namespace}/${resource.name}/${metadata.name}?${options}`, object);
  }

  private async discover(): Promise<void> {
    const { body } = await this.get('/apis');
    const groups = (body.groups as { versions: { groupVersion: string }[] }[]) ?? [];
    const versions = ['v1', ...groups.flatMap((group) => group.versions.map(({ groupVersion }) => groupVersion))];
    await Promise.all(
      versions.map(async (version) => {
        const { body } = await this.get(version === 'v1' ? '/api/v1' : `/apis/${version}`);
        for (const resource of (body.resources as Resource[]) ?? [])
          if (!resource.name.includes('/')) this.resources.set(`${version}/${resource.kind}`, resource);
      }),
    );
  }

  private send(method: string, path: string, body?: unknown): Promise<Answer> {
    return new Promise((answer, fail) => {
      // JSON is YAML.
      const headers = body ? { 'content-type': 'application/apply-patch+yaml' } : {};
      const sent = request(`${this.server}${path}`, { method, headers, agent: this.agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.once('error', fail);
        response.once('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          answer({
            status: response.statusCode ?? 0,
            body: text.startsWith('{') ? JSON.parse(text) : { message: text },
          });
        });
      });
      sent.once('error', fail);
      sent.end(body ? JSON.stringify(body) : undefined);
    });
  }
}
