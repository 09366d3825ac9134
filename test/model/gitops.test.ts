import { gitOpsOf } from '../../model/gitops';
import { changed } from '../support/change';
import { compileDescription, type Description, resolve, small } from '../support/describe';

const repository = 'https://git.example.com/platform/kafka';
/** What a controller would not prune is known. */
const recorded = { cluster: 'main', shard: 'orders' };
const problemsOf = (gitops: object) =>
  compileDescription(
    changed<unknown>(small, {
      kubernetes: {},
      'clusters.main': { backend: 'strimzi' },
      disposable: true,
      delivery: 'gitops',
      gitops: { controller: 'flux', repository, ...gitops },
    }),
    { inventory: { topics: {}, applications: { billing: recorded, shop: recorded } } },
  ).problems;

test('an environment that says what a controller reads is applied by it, and by kafka-kit deploy where it says nothing', () => {
  const described = (more: object) =>
    changed<Description>(small, { kubernetes: {}, 'clusters.main': { backend: 'strimzi' }, disposable: true, ...more });
  const gitops = { controller: 'flux', repository };
  expect(resolve(described({ gitops })).environment.delivery).toBe('gitops');
  expect(resolve(described({})).environment.delivery).toBe('apply');
  expect(compileDescription(described({ gitops, delivery: 'apply' })).problems).toMatchObject([{ code: 'KFK-G002' }]);
});

test('a controller is in its usual namespace and reads the output from where synth writes it', () => {
  expect(gitOpsOf({ controller: 'flux', repository }, 'dev')).toEqual({
    controller: 'flux',
    repository,
    revision: 'main',
    path: 'out/dev',
    namespace: 'flux-system',
    secretName: undefined,
    operators: [],
    watchNamespaces: [],
  });
  expect(gitOpsOf({ controller: 'argo-cd', repository }, 'dev').namespace).toBe('argocd');
});

test.each(['https://host/a', 'ssh://git@host/a/b.git', 'ssh://host:22/a'])('%s is a repository', (address) => {
  expect(problemsOf({ repository: address })).toEqual([]);
});

test.each(['git@host:a/b.git', 'http://host/a', 'https://host', 'https://token@host/a', 'a/b', '', '../kafka'])(
  '%p is none',
  (address) => {
    expect(problemsOf({ repository: address })).toMatchObject([{ code: 'KFK-G004', path: 'gitops.repository' }]);
  },
);

test('an address as git writes it is given as both controllers read it', () => {
  expect(problemsOf({ repository: 'git@git.example.com:platform/kafka.git' })[0]?.fix).toBe(
    "write it as 'ssh://git@git.example.com/platform/kafka.git'",
  );
});

test('a credential in an address is not repeated', () => {
  expect(JSON.stringify(problemsOf({ repository: 'https://me:secret@host/a' }))).not.toContain('secret');
});

test.each([
  [['Kafka'], 'gitops.watchNamespaces[0]', "'Kafka' cannot be the name of a namespace"],
  [['kafka'], 'gitops.watchNamespaces[0]', "'kafka' is watched already"],
  [['kafka-a', 'kafka-a'], 'gitops.watchNamespaces[1]', "'kafka-a' is watched already"],
])('Strimzi is not told to watch %j', (watchNamespaces, path, problem) => {
  expect(problemsOf({ operators: ['strimzi'], watchNamespaces })).toMatchObject([{ code: 'KFK-G011', path, problem }]);
});

test('what a controller calls a cluster fits into a label', () => {
  const called = (cluster: string) =>
    compileDescription(
      changed<unknown>(small, {
        kubernetes: {},
        'clusters.main': undefined,
        [`clusters.${cluster}`]: { backend: 'strimzi' },
        'platform.topics[orders.created].cluster': cluster,
        'platform.applications': {},
        disposable: true,
        gitops: { controller: 'flux', repository },
      }),
    ).problems.map(({ code }) => code);
  // kafka-test-- and 51 more
  expect(called('a'.repeat(52))).toContain('KFK-G007');
  expect(called('a'.repeat(51))).not.toContain('KFK-G007');
});

test.each(['/out/dev', 'out//dev', 'out/dev/', '.', '../dev', 'out dev', ''])('the path %p is refused', (path) => {
  expect(problemsOf({ path })).toMatchObject([{ code: 'KFK-G005', path: 'gitops.path' }]);
});
