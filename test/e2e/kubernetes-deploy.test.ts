/** `kafka-kit deploy` on a real kube-apiserver with the real definitions; no operator runs, so a test plays its part where one is awaited. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiServer } from '../support/api-server';
import { builtProject } from '../support/built-project';
import { findKubectl } from '../support/kubectl';
import type { Ran } from '../support/project';

jest.setTimeout(120_000);

const topic = { owner: 'orders', partitions: 3, retention: '7d' };
const description = {
  name: 'shop',
  kubernetes: { namespace: 'kafka-shop', applicationNamespace: 'apps' },
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
};
type Description = typeof description;

const project = builtProject({});
const temporary = join(project.folder, 'tmp');
mkdirSync(temporary);
project.variables.TMPDIR = temporary;
const inventory = 'environments/inventory/shop.json';
let server: ApiServer;
let current: Description = description;

/** What the environment says from now on. */
function describeAs(change: (copy: Description) => unknown): void {
  const copy = structuredClone(current);
  change(copy);
  current = copy;
  project.write('environments/shop.yaml', copy);
}

const deploy = (...options: string[]): Ran => project.kit('deploy', 'shop', ...options);

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
const printed = ({ stdout }: Ran): Printed['kubernetes'] => (JSON.parse(stdout) as Printed).kubernetes;
const names = (kind: string, namespace = 'kafka-shop') =>
  server
    .kubectl('get', kind, '--namespace', namespace, '--output', 'name')
    .split('\n')
    .filter(Boolean)
    .map((name) => name.split('/')[1]);
const live = (kind: string, name: string, namespace = 'kafka-shop') =>
  JSON.parse(server.kubectl('get', kind, name, '--namespace', namespace, '--output', 'json'));

/** Until something is so; what it waits for is quick. */
async function until(so: () => boolean): Promise<void> {
  for (let tries = 0; !so(); tries++) {
    if (tries > 400) throw new Error('it never came to be');
    await new Promise((done) => setTimeout(done, 25));
  }
}

beforeAll(() => {
  server = ApiServer.start();
  project.variables.KUBECONFIG = join(server.folder, 'kubeconfig');
  project.variables.KUBECTL = findKubectl();
  describeAs(() => undefined);
}, 900_000);
afterAll(() => server?.stop());

describe('a first deploy', () => {
  test('names the context before it asks it anything, and wants it to be named', () => {
    const { code, stderr } = deploy();
    expect(stderr).toContain('Kubernetes: context test, https://127.0.0.1:');
    expect(stderr).toContain("KFK-D009 the context 'test' has nothing of 'shop' yet");
    expect(stderr).toContain('--context test');
    expect(code).toBe(2);
  });

  test('of a context that there is not says which there are', () => {
    const { code, stderr } = deploy('--context', 'production');
    expect(stderr).toContain("the kubeconfig has no context 'production'");
    expect(stderr).toContain('--context test');
    expect(code).toBe(2);
  });

  test('asks for the namespace in which applications run, which is not its own', () => {
    const { code, stderr } = deploy('--context', 'test');
    expect(stderr).toContain('kubectl create namespace apps');
    expect(code).toBe(5);
    server.kubectl('create', 'namespace', 'apps');
  });

  test('shows everything and stores nothing with --dry-run', () => {
    const ran = deploy('--context', 'test', '--dry-run', '--format', 'json');
    expect(printed(ran).objects.map(({ action }) => action)).toContain('create');
    expect(ran.code).toBe(3);
    expect(server.kubectl('get', 'namespaces', '--output', 'name')).not.toContain('kafka-shop');
    expect(existsSync(join(project.folder, inventory))).toBe(false);
  });

  test('stores every object as a member of the set, and records what bears data', () => {
    const ran = deploy('--context', 'test', '--format', 'json');
    expect([ran.code, ran.stderr]).toEqual([0, expect.stringContaining('applied')]);
    const { objects } = printed(ran);
    expect(objects.every(({ status }) => status === 'applied')).toBe(true);
    expect(objects.length).toBeGreaterThan(20);
    expect(names('kafkatopics')).toEqual(['orders.created', 'orders.gone', 'orders.old']);
    expect(Object.keys(JSON.parse(project.read(inventory)).topics)).toHaveLength(3);
    const parent = live('configmap', 'kafka-platform-kit');
    expect(live('kafka', 'main').metadata.labels['applyset.kubernetes.io/part-of']).toBe(
      parent.metadata.labels['applyset.kubernetes.io/id'],
    );
  });
});

describe('a second deploy', () => {
  test('changes nothing, and needs no context to be named', () => {
    const before = live('kafkatopic', 'orders.created').metadata.resourceVersion;
    const ran = deploy('--format', 'json');
    expect(printed(ran)).toMatchObject({ objects: [], verdict: 'safe' });
    expect(ran.code).toBe(0);
    expect(live('kafkatopic', 'orders.created').metadata.resourceVersion).toBe(before);
    expect(deploy('--dry-run').code).toBe(0);
  });

  test('is of this environment only: another one does not get its namespace', () => {
    project.write('environments/other.yaml', { ...current, name: 'other' });
    const { code, stderr } = project.kit('deploy', 'other', '--context', 'test');
    expect(stderr).toContain(
      "KFK-D009 the namespace 'kafka-shop' of the context 'test' belongs to the environment 'shop'",
    );
    expect(code).toBe(2);
    project.run('rm', ['environments/other.yaml']);
  });

  test('kubectl leaves the set to the kit', () => {
    const { code, stderr } = project.run(
      project.variables.KUBECTL as string,
      [
        'apply',
        '--server-side',
        '--namespace',
        'kafka-shop',
        '--prune',
        '--applyset=configmap/kafka-platform-kit',
        '-f',
        '-',
      ],
      { KUBECTL_APPLYSET: 'true' },
      JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'one' } }),
    );
    expect(stderr).toContain('managed by tooling "kafka-platform-kit"');
    expect(code).not.toBe(0);
  });
});

describe('a change', () => {
  test('is shown as fields, old and new, and carried out', () => {
    describeAs(({ platform }) => {
      platform.topics['orders.created'] = { ...topic, partitions: 6 };
    });
    const ran = deploy('--format', 'json');
    expect(ran.stderr).toContain('spec.partitions: 3 → 6');
    expect(printed(ran).objects).toMatchObject([
      {
        address: 'KafkaTopic/orders.created',
        status: 'applied',
        fields: [{ path: 'spec.partitions', before: '3', after: '6' }],
      },
    ]);
    expect(live('kafkatopic', 'orders.created').spec.partitions).toBe(6);
  });

  test('that no broker can make is refused, whatever is approved', () => {
    project.run('rm', [inventory]);
    describeAs(({ platform }) => {
      platform.topics['orders.created'] = topic;
    });
    const { code, stderr } = deploy();
    expect(stderr).toContain('KFK-D010 KafkaTopic/orders.created: partitions fall from 6 to 3');
    expect(code).toBe(4);
    expect(live('kafkatopic', 'orders.created').spec.partitions).toBe(6);
  });

  test('of a field that another field manager holds is told, and nothing is applied', () => {
    server.kubectl(
      'patch',
      'kafkatopic',
      'orders.old',
      '--namespace',
      'kafka-shop',
      '--type=merge',
      '--field-manager=night-shift',
      '--patch',
      '{"spec":{"partitions":4}}',
    );
    describeAs(({ platform }) => {
      platform.topics['orders.created'] = { ...topic, partitions: 7 };
      platform.topics['orders.old'] = { ...topic, partitions: 8 };
    });
    const { code, stderr } = deploy();
    expect(stderr).toContain("KFK-D007 KafkaTopic/orders.old in kafka-shop: .spec.partitions is held by 'night-shift'");
    expect(stderr).toContain('--force-conflicts');
    expect(code).toBe(3);
    expect(live('kafkatopic', 'orders.created').spec.partitions).toBe(6);
  });

  test('takes the field with --force-conflicts', () => {
    expect(deploy('--force-conflicts').code).toBe(0);
    expect(live('kafkatopic', 'orders.old').spec.partitions).toBe(8);
  });

  test('that loses records is refused before anything is applied', () => {
    server.kubectl('annotate', 'kafkatopic', 'orders.created', '--namespace', 'kafka-shop', 'note=mine');
    project.run('rm', [inventory]);
    describeAs(({ platform }) => {
      platform.topics['orders.created'] = { ...topic, partitions: 9, retention: '1d' };
    });
    const { code, stderr } = deploy();
    expect(stderr).toContain(
      'KFK-D006 KafkaTopic/orders.created: KafkaTopic stays and loses records: retention.ms falls',
    );
    expect(code).toBe(4);
    expect(live('kafkatopic', 'orders.created').spec.partitions).toBe(7);
    describeAs(({ platform }) => {
      platform.topics['orders.created'] = { ...topic, partitions: 7 };
    });
    expect(deploy().code).toBe(0);
    expect(live('kafkatopic', 'orders.created').metadata.annotations.note).toBe('mine');
  });
});

describe('an object of a GitOps controller', () => {
  test('is refused, and the controller is named', () => {
    server.kubectl(
      'annotate',
      'kafkauser',
      'billing',
      '--namespace',
      'kafka-shop',
      'argocd.argoproj.io/tracking-id=shop:kafka.strimzi.io/KafkaUser:kafka-shop/billing',
    );
    server.kubectl('label', 'kafkauser', 'shop', '--namespace', 'kafka-shop', 'kustomize.toolkit.fluxcd.io/name=shop');
    const { code, stderr } = deploy();
    expect(stderr).toContain('KFK-D008 KafkaUser/billing in kafka-shop belongs to Argo CD');
    expect(stderr).toContain('KFK-D008 KafkaUser/shop in kafka-shop belongs to Flux');
    expect(code).toBe(2);
    server.kubectl('annotate', 'kafkauser', 'billing', '--namespace', 'kafka-shop', 'argocd.argoproj.io/tracking-id-');
    server.kubectl('label', 'kafkauser', 'shop', '--namespace', 'kafka-shop', 'kustomize.toolkit.fluxcd.io/name-');
    expect(deploy().code).toBe(0);
  });
});

describe('what leaves', () => {
  test('a user goes with its access', () => {
    describeAs(({ platform }) => {
      delete (platform.applications as Partial<Description['platform']['applications']>).billing;
    });
    const ran = deploy('--format', 'json');
    expect(printed(ran).objects).toContainEqual(
      expect.objectContaining({ address: 'KafkaUser/billing', action: 'delete', status: 'deleted' }),
    );
    expect(printed(ran).changes).toContainEqual(
      expect.objectContaining({ code: 'KFK-D004', address: 'KafkaUser/billing' }),
    );
    expect(names('kafkausers')).toEqual(['main-lag-exporter', 'shop']);
    expect(names('externalsecrets', 'apps')).toEqual(['shop-kafka']);
  });

  test('what only has the label, as what Strimzi copies it to, stays', () => {
    const { labels } = live('kafka', 'main').metadata;
    const copied = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'main-broker-0', namespace: 'kafka-shop', labels },
    };
    expect(server.tried(['create', '--filename', '-'], JSON.stringify(copied)).code).toBe(0);
    expect(deploy().code).toBe(0);
    expect(names('configmaps')).toContain('main-broker-0');
  });

  test('a topic without a word stays: by the inventory, and without it by the set', () => {
    describeAs(({ platform }) => {
      delete (platform.topics as Partial<Description['platform']['topics']>)['orders.gone'];
      delete (platform.applications.shop.produces as Record<string, object>)['orders.gone'];
    });
    expect(deploy()).toMatchObject({ code: 1, stderr: expect.stringContaining('KFK-I001') });
    project.run('rm', [inventory]);
    expect(deploy()).toMatchObject({ code: 4, stderr: expect.stringContaining('KFK-D001 KafkaTopic/orders.gone') });
    expect(names('kafkatopics')).toContain('orders.gone');
  });

  const removed = (data: 'keep' | 'destroy') => ({
    owner: 'orders',
    partitions: 3,
    removed: { reason: 'unused', until: '2027-03-31', data },
  });

  test('a topic whose data is to be destroyed stays without the second key', () => {
    describeAs(({ platform }) => {
      (platform.topics as Record<string, object>)['orders.gone'] = removed('destroy');
    });
    const { code, stderr } = deploy();
    expect(stderr).toContain('add an approval (code: KFK-D001, address: KafkaTopic/orders.gone');
    expect(code).toBe(4);
    expect(names('kafkatopics')).toContain('orders.gone');
  });

  test('and goes with both', () => {
    describeAs((copy) => {
      (copy as Record<string, unknown>).approvals = [
        {
          code: 'KFK-D001',
          address: 'KafkaTopic/orders.gone',
          reason: 'unused',
          owner: 'orders',
          expires: '2099-12-31',
        },
      ];
    });
    expect(deploy()).toMatchObject({ code: 0 });
    expect(names('kafkatopics')).toEqual(['orders.created', 'orders.old']);
    expect(Object.keys(JSON.parse(project.read(inventory)).topics)).toEqual(['orders.created', 'orders.old']);
    expect(deploy()).toMatchObject({ code: 0, stderr: expect.stringContaining('nothing to do') });
  });

  test('a topic whose data is kept is first left alone, then its object goes', () => {
    describeAs(({ platform }) => {
      (platform.topics as Record<string, object>)['orders.old'] = { ...removed('keep'), partitions: 8 };
      delete (platform.applications.shop.produces as Record<string, object>)['orders.old'];
    });
    expect(deploy()).toMatchObject({ code: 0 });
    expect(live('kafkatopic', 'orders.old').metadata.annotations['strimzi.io/managed']).toBe('false');
    describeAs(({ platform }) => {
      delete (platform.topics as Record<string, object>)['orders.old'];
    });
    expect(deploy()).toMatchObject({ code: 0 });
    expect(names('kafkatopics')).toEqual(['orders.created']);
  });
});

describe('--wait', () => {
  test('tells what is not ready, and its operator’s reason', () => {
    const status = {
      observedGeneration: 1,
      conditions: [{ type: 'Ready', status: 'False', reason: 'NoSpace', message: 'a disk is full' }],
    };
    server.kubectl(
      'patch',
      'kafka',
      'main',
      '--namespace',
      'kafka-shop',
      '--subresource=status',
      '--type=merge',
      '--patch',
      JSON.stringify({ status }),
    );
    const { code, stderr } = deploy('--wait', '1s');
    expect(stderr).toContain('Kafka/main in kafka-shop: Ready: NoSpace: a disk is full');
    expect(stderr).toContain('KafkaTopic/orders.created in kafka-shop: its operator has not seen it');
    expect(code).toBe(5);
  });

  test('ends when everything is ready', async () => {
    const { ended } = project.start('deploy', 'shop', '--wait', '60s');
    const awaited = [
      ['kafkas', 'kafka-shop'],
      ['kafkatopics', 'kafka-shop'],
      ['kafkausers', 'kafka-shop'],
      ['deployments', 'kafka-shop'],
      ['externalsecrets', 'apps'],
      ['secretstores', 'apps'],
    ] as const;
    for (const [kind, namespace] of awaited)
      for (const name of names(kind, namespace)) {
        const { generation } = live(kind, name as string, namespace).metadata;
        const type = kind === 'deployments' ? 'Available' : 'Ready';
        const status = {
          ...(kind.startsWith('kafka') && { observedGeneration: generation }),
          conditions: [
            { type, status: 'True', lastTransitionTime: '2026-11-21T00:00:00Z', reason: 'Test', message: '' },
          ],
        };
        server.kubectl(
          'patch',
          kind,
          name as string,
          '--namespace',
          namespace,
          '--subresource=status',
          '--type=merge',
          '--patch',
          JSON.stringify({ status }),
        );
      }
    expect(await ended).toMatchObject({ code: 0 });
  });
});

describe('an account of a pipeline', () => {
  let own: string;

  beforeAll(() => {
    own = project.variables.KUBECONFIG as string;
    for (const namespace of ['kafka-shop', 'apps']) {
      server.kubectl('create', 'role', 'ci', '--verb=*', '--resource=*.*', '--namespace', namespace);
      server.kubectl('create', 'rolebinding', 'ci', '--role=ci', '--user=ci', '--namespace', namespace);
    }
    const verbs = ['--verb=get,patch', '--resource=namespaces', '--resource-name=kafka-shop'];
    server.kubectl('create', 'clusterrole', 'ci', ...verbs);
    server.kubectl('create', 'clusterrolebinding', 'ci', '--clusterrole=ci', '--user=ci');
    project.write('ci.kubeconfig', readFileSync(own, 'utf8').replace(/^ {4}user:$/m, '    user:\n      as: ci'));
    project.variables.KUBECONFIG = join(project.folder, 'ci.kubeconfig');
  });
  afterAll(() => {
    project.variables.KUBECONFIG = own;
  });

  test('needs no rights but in the namespaces, and is told what it cannot see', () => {
    describeAs(({ platform }) => {
      platform.topics['orders.created'] = { ...topic, partitions: 8 };
    });
    const { code, stderr } = deploy();
    expect(stderr).toContain('this account may not list Namespace in all of the cluster');
    expect(code).toBe(0);
    expect(live('kafkatopic', 'orders.created').spec.partitions).toBe(8);
  });

  test('is told in the server’s words what it may not', () => {
    server.kubectl('delete', 'rolebinding', 'ci', '--namespace', 'apps');
    const { code, stderr } = deploy();
    expect(stderr).toContain('User "ci" cannot list resource');
    expect(code).toBe(5);
  });
});

describe('a thousand topics', () => {
  const many = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [
      `many.t${String(index).padStart(4, '0')}`,
      { owner: 'orders', partitions: 1 },
    ]),
  );

  test('interrupted in the middle, the second run goes on', async () => {
    describeAs(({ platform }) => {
      Object.assign(platform.topics, many);
    });
    const { child, ended } = project.start('deploy', 'shop');
    await until(() => names('kafkatopics').length > 20);
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(stderr).toContain('it was interrupted');
    expect(code).toBe(5);
    const there = names('kafkatopics').length;
    expect(there).toBeLessThan(1000);
    const again = deploy('--format', 'json');
    expect(again.code).toBe(0);
    expect(printed(again).objects.length).toBe(1001 - there);
    expect(names('kafkatopics')).toHaveLength(1001);
  });

  test('are seen to be unchanged in seconds', () => {
    const begun = performance.now();
    expect(deploy().code).toBe(0);
    process.stderr.write(
      `a deploy of 1,000 topics that changes nothing: ${((performance.now() - begun) / 1000).toFixed(1)} s\n`,
    );
    expect(performance.now() - begun).toBeLessThan(30_000);
  });

  test('killed in the middle, no way to the API server is left behind, and the next run goes on', async () => {
    describeAs(({ platform }) => {
      for (const name of Object.keys(many))
        (platform.topics as Record<string, object>)[name] = { owner: 'orders', partitions: 2 };
    });
    const { child, ended } = project.start('deploy', 'shop');
    const changed = () =>
      server
        .kubectl(
          'get',
          'kafkatopics',
          '--namespace',
          'kafka-shop',
          '--output',
          'jsonpath={.items[?(@.spec.partitions==2)].metadata.name}',
        )
        .split(' ')
        .filter(Boolean).length;
    await until(() => changed() > 20);
    child.kill('SIGKILL');
    await ended;
    await until(() => readdirSync(temporary).every((name) => !name.startsWith('kafka-kit-api-')));
    expect(deploy().code).toBe(0);
    expect(changed()).toBe(1000);
  });
});

describe('delivery: gitops', () => {
  test('writes what the controller reads, and applies nothing', () => {
    const topics = { 'orders.created': topic };
    describeAs((copy) => {
      Object.assign(copy, {
        delivery: 'gitops',
        gitops: { controller: 'argo-cd', repository: 'https://git.example.com/platform.git' },
        platform: { ...copy.platform, topics },
      });
    });
    project.run('rm', [inventory]);
    const before = names('kafkatopics').length;
    const { code, stderr } = deploy();
    expect(stderr).toContain('+ kubernetes/main/kafka-shop/main-orders.yaml');
    expect(stderr).toContain(
      'not applied: that does argo-cd from https://git.example.com/platform.git. Commit out/shop',
    );
    expect(stderr).not.toContain('context');
    expect(code).toBe(3);
    expect(names('kafkatopics')).toHaveLength(before);
    expect(
      readFileSync(join(project.folder, 'out/shop/kubernetes/main/kafka-shop/main-orders.yaml'), 'utf8'),
    ).toContain('orders.created');
  });

  test('shows what differs from what is there, and nothing when nothing does', () => {
    expect(deploy()).toMatchObject({ code: 0 });
    describeAs(({ platform }) => {
      platform.topics['orders.created'] = { ...topic, partitions: 12 };
    });
    const { code, stderr } = deploy('--dry-run');
    expect(stderr).toContain('~ kubernetes/main/kafka-shop/main-orders.yaml');
    expect(stderr).toContain('spec.partitions: 3 → 12');
    expect(code).toBe(3);
    expect(project.read('out/shop/kubernetes/main/kafka-shop/main-orders.yaml')).toContain('partitions: 3');
  });

  test.each([['--context', 'test'], ['--force-conflicts'], ['--wait']])('refuses to apply: %s', (...options) => {
    const { code, stderr } = deploy(...options);
    expect(stderr).toContain('a GitOps controller owns them');
    expect(stderr).toContain('commit what is written: out/shop');
    expect(code).toBe(2);
  });
});

describe('Terraform and Kubernetes in one environment', () => {
  const mixed = {
    name: 'mixed',
    kubernetes: { namespace: 'kafka-mixed', applicationNamespace: 'apps' },
    clusters: {
      main: { backend: 'strimzi', brokers: 3, storage: '50GiB', memory: '2GiB' },
      legacy: { backend: 'kafka', version: '4.1.0', brokers: 3 },
    },
    platform: {
      owners: { orders: { contact: 'orders@example.com' } },
      topics: {
        'orders.created': { ...topic, cluster: 'main' },
        'orders.elsewhere': { ...topic, cluster: 'legacy' },
      },
      applications: {},
    },
  };

  beforeAll(() => {
    project.write('environments/mixed.yaml', mixed);
    // Nobody answers there: Terraform plans what it is to make, and fails to make it.
    for (const variable of ['bootstrap_servers', 'ca_certificate', 'admin_username', 'admin_password'])
      project.variables[`TF_VAR_legacy_${variable}`] = '127.0.0.1:1';
  });
  afterAll(() => {
    project.run('rm', ['environments/mixed.yaml']);
  });

  test('are shown in one run', () => {
    const { code, stderr } = project.kit('deploy', 'mixed', '--context', 'test', '--dry-run');
    expect(stderr).toContain('+ KafkaTopic/orders.created in kafka-mixed');
    expect(stderr).toContain('mixed-legacy-orders  plan     1 to add');
    expect(code).toBe(3);
  });

  test('objects are not applied after a stack that failed', () => {
    const { code, stderr } = project.kit('deploy', 'mixed', '--context', 'test');
    expect(stderr).toContain('mixed-legacy-orders failed');
    expect(code).toBe(5);
    expect(server.kubectl('get', 'namespaces', '--output', 'name')).not.toContain('kafka-mixed');
  });
});

describe('a cluster that cannot take it', () => {
  beforeAll(() => {
    describeAs((copy) => {
      for (const field of ['delivery', 'gitops']) delete (copy as Record<string, unknown>)[field];
    });
  });

  test('that lacks definitions is told which, and where they are', () => {
    server.kubectl('delete', 'crd', 'podmonitors.monitoring.coreos.com');
    const { code, stderr } = deploy();
    expect(stderr).toContain('it has no monitoring.coreos.com/v1/PodMonitor');
    expect(stderr).toContain('https://prometheus-operator.dev');
    expect(code).toBe(5);
  });

  test('of an account that may do nothing is told in the server’s words', () => {
    server.kubectl('config', 'set-context', 'nobody', '--cluster=test', '--user=nobody');
    server.kubectl('config', 'set-credentials', 'nobody', '--token=nothing');
    const { code, stderr } = deploy('--context', 'nobody');
    expect(stderr).toContain("the API server of the context 'nobody' does not know you");
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(5);
  });

  test('that does not answer is told, with its address', () => {
    server.kubectl('config', 'set-cluster', 'away', '--server=https://127.0.0.1:1');
    server.kubectl('config', 'set-context', 'away', '--cluster=away', '--user=admin');
    const { code, stderr } = deploy('--context', 'away');
    expect(stderr).toContain("the API server of the context 'away' does not answer");
    expect(stderr).toContain('https://127.0.0.1:1');
    expect(code).toBe(5);
  });
});
