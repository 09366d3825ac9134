import { ConnectorSecrets } from '../../../../constructs/kubernetes/connect/connector-secrets';
import { ownClient, ownClientSecrets } from '../../../../constructs/kubernetes/connect/own-client';
import { manifestsOf } from '../../../support/chart';

describe("what lets workers read their connectors' secrets", () => {
  const made = manifestsOf((chart) => {
    new ConnectorSecrets(chart, 'secrets', {
      connectCluster: 'pipeline',
      namespace: 'kafka',
      secrets: ['inventory'],
      labels: { owner: 'orders' },
    });
  });

  test('is for the ServiceAccount that Strimzi makes, and for exactly these Secrets', () => {
    expect(made).toMatchObject([
      {
        kind: 'Role',
        metadata: { name: 'pipeline-connect-secrets', namespace: 'kafka', labels: { owner: 'orders' } },
        rules: [{ apiGroups: [''], resources: ['secrets'], resourceNames: ['inventory'], verbs: ['get'] }],
      },
      {
        kind: 'RoleBinding',
        roleRef: { kind: 'Role', name: 'pipeline-connect-secrets' },
        subjects: [{ kind: 'ServiceAccount', name: 'pipeline-connect', namespace: 'kafka' }],
      },
    ]);
  });
});

describe("a connector's own client", () => {
  const trustedCertificates = [{ secretName: 'main-cluster-ca-cert', certificate: 'ca.crt' }];
  const scram = {
    namespace: 'kafka',
    trustedCertificates,
    authentication: {
      type: 'scram-sha-512',
      username: 'pipeline',
      passwordSecret: { secretName: 'pipeline', password: 'password' },
    },
  } as const;
  const tls = {
    namespace: 'kafka',
    trustedCertificates,
    authentication: {
      type: 'tls',
      certificateAndKey: { secretName: 'pipeline', certificate: 'user.crt', key: 'user.key' },
    },
  } as const;

  test("proves itself by the workers' password, which it only refers to", () => {
    expect(ownClient(scram)).toEqual({
      'security.protocol': 'SASL_SSL',
      'sasl.mechanism': 'SCRAM-SHA-512',
      'sasl.jaas.config': '${secrets:kafka/pipeline:sasl.jaas.config}',
      'ssl.truststore.type': 'PEM',
      'ssl.truststore.location': '/mnt/kafka-authority/ca.crt',
    });
  });

  test('or by their certificate', () => {
    expect(ownClient(tls)).toEqual({
      'security.protocol': 'SSL',
      'ssl.keystore.type': 'PEM',
      'ssl.keystore.certificate.chain': '${secrets:kafka/pipeline:user.crt}',
      'ssl.keystore.key': '${secrets:kafka/pipeline:user.key}',
      'ssl.truststore.type': 'PEM',
      'ssl.truststore.location': '/mnt/kafka-authority/ca.crt',
    });
  });

  test.each([scram, tls])("refers to no Secret but the workers' own: $authentication.type", (props) => {
    const referred = Object.values(ownClient(props)).flatMap((value) => /kafka\/([^:]+):/.exec(value)?.[1] ?? []);
    expect([...new Set(referred)]).toEqual(['pipeline']);
    expect(ownClientSecrets(props)).toEqual(['pipeline']);
  });

  test.each([
    [
      'what one Secret holds, whatever it is called',
      [{ secretName: 'main-cluster-ca-cert', certificate: 'ca.crt', pattern: '*.crt' }],
      '${secrets:kafka/main-cluster-ca-cert:*.crt}',
      ['pipeline', 'main-cluster-ca-cert'],
    ],
    [
      'what several hold',
      ['company', 'company-next'].map((secretName) => ({ secretName, certificate: 'ca.crt' })),
      '${secrets:kafka/company:ca.crt}\n${secrets:kafka/company-next:ca.crt}',
      ['pipeline', 'company', 'company-next'],
    ],
  ])('trusts two authorities while one is replaced: %s', (_, trusted, certificates, secrets) => {
    const props = { ...scram, trustedCertificates: trusted };
    expect(ownClient(props)).toMatchObject({
      'ssl.truststore.type': 'PEM',
      'ssl.truststore.certificates': certificates,
    });
    expect(ownClient(props)).not.toHaveProperty('ssl.truststore.location');
    expect(ownClientSecrets(props)).toEqual(secrets);
  });

  test('trusts whom everybody trusts where no authority is named', () => {
    const { trustedCertificates: _, ...open } = scram;
    expect(Object.keys(ownClient(open)).join()).not.toContain('truststore');
  });
});
