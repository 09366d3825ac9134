import { day, named, onKubernetes, told, topic } from './told';

const whoOf = (access: readonly { readonly who: string; readonly kind: string }[]) =>
  access.map(({ who, kind }) => `${who}, ${kind}`).sort();

describe('who may read and write what', () => {
  test('readers have a flow or are held back by nothing, and no writer reads', () => {
    const { readers, writers } = named(told(onKubernetes).topics, topic);
    expect(whoOf(readers)).toEqual(['billing, application', 'root, super-user']);
    expect(whoOf(writers)).toEqual(['root, super-user', 'shop, application']);
  });

  test('each says because of what', () => {
    const [reader] = named(told(onKubernetes).topics, topic).readers.filter(({ who }) => who === 'billing');
    expect(reader).toMatchObject({
      owner: 'orders',
      principal: 'User:billing',
      from: `applications.billing.consumes['${topic}']`,
      host: '*',
      until: null,
    });
  });

  const namespace = 'people';

  test('whoever broke glass reads everything until a day; who only looks reads nothing', () => {
    const broken = { owner: 'orders', role: 'break-glass', until: '2026-11-24', reason: 'a lost record', namespace };
    const evidence = told({
      ...onKubernetes,
      operators: {
        alice: broken,
        bob: { owner: 'orders', role: 'read-only', namespace },
        carol: { owner: 'orders', role: 'admin', namespace },
      },
    });
    const { readers } = named(evidence.topics, topic);
    expect(readers.filter(({ kind }) => kind === 'operator')).toMatchObject([{ who: 'alice', until: '2026-11-24' }]);
    expect(evidence.attention).toContainEqual({
      what: 'glass is broken until 2026-11-24: a lost record',
      where: 'alice',
    });
  });

  test('whose last day has passed is what somebody has to look at first, and nobody who may read', () => {
    const ended = { owner: 'orders', role: 'break-glass', until: '2026-11-20', reason: 'a lost record', namespace };
    const evidence = told({ ...onKubernetes, operators: { alice: ended } });
    expect(whoOf(named(evidence.topics, topic).readers).join()).not.toContain('alice');
    expect(evidence.attention).toContainEqual({
      what: 'its last day was 2026-11-20: whoever has its credential may do everything until the next deploy takes it away',
      where: 'alice',
    });
    const still = told({ ...onKubernetes, operators: { alice: { ...ended, until: day } } });
    expect(still.attention.map(({ what }) => what).join()).not.toContain('its last day was');
  });

  test('whom a denial names reads no more, and it is told', () => {
    const denies = [{ topic, operations: ['Read'] }];
    const alice = {
      owner: 'orders',
      role: 'break-glass',
      until: '2026-11-24',
      reason: 'a lost record',
      denies,
      namespace,
    };
    const { readers, writers, denied } = named(told({ ...onKubernetes, operators: { alice } }).topics, topic);
    expect(whoOf(readers)).not.toContain('alice, operator');
    expect(whoOf(writers)).toContain('alice, operator');
    expect(denied).toMatchObject([{ who: 'alice', operation: 'Read' }]);
  });

  test('a denial from one address leaves the others', () => {
    const denies = [{ topic, operations: ['Read'], hosts: ['192.0.2.1'] }];
    const { readers } = named(told({ ...onKubernetes, 'platform.applications.billing.denies': denies }).topics, topic);
    expect(whoOf(readers)).toContain('billing, application');
  });

  test('where brokers ask nobody, everybody reads', () => {
    const open = { backend: 'strimzi', brokers: 1, controllers: 1, authorization: 'none' };
    const evidence = told({ kubernetes: {}, disposable: true, 'clusters.main': open });
    expect(whoOf(named(evidence.topics, topic).readers)).toContain('everybody, super-user');
    expect(named(evidence.clusters, 'main').unbound).toEqual(['everybody']);
  });

  test('a copy on another cluster is told with who reads it there', () => {
    const evidence = told({
      ...onKubernetes,
      'clusters.standby': { backend: 'strimzi', rack: 'topology.kubernetes.io/zone', superUsers: ['User:keeper'] },
      'replications.copy': { owner: 'orders', from: 'main', to: 'standby' },
      [`platform.topics[${topic}].cluster`]: 'main',
      'platform.applications.shop.cluster': 'main',
      'platform.applications.billing.cluster': 'main',
    });
    const [copy] = named(evidence.topics, topic).copies;
    expect(copy).toMatchObject({ to: "the cluster 'standby'", as: `main.${topic}`, by: 'MirrorMaker 2, copy' });
    expect(whoOf(copy?.readers ?? [])).toContain('keeper, super-user');
  });
});
