import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { shared } from '../support/shared';
import type { Fault } from './faults';

/** A rule across the fields of a kind, in the Common Expression Language. */
interface CelRule {
  /** `kafka.strimzi.io/v1 KafkaUser`. */
  readonly kind: string;
  /** Where its definition has it. */
  readonly path: string;
  readonly message: string;
}

/** A mistake that only such a rule finds: what it is, of which kind. */
export type CelFault = readonly [string, string, Fault];

const strimzi = 'kafka.strimzi.io/v1';
const flux = 'toolkit.fluxcd.io';

const inRacks = [
  ['Kafka', ['spec', 'kafka', 'rack']],
  ['KafkaBridge', ['spec', 'rack']],
  ['KafkaConnect', ['spec', 'rack']],
  ['KafkaMirrorMaker2', ['spec', 'rack']],
] as const;
const inMetrics = [
  ['Kafka', ['spec', 'kafka', 'metricsConfig']],
  ['Kafka', ['spec', 'cruiseControl']],
  ['KafkaBridge', ['spec', 'metricsConfig']],
  ['KafkaConnect', ['spec', 'metricsConfig']],
  ['KafkaMirrorMaker2', ['spec', 'metricsConfig']],
] as const;
const inUsers = [
  ['validity without renewal', { type: 'tls', validityDays: 30 }, /must be set together/],
  ['renewal after the end', { type: 'tls', validityDays: 30, renewalDays: 30 }, /must be less than/],
  ['validity of a password', { type: 'scram-sha-512', validityDays: 30, renewalDays: 10 }, /only with 'type: tls'/],
] as const;
const vault = { storeRef: { name: 'vault' } };
const renamed = { regexp: { source: 'a', target: 'b' } };
const inPushes = [
  ['a push into no store', { storeRef: {} }, /either name or labelSelector/],
  ['keys that are renamed and are one', { ...vault, remoteKey: 'a', rewrite: [renamed] }, /mutually exclusive/],
  [
    'keys that are renamed in two ways',
    { ...vault, rewrite: [{ ...renamed, transform: { template: 'a' } }] },
    /exactly one of regexp or transform/,
  ],
] as const;
const exporter = { type: 'jmxPrometheusExporter' };
const two = { configMapRef: { name: 'a' }, secretRef: { name: 'a' } };
const chart = { spec: { chart: 'a', sourceRef: { kind: 'HelmRepository', name: 'a' } } };

export const celFaults: readonly CelFault[] = [
  ...inUsers.map(
    ([what, value, told]): CelFault => [
      what,
      `${strimzi} KafkaUser`,
      { path: ['spec', 'authentication'], value, told },
    ],
  ),
  ...inRacks.flatMap(([kind, path]): CelFault[] => [
    [
      'a rack without its label',
      `${strimzi} ${kind}`,
      { path, value: { type: 'topology-label', topologyKey: '' }, told: /topologyKey property is required/ },
    ],
    [
      'a rack without its variable',
      `${strimzi} ${kind}`,
      { path, value: { type: 'environment-variable', envVarName: '' }, told: /envVarName property is required/ },
    ],
  ]),
  ...inMetrics.map(
    ([kind, path]): CelFault => [
      'metrics without rules',
      `${strimzi} ${kind}`,
      {
        path,
        value: path.includes('cruiseControl' as never) ? { metricsConfig: exporter } : exporter,
        told: /valueFrom property is required/,
      },
    ],
  ),
  [
    'a reporter that Cruise Control has not',
    `${strimzi} Kafka`,
    {
      path: ['spec', 'cruiseControl'],
      value: { metricsConfig: { type: 'strimziMetricsReporter' } },
      told: /value type not supported/,
    },
  ],
  [
    'more copies at least than at most',
    'keda.sh/v1alpha1 ScaledObject',
    { path: ['spec', 'minReplicaCount'], value: 1000, told: /minReplicaCount must be less than or equal/ },
  ],
  [
    'a release with two sources',
    `helm.${flux}/v2 HelmRelease`,
    {
      path: ['spec'],
      value: { interval: '1h', chart, chartRef: { kind: 'OCIRepository', name: 'a' } },
      told: /either chart or chartRef must be set/,
    },
  ],
  [
    'an upgrade that is tried again, and is not',
    `helm.${flux}/v2 HelmRelease`,
    {
      path: ['spec', 'upgrade'],
      value: { strategy: { name: 'RemediateOnFailure', retryInterval: '5m' } },
      told: /retryInterval can only be set when .name is 'RetryOnFailure'/,
    },
  ],
  [
    'an installation that is tried again, and is not',
    `helm.${flux}/v2 HelmRelease`,
    {
      path: ['spec', 'install'],
      value: { strategy: { name: 'RemediateOnFailure', retryInterval: '5m' } },
      told: /retryInterval cannot be set when .name is 'RemediateOnFailure'/,
    },
  ],
  [
    'a cluster that is found in two ways',
    `helm.${flux}/v2 HelmRelease`,
    { path: ['spec', 'kubeConfig'], value: two, told: /exactly one of spec.kubeConfig/ },
  ],
  [
    'a cluster that is found in two ways',
    `kustomize.${flux}/v1 Kustomization`,
    { path: ['spec', 'kubeConfig'], value: two, told: /exactly one of spec.kubeConfig/ },
  ],
  [
    'an account of a cloud that is none',
    `source.${flux}/v1 GitRepository`,
    { path: ['spec', 'serviceAccountName'], value: 'a', told: /serviceAccountName can only be set when provider/ },
  ],
  ...inPushes.map(
    ([what, entry, told]): CelFault => [
      what,
      'external-secrets.io/v1alpha1 PushSecret',
      { path: ['spec', 'dataTo'], value: [entry], told },
    ],
  ),
  [
    'tags that the operator writes itself',
    'external-secrets.io/v1 SecretStore',
    {
      path: ['spec', 'provider'],
      value: { aws: { service: 'SecretsManager', region: 'a', customSessionTags: { esoNamespace: 'a' } } },
      told: /customSessionTags cannot contain/,
    },
  ],
];

/** Providers of SecretStore that the kit never names. */
const elsewhere = /\.provider\.(crd|doppler|nebiusmysterybox|onepasswordSDK|openBao|pulumi|secretserver)\b/;

/** Every such rule in the definitions of some kinds, but for what the kit has no part of. */
export function celRulesOf(kinds: readonly string[]): CelRule[] {
  const files = readdirSync(join(shared, 'crds')).filter((name) => name.endsWith('.yaml'));
  return files.flatMap((file) => {
    const { spec } = parse(readFileSync(join(shared, 'crds', file), 'utf8'));
    // biome-ignore lint/suspicious/noExplicitAny: a definition of any kind
    return spec.versions.flatMap(({ name, schema }: any) => {
      const kind = `${spec.group}/${name} ${spec.names.kind}`;
      if (!kinds.includes(kind)) return [];
      return rulesIn(schema.openAPIV3Schema, '').flatMap(([path, message]) =>
        elsewhere.test(path) ? [] : [{ kind, path, message }],
      );
    });
  });
}

// biome-ignore lint/suspicious/noExplicitAny: a schema of any kind
function rulesIn(schema: any, path: string): (readonly [string, string])[] {
  const own = (schema['x-kubernetes-validations'] ?? []).map(
    // biome-ignore lint/suspicious/noExplicitAny: as above
    ({ message, rule }: any) => [path, message ?? rule] as const,
  );
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const below = Object.entries<any>(schema.properties ?? {}).flatMap(([name, inner]) =>
    rulesIn(inner, `${path}.${name}`),
  );
  const items = schema.items ? rulesIn(schema.items, `${path}[]`) : [];
  const values =
    typeof schema.additionalProperties === 'object' ? rulesIn(schema.additionalProperties, `${path}.*`) : [];
  return [...own, ...below, ...items, ...values];
}
