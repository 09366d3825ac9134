import type { Manifest } from '../support/manifests';

/** One mistake in an object that is right, and what the API server says of it. */
export interface Fault {
  readonly path: readonly (string | number)[];
  /** Undefined takes the value away. */
  readonly value: unknown;
  readonly told: RegExp;
  /** Which object of its kind is spoilt. Default: the first. */
  readonly of?: (object: Manifest) => boolean;
}

const strimzi = 'kafka.strimzi.io/v1';

/** A mistake that somebody could make, for each kind of the output. A kind without one fails the tests. */
export const faults: Readonly<Record<string, Fault>> = {
  'v1 ConfigMap': { path: ['data', 'planted'], value: 1, told: /string/ },
  'v1 Namespace': { path: ['metadata', 'labels', 'planted'], value: 'a b', told: /label/ },
  'v1 Service': { path: ['spec', 'ports', 0, 'port'], value: 99_999, told: /between 1 and 65535/ },
  'v1 ServiceAccount': { path: ['automountServiceAccountToken'], value: 'no', told: /bool/ },
  'apps/v1 Deployment': {
    path: ['spec', 'selector'],
    value: { matchLabels: { app: 'another' } },
    told: /does not match/,
  },
  'networking.k8s.io/v1 NetworkPolicy': {
    path: ['spec', 'ingress', 0, 'ports'],
    value: [{ port: 99_999 }],
    told: /65535/,
    of: ({ spec }) => spec?.ingress !== undefined,
  },
  'policy/v1 PodDisruptionBudget': { path: ['spec', 'maxUnavailable'], value: 'many', told: /valid percent string/ },
  'rbac.authorization.k8s.io/v1 Role': {
    path: ['rules', 0, 'verbs'],
    value: [],
    told: /must contain at least one value/,
  },
  'rbac.authorization.k8s.io/v1 RoleBinding': { path: ['roleRef', 'kind'], value: 'Group', told: /supported values/i },
  [`${strimzi} Kafka`]: { path: ['spec', 'kafka', 'listeners', 0, 'port'], value: 9091, told: /9092/ },
  [`${strimzi} KafkaNodePool`]: { path: ['spec', 'roles', 0], value: 'leader', told: /Unsupported value/ },
  [`${strimzi} KafkaTopic`]: { path: ['spec', 'partitions'], value: 0, told: /greater than or equal to 1/ },
  [`${strimzi} KafkaUser`]: {
    path: ['spec', 'authorization', 'acls', 0, 'operations', 0],
    value: 'write',
    told: /Unsupported value/,
    of: ({ spec }) => spec?.authorization !== undefined,
  },
  [`${strimzi} KafkaRebalance`]: { path: ['spec', 'mode'], value: 'some-brokers', told: /Unsupported value/ },
  [`${strimzi} KafkaMirrorMaker2`]: { path: ['spec', 'target', 'groupId'], value: undefined, told: /Required value/ },
  [`${strimzi} KafkaConnect`]: { path: ['spec', 'offsetStorageTopic'], value: undefined, told: /Required value/ },
  [`${strimzi} KafkaConnector`]: { path: ['spec', 'state'], value: 'asleep', told: /Unsupported value/ },
  [`${strimzi} KafkaBridge`]: { path: ['spec', 'http', 'port'], value: 80, told: /greater than or equal to 1023/ },
  'access.strimzi.io/v1alpha1 KafkaAccess': { path: ['spec', 'kafka'], value: undefined, told: /Required value/ },
  'keda.sh/v1alpha1 ScaledObject': {
    path: ['spec', 'triggers', 0, 'metadata'],
    value: undefined,
    told: /Required value/,
  },
  'keda.sh/v1alpha1 TriggerAuthentication': {
    path: ['spec', 'secretTargetRef', 0, 'parameter'],
    value: undefined,
    told: /Required value/,
  },
  'external-secrets.io/v1 ExternalSecret': {
    path: ['spec', 'data', 0, 'secretKey'],
    value: 'a/b',
    told: /should match/,
    of: ({ spec }) => spec?.data !== undefined,
  },
  'external-secrets.io/v1 SecretStore': {
    path: ['spec', 'provider', 'aws'],
    value: { region: 'eu-west-1', service: 'SecretsManager' },
    told: /at most 1/,
  },
  'external-secrets.io/v1alpha1 PushSecret': {
    path: ['spec', 'updatePolicy'],
    value: 'Sometimes',
    told: /Unsupported value/,
  },
  'generators.external-secrets.io/v1alpha1 Password': {
    path: ['spec', 'encoding'],
    value: 'rot13',
    told: /Unsupported value/,
  },
  'generators.external-secrets.io/v1alpha1 VaultDynamicSecret': {
    path: ['spec', 'provider', 'auth', 'kubernetes', 'role'],
    value: undefined,
    told: /Required value/,
  },
  'cert-manager.io/v1 Certificate': { path: ['spec', 'issuerRef'], value: undefined, told: /Required value/ },
  'monitoring.coreos.com/v1 PodMonitor': {
    path: ['spec', 'podMetricsEndpoints', 0, 'port'],
    value: 9404,
    told: /expected string/,
  },
  'monitoring.coreos.com/v1 PrometheusRule': {
    path: ['spec', 'groups', 0, 'rules', 0, 'for'],
    value: 'soon',
    told: /should match/,
  },
  'argoproj.io/v1alpha1 Application': { path: ['spec', 'destination'], value: undefined, told: /Required value/ },
  'argoproj.io/v1alpha1 AppProject': {
    path: ['spec', 'sourceRepos'],
    value: 'everywhere',
    told: /expected list/,
  },
  'kustomize.toolkit.fluxcd.io/v1 Kustomization': { path: ['spec', 'prune'], value: undefined, told: /Required value/ },
  'helm.toolkit.fluxcd.io/v2 HelmRelease': { path: ['spec', 'interval'], value: 'often', told: /should match/ },
  'source.toolkit.fluxcd.io/v1 GitRepository': {
    path: ['spec', 'url'],
    value: 'git.example.com',
    told: /should match/,
  },
  'source.toolkit.fluxcd.io/v1 HelmRepository': { path: ['spec', 'url'], value: 'charts', told: /should match/ },
  'source.toolkit.fluxcd.io/v1 OCIRepository': { path: ['spec', 'url'], value: 'https://charts', told: /should match/ },
};

/** What an API server refuses of any kind: in words of one. */
export const refusedAnyway: readonly (readonly [string, string, Fault])[] = [
  [
    'a field that Strimzi does not know',
    `${strimzi} KafkaTopic`,
    { path: ['spec', 'replicationFactor'], value: 3, told: /not declared in schema/ },
  ],
  [
    'a certificate of a generator that there is not',
    'external-secrets.io/v1 ExternalSecret',
    {
      path: ['spec', 'dataFrom', 0, 'sourceRef', 'generatorRef', 'kind'],
      value: 'VaultCertificate',
      told: /Unsupported value/,
      of: ({ spec }) => /generatorRef/.test(JSON.stringify(spec?.dataFrom)),
    },
  ],
  [
    'a Vault that is nowhere',
    'generators.external-secrets.io/v1alpha1 VaultDynamicSecret',
    { path: ['spec', 'provider', 'server'], value: undefined, told: /Required value/ },
  ],
  [
    'an authority of Vault in what is neither a Secret nor a ConfigMap',
    'generators.external-secrets.io/v1alpha1 VaultDynamicSecret',
    {
      path: ['spec', 'provider', 'caProvider', 'type'],
      value: 'File',
      told: /Unsupported value/,
      of: ({ spec }) => /caProvider/.test(JSON.stringify(spec?.provider)),
    },
  ],
  [
    'a version that Strimzi serves no longer',
    `${strimzi} KafkaTopic`,
    { path: ['apiVersion'], value: 'kafka.strimzi.io/v1beta2', told: /no matches/ },
  ],
];
