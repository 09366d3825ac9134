import { builtProject } from '../support/built-project';

const described = (more: object) => ({
  name: 'shop',
  kubernetes: { namespace: 'kafka-shop' },
  secrets: { store: 'kubernetes' },
  clusters: { main: { backend: 'strimzi', brokers: 3, storage: '50GiB', memory: '2GiB' } },
  platform: {
    owners: { orders: { contact: 'orders@example.com' } },
    topics: { 'orders.created': { owner: 'orders' } },
    applications: {},
  },
  ...more,
});
const gitops = { controller: 'argo-cd', repository: 'https://git.example.com/platform.git' };
const project = builtProject({
  'environments/shop.yaml': described({ gitops }),
  'environments/away.yaml': described({ name: 'away' }),
});

test('what a GitOps controller reads would be written, not applied', () => {
  const { code, stderr } = project.kit('deploy', 'shop', '--dry-run');
  expect(stderr).toContain('shop: out/shop would be written: ');
  expect(stderr).not.toContain('this would be applied');
  expect(code).toBe(3);
});

test('where JSON is asked for, a failure is JSON too', () => {
  project.variables.KUBECTL = '/nowhere/kubectl';
  const { code, stdout, stderr } = project.kit('deploy', 'away', '--format', 'json');
  expect(JSON.parse(stdout)).toEqual({
    environment: 'away',
    stacks: [],
    failure: {
      problem: 'KUBECTL names /nowhere/kubectl, which is not there',
      why: [],
      fix: expect.stringContaining('install kubectl'),
    },
  });
  expect(stderr).toContain('failed: KUBECTL names');
  expect(code).toBe(5);
});

test('also one of how it is used', () => {
  const { code, stdout } = project.kit('deploy', 'shop', '--context', 'test', '--format', 'json');
  expect(JSON.parse(stdout).failure.problem).toContain('a GitOps controller owns them');
  expect(code).toBe(2);
});

test('an empty --context is wrong use', () => {
  const { code, stderr } = project.kit('deploy', 'away', '--context', '');
  expect(stderr).toContain('--context names no context');
  expect(code).toBe(2);
});
