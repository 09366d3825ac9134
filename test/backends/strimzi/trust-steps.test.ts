import { rotation } from '../../../backends/strimzi/description/rotation';
import { trustSteps } from '../../../backends/strimzi/description/trust-steps';
import { on } from './reached';

type Settings = Parameters<typeof on>[0];

const renewed = (settings: Settings = {}) => {
  const cluster = on(settings).clusters.get('main');
  if (!cluster) throw new Error('there is no cluster');
  return { environment: 'test', cluster, namespace: 'kafka' };
};
const said = (settings?: Settings) => trustSteps(renewed(settings)).map(({ by, what }) => `${by}: ${what}`);
const tls = { port: 9093, authentication: 'scram-sha-512' } as const;

test('the plan of an authority says who takes up both: what runs beside the cluster does by itself', () => {
  expect(said()).toEqual([expect.stringMatching(/^vendor: .*'main-cluster-ca-cert'.*lag exporter reads both/)]);
  const all = rotation.renewals.authority?.(renewed()) ?? [];
  expect(all).toEqual(expect.arrayContaining(trustSteps(renewed())));
});

test('of the Access Operator, which brings one authority, the plan says what happens and how both are had', () => {
  const [, handedOut, ...others] = trustSteps(renewed({ connections: 'access-operator' }));
  expect(others).toEqual([]);
  expect(handedOut).toMatchObject({
    by: 'you',
    what: expect.stringContaining("'ssl.truststore.crt'"),
    command: expect.stringMatching(/^kubectl get secret main-cluster-ca-cert --namespace kafka .*endswith\("\.crt"\)/),
  });
  expect(said({ connections: 'external-secrets' })).toHaveLength(1);
});

test('a listener with an issuer is another matter: its two authorities are named first', () => {
  const one = said({ listeners: { scram: { ...tls, issuer: 'company' } } });
  expect(one).toEqual([expect.stringContaining('clusters.main.listeners.scram.authorities')]);
  const both = {
    scram: { ...tls, issuer: 'company', authorities: ['company-authority'] },
    inner: { ...tls, port: 9094 },
  };
  expect(said({ listeners: both })).toEqual([
    expect.stringMatching(/^vendor/),
    expect.stringMatching(/add the Secret of the next one to .*\(company-authority\)/),
  ]);
});
