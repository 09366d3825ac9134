import fc from 'fast-check';
import { kubernetesName } from '../../model/kubernetes-name';

test('a name that Kubernetes takes stays as it is', () => {
  for (const name of ['orders.created', 'a', '0', 'orders.created.billing.dlq'])
    expect(kubernetesName(name)).toBe(name);
});

test('any other becomes legible, and is told from its neighbours by a hash', () => {
  expect(kubernetesName('Orders_created')).toMatch(/^orders-created-[0-9a-f]{8}$/);
  expect(kubernetesName('_orders')).toMatch(/^orders-[0-9a-f]{8}$/);
  expect(kubernetesName('orders.')).toMatch(/^orders-[0-9a-f]{8}$/);
  expect(kubernetesName('...')).toMatch(/^[0-9a-f]{8}$/);
});

const topic = fc.stringMatching(/^[A-Za-z0-9._-]{1,249}$/);

test('every name of a topic becomes a name that Kubernetes takes', () => {
  fc.assert(
    fc.property(topic, (name) => {
      const made = kubernetesName(name);
      expect(made).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/);
      expect(made.length).toBeLessThanOrEqual(253);
    }),
  );
});

test('no two topics meet in one name', () => {
  fc.assert(fc.property(topic, topic, (a, b) => a === b || kubernetesName(a) !== kubernetesName(b)));
});
