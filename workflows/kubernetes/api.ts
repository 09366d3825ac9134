import { ApiError } from './api-error';
import { groupOf, type KubernetesObject, type LiveObject } from './object';
import type { Answer, Question } from './proxy';

/** Who holds the fields that the kit says. https://kubernetes.io/docs/reference/using-api/server-side-apply/ */
export const fieldManager = 'kafka-platform-kit';

/** How the API server serves a kind. */
export interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  /** `kafkatopics`: its name in paths. */
  readonly plural: string;
  readonly namespaced: boolean;
}

export interface ApplyOptions {
  /** Nothing is stored; the answer is what would be. Default: false. */
  readonly dryRun?: boolean;
  /** Takes fields from those who hold them. Default: false, a conflict is an error. */
  readonly force?: boolean;
}

/** Objects a page. */
const page = 500;

/** The few requests that a deploy needs. All throw {@link ApiError}. */
export class KubernetesApi {
  constructor(private readonly ask: (question: Question) => Promise<Answer>) {}

  /** What a version of a group serves, and nothing where the server does not have it. */
  async resources(apiVersion: string): Promise<Resource[]> {
    const found = await this.find<{ resources: { name: string; kind: string; namespaced: boolean }[] }>(
      rootOf(apiVersion),
    );
    return (found?.resources ?? [])
      .filter(({ name }) => !name.includes('/'))
      .map(({ name, kind, namespaced }) => ({ apiVersion, kind, plural: name, namespaced }));
  }

  /** `kafka.strimzi.io/v1`: the version of a group that the server prefers. */
  async preferredVersion(group: string): Promise<string | undefined> {
    if (group === '') return 'v1';
    const found = await this.find<{ preferredVersion: { groupVersion: string } }>(`/apis/${group}`);
    return found?.preferredVersion.groupVersion;
  }

  get(resource: Resource, name: string, namespace?: string): Promise<LiveObject | undefined> {
    return this.find(`${collectionOf(resource, namespace)}/${encodeURIComponent(name)}`);
  }

  async list(resource: Resource, namespace: string | undefined, labelSelector?: string): Promise<LiveObject[]> {
    const { apiVersion, kind } = resource;
    const objects: LiveObject[] = [];
    for (let token = ''; ; ) {
      const query = new URLSearchParams({ limit: String(page), ...(token && { continue: token }) });
      if (labelSelector) query.set('labelSelector', labelSelector);
      const { items, metadata } = await this.request<{ items: LiveObject[]; metadata: { continue?: string } }>({
        method: 'GET',
        path: `${collectionOf(resource, namespace)}?${query}`,
      });
      // Items of a list do not say what they are.
      objects.push(...items.map((item) => ({ ...item, apiVersion, kind })));
      token = metadata.continue ?? '';
      if (token === '') return objects;
    }
  }

  /** Server-side apply, strict: an unknown field is refused. Returns the object as it then is, or would be. */
  apply(resource: Resource, object: KubernetesObject, { dryRun, force }: ApplyOptions = {}): Promise<LiveObject> {
    const { name, namespace } = object.metadata;
    const query = new URLSearchParams({ fieldManager, fieldValidation: 'Strict', force: String(force ?? false) });
    if (dryRun) query.set('dryRun', 'All');
    return this.request({
      method: 'PATCH',
      path: `${collectionOf(resource, namespace)}/${encodeURIComponent(name)}?${query}`,
      // JSON is YAML.
      body: JSON.stringify(object),
      contentType: 'application/apply-patch+yaml',
    });
  }

  /** Deletes just this object: one that was made anew under its name stays. It is gone already: nothing happens. */
  async remove(resource: Resource, { metadata: { name, namespace, uid } }: LiveObject): Promise<void> {
    await this.find(`${collectionOf(resource, namespace)}/${encodeURIComponent(name)}`, {
      method: 'DELETE',
      body: JSON.stringify({
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        propagationPolicy: 'Background',
        preconditions: { uid },
      }),
      contentType: 'application/json',
    });
  }

  private async find<Body>(path: string, question: Omit<Question, 'path'> = { method: 'GET' }) {
    try {
      return await this.request<Body>({ ...question, path });
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** Every question may be asked twice with the same end, so a server that is busy is asked again. */
  private async request<Body>(question: Question): Promise<Body> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.ask(question);
      if (answer.status >= 200 && answer.status < 300) return JSON.parse(answer.body) as Body;
      if (![429, 503, 504].includes(answer.status) || attempt === attempts) throw ApiError.of(answer);
      await new Promise((done) => setTimeout(done, Math.min(answer.retryAfter ?? attempt, 10) * 1000));
    }
  }
}

const attempts = 4;

const rootOf = (apiVersion: string): string => (groupOf(apiVersion) ? `/apis/${apiVersion}` : `/api/${apiVersion}`);

const collectionOf = ({ apiVersion, plural, namespaced }: Resource, namespace?: string): string =>
  [rootOf(apiVersion), ...(namespaced && namespace ? ['namespaces', namespace] : []), plural].join('/');
