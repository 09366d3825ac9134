import type { Construct } from 'constructs';
import { type Metadata, type Named, NamedObject } from '../named-object';
import { externalSecretsApiVersion } from './api';

type IExternalSecret = import('@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret', { with: {
  'resolution-mode': 'import',
}}).IExternalSecret;

/** One value in the store. */
export interface RemoteValue {
  /** The secret's name in the store. */
  readonly key: string;
  /** Which of the secret's values. Default: the whole secret. */
  readonly property?: string;
}

/** Values of one secret that stand one after the other. */
export interface JoinedValues {
  /** The secret's name in the store. */
  readonly key: string;
  /** How the names of its values end: `.crt`. */
  readonly suffix: string;
}

export interface ExternalSecretProps {
  /** The Secret that it makes has the same name. */
  readonly metadata: Metadata;
  /** A `SecretStore` of the same namespace, or a `ClusterSecretStore`. */
  readonly secretStore: string;
  /** Default: `SecretStore`. */
  readonly secretStoreKind?: 'SecretStore' | 'ClusterSecretStore';
  /** What is read, by the name that it has in the Secret and in `template`. */
  readonly values: Readonly<Record<string, RemoteValue>>;
  /** Go templates over the values, and plain text; in the Secret they stand beside the values. Default: none. */
  readonly template?: Readonly<Record<string, string>>;
  /** What is joined of several values of one secret, by the name that it has in the Secret: a bundle of however many authorities. Default: none. */
  readonly joined?: Readonly<Record<string, JoinedValues>>;
  /** What is joined of values of several secrets, in their order, by the name that it has in the Secret. Default: none. */
  readonly bundled?: Readonly<Record<string, readonly RemoteValue[]>>;
  /** How often the store is read again: `5m`. Default: `1h`. */
  readonly refreshInterval?: string;
}

/** `ExternalSecret`: a Secret that follows a store. https://external-secrets.io/latest/api/externalsecret/ */
export class ExternalSecret extends NamedObject {
  constructor(scope: Construct, id: string, props: ExternalSecretProps) {
    super(scope, id, manifest(props));
  }
}

function manifest(props: ExternalSecretProps): Named<IExternalSecret> {
  const { metadata, secretStore, secretStoreKind = 'SecretStore', values, refreshInterval = '1h' } = props;
  const joined = Object.values(props.joined ?? {});
  return {
    apiVersion: externalSecretsApiVersion,
    kind: 'ExternalSecret',
    metadata,
    spec: {
      refreshInterval,
      secretStoreRef: { kind: secretStoreKind, name: secretStore },
      target: {
        name: metadata.name,
        // When the source is gone the Secret stays: clients that are connected fail only when they should.
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        template: { engineVersion: 'v2', ...templateOf(props) },
      },
      data: [...Object.entries(values), ...bundledOf(props).flatMap(({ parts }) => parts)].map(
        ([secretKey, remoteRef]) => ({ secretKey, remoteRef: { ...remoteRef } }),
      ),
      dataFrom:
        joined.length === 0
          ? undefined
          : joined.map(({ key }, index) => ({
              extract: { key },
              rewrite: [{ regexp: { source: '^(.*)$', target: `${prefix(index)}$1` } }],
            })),
    },
  };
}

/** What is read to be joined stays out of the Secret: then every value is named, and nothing comes along. */
function templateOf(props: ExternalSecretProps) {
  const { values, template = {}, joined = {} } = props;
  const together = [
    ...Object.entries(joined).map(([name, { suffix }], index) => [name, joining(prefix(index), suffix)]),
    ...bundledOf(props).map(({ name, parts }) => [
      name,
      parts.map(([part]) => `{{ ${readingOf(part)} | trim }}\n`).join(''),
    ]),
  ];
  if (together.length === 0) return { mergePolicy: 'Merge' as const, data: { ...template } };
  const alone = Object.keys(values).map((name) => [name, `{{ ${readingOf(name)} }}`]);
  return { mergePolicy: 'Replace' as const, data: { ...Object.fromEntries([...alone, ...together]), ...template } };
}

const readingOf = (name: string): string => `index . ${JSON.stringify(name)}`;

/** Each part under a name of its own: `ca.crt-0`. */
const bundledOf = ({ bundled = {} }: ExternalSecretProps) =>
  Object.entries(bundled).map(([name, parts]) => ({
    name,
    parts: parts.map((remote, index) => [`${name}-${index}`, remote] as const),
  }));

/** Apart from every name in `values`, whatever the secret's own are. */
const prefix = (index: number): string => `joined-${index}-`;

/** Go visits the names of a map in their order. */
const joining = (before: string, suffix: string): string =>
  `{{ range $name, $value := . }}{{ if and (hasPrefix "${before}" $name) (hasSuffix "${suffix}" $name) }}{{ $value | trim }}\n{{ end }}{{ end }}`;
