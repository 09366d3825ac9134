import { KubernetesApi } from '../../workflows/kubernetes/api';
import type { KubernetesObject, LiveObject } from '../../workflows/kubernetes/object';
import type { Answer, Question } from '../../workflows/kubernetes/proxy';

const rbac = 'rbac.authorization.k8s.io/v1';
const strimzi = 'kafka.strimzi.io/v1';
const kind = (name: string, kind: string, namespaced = true) => ({ name, kind, namespaced });
const managedFields = [{ manager: 'kafka-platform-kit', operation: 'Apply' }];

/** As much of an API server as tests of a deploy ask: it stores what is applied, and refuses what a test says. */
export class ApiStore {
  readonly objects = new Map<string, LiveObject>();
  readonly log: string[] = [];
  readonly served = {
    v1: [kind('namespaces', 'Namespace', false), kind('configmaps', 'ConfigMap')],
    [rbac]: [kind('roles', 'Role'), kind('rolebindings', 'RoleBinding')],
    [strimzi]: [
      ...[kind('kafkas', 'Kafka'), kind('kafkanodepools', 'KafkaNodePool')],
      ...[kind('kafkatopics', 'KafkaTopic'), kind('kafkausers', 'KafkaUser')],
    ],
  };
  refuse: (question: Question) => Answer | undefined = () => undefined;
  readonly api = new KubernetesApi(async (question) => this.refuse(question) ?? this.answer(question));

  /** As the kit stores it. */
  put(object: KubernetesObject): void {
    this.objects.set(this.pathOf(object), {
      ...object,
      metadata: { ...object.metadata, uid: object.metadata.name, managedFields },
    });
  }

  /** As somebody else stores it. */
  putBy(manager: string, object: KubernetesObject): void {
    const metadata = { ...object.metadata, uid: object.metadata.name, managedFields: [{ manager }] };
    this.objects.set(this.pathOf(object), { ...object, metadata });
  }

  get(object: KubernetesObject): LiveObject | undefined {
    return this.objects.get(this.pathOf(object));
  }

  names(): string[] {
    return [...this.objects.values()].map(({ metadata }) => metadata.name);
  }

  pathOf({ apiVersion, kind, metadata: { name, namespace } }: KubernetesObject): string {
    const resource = this.kindsOf(apiVersion).find((served) => served.kind === kind);
    if (!resource) throw new Error(`${kind} is not served`);
    const root = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
    return [root, ...(resource.namespaced ? ['namespaces', namespace] : []), resource.name, name].join('/');
  }

  private kindsOf(apiVersion: string) {
    return Object.entries(this.served).find(([version]) => version === apiVersion)?.[1] ?? [];
  }

  private answer({ method, path, body = '' }: Question): Answer {
    const [bare = '', query = ''] = path.split('?');
    const resources = this.kindsOf(bare.replace(/^\/apis?\//, ''));
    if (resources.length > 0) return ok({ resources });
    const groupVersion = Object.keys(this.served).find((version) => bare === `/apis/${version.split('/')[0]}`);
    if (groupVersion) return ok({ preferredVersion: { groupVersion } });
    if (method === 'PATCH') return this.apply(bare, JSON.parse(body), query.includes('dryRun=All'));
    if (method === 'DELETE') {
      this.log.push(`delete ${bare.split('/').at(-1)}`);
      this.objects.delete(bare);
      return ok({});
    }
    const found = this.objects.get(bare);
    if (found) return ok(found);
    const plurals = Object.values(this.served).flatMap((kinds) => kinds.map(({ name }) => name));
    if (!plurals.includes(bare.split('/').at(-1) ?? '')) return refused(404, 'not found');
    return ok({ items: this.listed(bare, query), metadata: {} });
  }

  /** Server-side apply as far as tests need it: what others said of the spec and of labels stays. */
  private apply(path: string, object: KubernetesObject, dryRun: boolean): Answer {
    const there = this.objects.get(path);
    const merged = {
      ...object,
      metadata: { ...object.metadata, labels: { ...there?.metadata.labels, ...object.metadata.labels } },
      ...((there?.spec || object.spec) && { spec: { ...there?.spec, ...object.spec } }),
    };
    if (!dryRun) {
      this.log.push(`apply ${object.metadata.name}`);
      this.put(merged);
    }
    return ok({ ...merged, metadata: { ...merged.metadata, managedFields } });
  }

  private listed(bare: string, query: string): LiveObject[] {
    const [, label] = /labelSelector=([^&]+)/.exec(query) ?? [];
    const [name = '', value] = decodeURIComponent(label ?? '').split('=');
    // Without a namespace those of all.
    const [root, plural] = [bare.slice(0, bare.lastIndexOf('/')), bare.split('/').at(-1)];
    return [...this.objects].flatMap(([at, object]) => {
      const labels = object.metadata.labels ?? {};
      const isHere = at.startsWith(`${root}/`) && at.split('/').at(-2) === plural;
      const isMeant = !label || (value === undefined ? name in labels : labels[name] === value);
      return isHere && isMeant ? [object] : [];
    });
  }
}

const ok = (body: object): Answer => ({ status: 200, body: JSON.stringify(body) });
export const refused = (status: number, message: string): Answer => ({ status, body: JSON.stringify({ message }) });
