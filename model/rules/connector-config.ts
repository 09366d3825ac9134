import type { Connector } from '../connector';
import { dnsSubdomainFix, dnsSubdomainForm } from '../kubernetes-name';
import { decidedByPostgres } from '../patterns/postgres';
import { at } from '../problem';
import type { Rule } from '../rule';
import { isSecretLiteral, reference } from '../secret-literal';

const connectorConfigs = 'https://kafka.apache.org/documentation/#connectconfigs';

export const noSecretInConfig: Rule = {
  code: 'KFK-C020',
  severity: 'error',
  title: 'No secret is in the config of a connector',
  source: "https://kafka.apache.org/documentation/#connect_running: Connect's REST interface shows it to whoever asks",
  *check({ connectors }) {
    for (const connector of connectors.values())
      for (const key of connector.said) {
        const value = connector.config[key] ?? '';
        if (reference.test(value))
          yield at(connector, 'config', key)
            .problem(`'${value}' refers to a value that nobody may have let the workers read`)
            .fix(`remove it and say secrets: { '${key}': { secret: …, key: … } }`);
        else if (isSecretLiteral(key, value))
          yield at(connector, 'config', key)
            .problem(`'${key}' looks like a secret, and what is written here is in every manifest`)
            .fix(`put it into a Secret and say secrets: { '${key}': { secret: …, key: … } }`);
      }
  },
};

/** A key and the field that says it; an empty one: nothing else may. */
const decided: readonly (readonly [RegExp, string])[] = [
  [/^name$/, 'the name of its entry'],
  [/^connector\.class$/, 'class'],
  [/^tasks\.max$/, 'tasks'],
  [/^topics(\.regex)?$/, 'consumes'],
  [/^errors\.deadletterqueue\.topic\./, 'consumes.….deadLetter'],
  [/^schema\.history\.internal\.(kafka\.(topic|bootstrap\.servers)|producer\.|consumer\.)/, 'schemaHistory'],
  [/^topic\.creation\./, ''],
  [/^(producer|consumer|admin)\.override\./, ''],
];

function decidedBy({ postgres, secrets }: Connector, key: string): string | undefined {
  if (postgres && (decidedByPostgres.includes(key) || key.startsWith('signal.consumer.'))) return 'postgres';
  if (Object.hasOwn(secrets, key)) return 'secrets';
  return decided.find(([pattern]) => pattern.test(key))?.[1];
}

export const decidedElsewhere: Rule = {
  code: 'KFK-C021',
  severity: 'error',
  title: "A connector's config says nothing that the rest of its description decides",
  source: `${connectorConfigs}; workers let no connector have clients of its own or make topics: connector.client.config.override.policy, topic.creation.enable`,
  *check({ connectors }) {
    for (const connector of connectors.values())
      for (const key of connector.said) {
        const field = decidedBy(connector, key);
        if (field === undefined) continue;
        const finding = at(connector, 'config', key);
        yield field
          ? finding.problem(`'${key}' is said by ${field}`).fix('remove it here, and say it there')
          : finding
              .problem(`'${key}' would change what the workers' user does, or make topics that nobody described`)
              .fix('remove it, and describe the topic');
      }
  },
};

/** The database's user and password are said together. */
const atSecret = (connector: Connector, config: string) =>
  connector.postgres && /^database\.(user|password)$/.test(config)
    ? at(connector, 'postgres', 'credentials')
    : at(connector, 'secrets', config);

/** https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data */
const secretValue = /^[A-Za-z0-9._-]{1,253}$/;

export const secretForm: Rule = {
  code: 'KFK-C022',
  severity: 'error',
  title: 'A connector refers to values of Secrets that can be there',
  source: 'https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data',
  *check({ connectors }) {
    for (const connector of connectors.values())
      for (const [config, { secret, key }] of Object.entries(connector.secrets)) {
        const where = atSecret(connector, config);
        if (!dnsSubdomainForm.test(secret))
          yield where.problem(`'${secret}' cannot be the name of a Secret`).fix(dnsSubdomainFix);
        if (!secretValue.test(key))
          yield where
            .problem(`'${key}' cannot be the name of one of its values`)
            .fix("use letters, digits, '.', '_' and '-'");
      }
  },
};

export const nobodyElsesSecret: Rule = {
  code: 'KFK-C039',
  severity: 'error',
  title: "A connector refers to no Secret of a cluster's, and to no user's",
  source:
    'https://strimzi.io/docs/operators/latest/deploying.html#certificates-and-secrets-str: workers may read all of a Secret, and a connector can write what it reads to a topic',
  *check({ connectors, clusters, applications }) {
    const kubernetes = [...clusters.values()].filter(({ appliedBy }) => appliedBy === 'kubernetes');
    for (const connector of connectors.values())
      for (const [config, { secret }] of Object.entries(connector.secrets)) {
        const cluster = kubernetes.find(({ name }) => secret.startsWith(`${name}-`));
        const user = kubernetes.some(({ name }) => applications.get(secret)?.cluster === name);
        if (cluster || user)
          yield atSecret(connector, config)
            .problem(
              cluster
                ? `'${secret}' could hold keys of the cluster '${cluster.name}'`
                : `'${secret}' is the credential of '${secret}'`,
            )
            .fix('put the values that it needs into a Secret of another name');
      }
  },
};

export const connectorConfigRules: readonly Rule[] = [
  noSecretInConfig,
  decidedElsewhere,
  secretForm,
  nobodyElsesSecret,
];
