import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiServer } from '../../support/api-server';
import { builtProject } from '../../support/built-project';
import { findKubectl } from '../../support/kubectl';
import { type Ran, succeed } from '../../support/project';
import { serverFolder } from '../server';

export const topic = { owner: 'orders', partitions: 3, retention: '7d' };

const descriptionOf = (name: string) => ({
  name,
  kubernetes: { namespace: `kafka-${name}`, applicationNamespace: `apps-${name}` },
  secrets: { store: 'kubernetes' },
  clusters: { main: { backend: 'strimzi', brokers: 3, storage: '50GiB', memory: '2GiB' } },
  platform: {
    owners: { orders: { contact: 'orders@example.com' } },
    topics: { 'orders.created': topic, 'orders.old': topic, 'orders.gone': topic },
    applications: {
      shop: { owner: 'orders', produces: { 'orders.created': {}, 'orders.old': {}, 'orders.gone': {} } },
      billing: { owner: 'orders', consumes: { 'orders.created': { group: 'billing' } } },
    },
  },
});
export type Description = ReturnType<typeof descriptionOf>;

interface Printed {
  readonly kubernetes: {
    readonly context: string;
    readonly unchanged: number;
    readonly verdict: string;
    readonly changes: readonly { readonly code: string; readonly address: string }[];
    readonly objects: readonly {
      readonly address: string;
      readonly action: string;
      readonly status: string;
      readonly fields: readonly { readonly path: string; readonly before?: string; readonly after?: string }[];
    }[];
  };
}

/** What `--format json` prints of objects. */
export const printed = ({ stdout }: Ran): Printed['kubernetes'] => (JSON.parse(stdout) as Printed).kubernetes;

/**
 * An environment in a project of its own, with namespaces that no other file has on the API server that all share. The
 * kubeconfig is a copy: what a test writes into it is nobody else's.
 */
export class Shop {
  readonly namespace: string;
  readonly applications: string;
  readonly inventory: string;
  readonly project = builtProject({});
  readonly server = ApiServer.running(serverFolder());
  readonly kubectl = findKubectl();
  /** What the environment says. */
  description: Description;

  constructor(readonly name: string) {
    this.description = descriptionOf(name);
    this.namespace = this.description.kubernetes.namespace;
    this.applications = this.description.kubernetes.applicationNamespace;
    this.inventory = `environments/inventory/${name}.json`;
    this.project.variables.KUBECONFIG = join(this.project.folder, 'kubeconfig');
    this.project.variables.KUBECTL = this.kubectl;
    copyFileSync(join(this.server.folder, 'kubeconfig'), this.project.variables.KUBECONFIG);
    this.describeAs(() => undefined);
  }

  /** The namespace of applications, which is not the kit's to make. */
  makeApplications(): void {
    this.server.kubectl('create', 'namespace', this.applications);
  }

  /** Its first deploy. */
  begin(): void {
    this.makeApplications();
    succeed(this.deploy('--context', 'test'));
  }

  /** What the environment says from now on. */
  describeAs(change: (copy: Description) => unknown): void {
    const copy = structuredClone(this.description);
    change(copy);
    this.description = copy;
    this.project.write(`environments/${this.name}.yaml`, copy);
  }

  deploy(...options: string[]): Ran {
    return this.project.kit('deploy', this.name, ...options);
  }

  forgetInventory(): void {
    this.project.run('rm', [this.inventory]);
  }

  names(kind: string, namespace = this.namespace): string[] {
    const listed = this.server.kubectl('get', kind, '--namespace', namespace, '--output', 'name');
    return listed.split('\n').flatMap((line) => line.split('/')[1] ?? []);
  }

  // biome-ignore lint/suspicious/noExplicitAny: an object of any kind, as the server prints it
  live(kind: string, name: string, namespace = this.namespace): any {
    return JSON.parse(this.server.kubectl('get', kind, name, '--namespace', namespace, '--output', 'json'));
  }

  patch(kind: string, name: string, patch: object, ...options: string[]): void {
    const what = ['--type=merge', '--patch', JSON.stringify(patch)];
    this.server.kubectl('patch', kind, name, '--namespace', this.namespace, ...what, ...options);
  }

  /** The API server's word for an operator's: `kubectl annotate`, `kubectl label`. */
  mark(verb: 'annotate' | 'label', kind: string, name: string, mark: string): void {
    this.server.kubectl(verb, kind, name, '--namespace', this.namespace, mark);
  }
}
