/** `delivery: gitops` beside a real kube-apiserver, to which nothing is applied. */
import { Shop, topic } from './shop';

jest.setTimeout(120_000);

const shop = new Shop('gitops');
beforeAll(() => shop.begin());

describe('delivery: gitops', () => {
  test('writes what the controller reads, and applies nothing', () => {
    shop.describeAs((copy) => {
      Object.assign(copy, {
        delivery: 'gitops',
        gitops: { controller: 'argo-cd', repository: 'https://git.example.com/platform.git' },
      });
      copy.platform.topics['orders.created'] = { ...topic, partitions: 6 };
    });
    const { code, stderr } = shop.deploy();
    expect(stderr).toContain('+ kubernetes/main/kafka-gitops/main-orders.yaml');
    expect(stderr).toContain(
      'not applied: that does argo-cd from https://git.example.com/platform.git. Commit out/gitops',
    );
    expect(stderr).not.toContain('context');
    expect(code).toBe(3);
    expect(shop.live('kafkatopic', 'orders.created').spec.partitions).toBe(3);
    expect(shop.project.read('out/gitops/kubernetes/main/kafka-gitops/main-orders.yaml')).toContain('partitions: 6');
  });

  test('shows what differs from what is there, and nothing when nothing does', () => {
    expect(shop.deploy()).toMatchObject({ code: 0 });
    shop.describeAs(({ platform }) => {
      platform.topics['orders.created'] = { ...topic, partitions: 12 };
    });
    const { code, stderr } = shop.deploy('--dry-run');
    expect(stderr).toContain('~ kubernetes/main/kafka-gitops/main-orders.yaml');
    expect(stderr).toContain('spec.partitions: 6 → 12');
    expect(code).toBe(3);
    expect(shop.project.read('out/gitops/kubernetes/main/kafka-gitops/main-orders.yaml')).toContain('partitions: 6');
  });

  test.each([['--context', 'test'], ['--force-conflicts'], ['--wait']])('refuses to apply: %s', (...options) => {
    const { code, stderr } = shop.deploy(...options);
    expect(stderr).toContain('a GitOps controller owns them');
    expect(stderr).toContain('commit what is written: out/gitops');
    expect(code).toBe(2);
  });
});
