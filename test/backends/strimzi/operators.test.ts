import { found, made, on } from './reached';

describe("an operator's access", () => {
  const oncall = { owner: 'orders', role: 'admin', namespace: 'people' };
  const objects = made(on({}, { operators: { oncall } }));
  const objectsOf = (kind: string) => objects.filter((it) => it.kind === kind);

  test('goes when its manifest goes, whoever recorded it or not, where those of applications are kept', () => {
    const kept = objectsOf('KafkaUser').map(({ metadata }) => [
      metadata.name,
      metadata.annotations?.['kustomize.toolkit.fluxcd.io/prune'],
    ]);
    expect(Object.fromEntries(kept)).toMatchObject({ shop: 'disabled', oncall: undefined });
  });

  test('is read by a store of its own namespace, which reads no secret of an application, nor theirs its', () => {
    const read = (role: string) => found(objects, 'Role', role).rules[0].resourceNames;
    expect(read('kafka-main-orders')).toEqual(['main-cluster-ca-cert', 'billing', 'shop']);
    expect(read('kafka-main-orders--people')).toEqual(['main-cluster-ca-cert', 'oncall']);
  });
});
