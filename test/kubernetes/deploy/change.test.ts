/** What a changed description does to objects that are there, on a real kube-apiserver. */
import { printed, Shop, topic } from './shop';

jest.setTimeout(120_000);

const shop = new Shop('changed');
beforeAll(() => shop.begin());

describe('a change', () => {
  test('is shown as fields, old and new, and carried out', () => {
    shop.describeAs(({ platform }) => {
      platform.topics['orders.created'] = { ...topic, partitions: 6 };
    });
    const ran = shop.deploy('--format', 'json');
    expect(ran.stderr).toContain('spec.partitions: 3 → 6');
    expect(printed(ran).objects).toMatchObject([
      {
        address: 'KafkaTopic/orders.created',
        status: 'applied',
        fields: [{ path: 'spec.partitions', before: '3', after: '6' }],
      },
    ]);
    expect(shop.live('kafkatopic', 'orders.created').spec.partitions).toBe(6);
  });

  test('that no broker can make is refused, whatever is approved', () => {
    shop.forgetInventory();
    shop.describeAs(({ platform }) => {
      platform.topics['orders.created'] = topic;
    });
    const { code, stderr } = shop.deploy();
    expect(stderr).toContain('KFK-D010 KafkaTopic/orders.created: partitions fall from 6 to 3');
    expect(code).toBe(4);
    expect(shop.live('kafkatopic', 'orders.created').spec.partitions).toBe(6);
  });

  test('of a field that another field manager holds is told, and nothing is applied', () => {
    shop.patch('kafkatopic', 'orders.old', { spec: { partitions: 4 } }, '--field-manager=night-shift');
    shop.describeAs(({ platform }) => {
      platform.topics['orders.created'] = { ...topic, partitions: 7 };
      platform.topics['orders.old'] = { ...topic, partitions: 8 };
    });
    const { code, stderr } = shop.deploy();
    expect(stderr).toContain(
      "KFK-D007 KafkaTopic/orders.old in kafka-changed: .spec.partitions is held by 'night-shift'",
    );
    expect(stderr).toContain('--force-conflicts');
    expect(code).toBe(3);
    expect(shop.live('kafkatopic', 'orders.created').spec.partitions).toBe(6);
  });

  test('takes the field with --force-conflicts', () => {
    expect(shop.deploy('--force-conflicts').code).toBe(0);
    expect(shop.live('kafkatopic', 'orders.old').spec.partitions).toBe(8);
  });

  test('that loses records is refused before anything is applied', () => {
    shop.mark('annotate', 'kafkatopic', 'orders.created', 'note=mine');
    shop.forgetInventory();
    shop.describeAs(({ platform }) => {
      platform.topics['orders.created'] = { ...topic, partitions: 9, retention: '1d' };
    });
    const { code, stderr } = shop.deploy();
    expect(stderr).toContain(
      'KFK-D006 KafkaTopic/orders.created: KafkaTopic stays and loses records: retention.ms falls',
    );
    expect(code).toBe(4);
    expect(shop.live('kafkatopic', 'orders.created').spec.partitions).toBe(7);
    shop.describeAs(({ platform }) => {
      platform.topics['orders.created'] = { ...topic, partitions: 7 };
    });
    expect(shop.deploy().code).toBe(0);
    expect(shop.live('kafkatopic', 'orders.created').metadata.annotations.note).toBe('mine');
  });
});

describe('an object of a GitOps controller', () => {
  test('is refused, and the controller is named', () => {
    shop.mark(
      'annotate',
      'kafkauser',
      'billing',
      'argocd.argoproj.io/tracking-id=shop:kafka.strimzi.io/KafkaUser:kafka-changed/billing',
    );
    shop.mark('label', 'kafkauser', 'shop', 'kustomize.toolkit.fluxcd.io/name=shop');
    const { code, stderr } = shop.deploy();
    expect(stderr).toContain('KFK-D008 KafkaUser/billing in kafka-changed belongs to Argo CD');
    expect(stderr).toContain('KFK-D008 KafkaUser/shop in kafka-changed belongs to Flux');
    expect(code).toBe(2);
    shop.mark('annotate', 'kafkauser', 'billing', 'argocd.argoproj.io/tracking-id-');
    shop.mark('label', 'kafkauser', 'shop', 'kustomize.toolkit.fluxcd.io/name-');
    expect(shop.deploy().code).toBe(0);
  });
});
