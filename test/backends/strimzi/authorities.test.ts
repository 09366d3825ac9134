import { lagExporterReach } from '../../../backends/strimzi/lag-exporter';
import { reach } from '../../../backends/strimzi/reach';
import { made, on, type Read } from './reached';

const scram = { port: 9093, authentication: 'scram-sha-512' } as const;
const issued = (authorities?: string[]) =>
  on({ listeners: { scram: { ...scram, issuer: 'company', ...(authorities ? { authorities } : {}) } } });
const two = ['company-authority', 'company-authority-next'];
const trusted = two.map((secretName) => ({ secretName, certificate: 'ca.crt' }));

const clusterOf = (resolved: ReturnType<typeof on>) => {
  const cluster = resolved.clusters.get('main');
  if (!cluster) throw new Error('there is no cluster');
  return cluster;
};
const find = (resolved: ReturnType<typeof on>, kind: string, name: RegExp): Read =>
  made(resolved).find((object) => object.kind === kind && name.test(object.metadata.name));

describe('while an issuer changes its authority', () => {
  test('applications are given both, as one file, and may read nothing that holds a key', () => {
    const { spec } = find(issued(two), 'ExternalSecret', /^shop-kafka$/);
    expect(spec.target.template.data['ca.crt']).toBe(
      '{{ index . "ca.crt-0" | trim }}\n{{ index . "ca.crt-1" | trim }}\n',
    );
    expect(spec.data).toEqual(
      expect.arrayContaining(
        two.map((key, index) => ({ secretKey: `ca.crt-${index}`, remoteRef: { key, property: 'ca.crt' } })),
      ),
    );
    const { rules } = find(issued(two), 'Role', /^kafka-main-orders$/);
    expect(rules[0].resourceNames).toEqual([...two, 'billing', 'shop']);
  });

  test('where nothing is said they are given the one that cert-manager puts beside the certificate', () => {
    const { spec } = find(issued(), 'ExternalSecret', /^shop-kafka$/);
    expect(spec.data).toContainEqual({
      secretKey: 'ca.crt',
      remoteRef: { key: 'main-listener-scram', property: 'ca.crt' },
    });
  });

  test('one alone is named where the listener’s own Secret, with the brokers’ key, is not for applications to read', () => {
    const one = issued(['company-authority']);
    expect(find(one, 'ExternalSecret', /^shop-kafka$/).spec.data).toContainEqual({
      secretKey: 'ca.crt',
      remoteRef: { key: 'company-authority', property: 'ca.crt' },
    });
    expect(find(one, 'Role', /^kafka-main-orders$/).rules[0].resourceNames).not.toContain('main-listener-scram');
  });

  test('what runs beside the cluster trusts both, too', () => {
    const resolved = issued(two);
    const [cluster, { environment }] = [clusterOf(resolved), resolved];
    const workers = { name: 'connect', authentication: 'scram-sha-512' } as const;
    expect(reach(cluster, workers, environment).trustedCertificates).toEqual(trusted);
    expect(lagExporterReach(cluster, environment).trustedCertificates).toEqual(trusted);
  });
});

test('while Strimzi replaces its authority the lag exporter trusts every one that its Secret holds', () => {
  const resolved = on();
  expect(lagExporterReach(clusterOf(resolved), resolved.environment).trustedCertificates).toEqual([
    { secretName: 'main-cluster-ca-cert', certificate: 'ca.crt', pattern: '*.crt' },
  ]);
});
