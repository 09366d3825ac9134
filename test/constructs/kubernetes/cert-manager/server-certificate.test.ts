import {
  ServerCertificate,
  type ServerCertificateProps,
} from '../../../../constructs/kubernetes/cert-manager/server-certificate';
import { manifestsOf } from '../../../support/chart';

const least: ServerCertificateProps = {
  metadata: { name: 'main-listener' },
  secretName: 'main-listener',
  dnsNames: ['main-kafka-bootstrap.kafka.svc'],
  issuer: { name: 'company', kind: 'ClusterIssuer' },
};
const spec = (props: Partial<ServerCertificateProps> = {}) =>
  manifestsOf((chart) => new ServerCertificate(chart, 'it', { ...least, ...props }))[0]?.spec;

test('a server certificate proves a server and no client, and has a key that Java reads, new at each renewal', () => {
  expect(spec()).toEqual({
    secretName: 'main-listener',
    dnsNames: ['main-kafka-bootstrap.kafka.svc'],
    usages: ['digital signature', 'key encipherment', 'server auth'],
    privateKey: { algorithm: 'RSA', size: 3072, encoding: 'PKCS8', rotationPolicy: 'Always' },
    issuerRef: { group: 'cert-manager.io', name: 'company', kind: 'ClusterIssuer' },
  });
});

test.each<[Partial<ServerCertificateProps>, object]>([
  [{ secretName: 'other' }, { secretName: 'other' }],
  [{ dnsNames: ['a', 'b'] }, { dnsNames: ['a', 'b'] }],
  [{ lifetime: { duration: '720h', renewBefore: '240h' } }, { duration: '720h', renewBefore: '240h' }],
  [{ issuer: { name: 'own', kind: 'Issuer' } }, { issuerRef: { name: 'own', kind: 'Issuer' } }],
])('%j becomes %j', (props, changed) => {
  expect(spec(props)).toMatchObject(changed);
});
