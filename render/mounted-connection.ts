import type { ApplicationConnection } from '../model/application-connection';
import type { TokenSource } from '../model/oauth';
import type { ClientConnection, ClientCredential, ClientTokens } from './client-connection';

/** The files of an application's connection where it runs; Secrets are delivered with these keys. */
export const connectionFiles = {
  bootstrapServers: 'bootstrap-servers',
  certificateAuthority: 'ca.crt',
  username: 'username',
  password: 'password',
  certificate: 'user.crt',
  key: 'user.key',
  trustStore: 'ca.p12',
  trustStorePassword: 'ca.password',
  keystore: 'user.p12',
  keystorePassword: 'user.password',
  clientSecret: 'client-secret',
  tokenAuthority: 'oauth-ca.crt',
} as const;

/** What Strimzi's Access Operator calls those that it names otherwise. https://github.com/strimzi/kafka-access-operator#using-the-access-operator */
const accessOperatorFiles: Partial<Record<keyof typeof connectionFiles, string>> = {
  certificateAuthority: 'ssl.truststore.crt',
  certificate: 'ssl.keystore.crt',
  key: 'ssl.keystore.key',
};

/** The keys of a delivered Secret, by who delivered it. */
export const filesDelivered = (by?: 'access-operator'): Readonly<Record<keyof typeof connectionFiles, string>> => ({
  ...connectionFiles,
  ...(by === 'access-operator' ? accessOperatorFiles : {}),
});

/** Where the files are mounted, unless an application says otherwise. */
const connectionFolder = '/etc/kafka-connection';

/** The file that a value refers to: `/etc/kafka-connection/password`. Absent: it is a value. */
export function referredFile(value: string): string | undefined {
  const [, folder, file] = /^\$\{directory:([^:}]+):([^:}]+)\}$/.exec(value) ?? [];
  return folder && `${folder}/${file}`;
}

/**
 * An application's connection as its client reads it from a mounted folder: no value is known when it is rendered.
 * Kafka's Java clients resolve the references themselves (KIP-421, KIP-297); others read the named files.
 * @see https://kafka.apache.org/documentation/#config_providers
 */
export function mountedConnection(
  {
    application,
    mechanism,
    username = application,
    certificateAuthority,
    credential,
    keystores = 'pem',
    tokens,
    delivered,
  }: ApplicationConnection,
  folder: string = connectionFolder,
): ClientConnection {
  const names = filesDelivered(delivered?.store === 'kubernetes' ? delivered.by : undefined);
  const path = (name: keyof typeof connectionFiles) => `${folder}/${names[name]}`;
  const file = (name: keyof typeof connectionFiles) => `\${directory:${folder}:${names[name]}}`;
  return {
    bootstrapServers: file('bootstrapServers'),
    caFile: certificateAuthority && path('certificateAuthority'),
    ...(keystores === 'pkcs12' && certificateAuthority
      ? { trustStore: { file: path('trustStore'), password: file('trustStorePassword') } }
      : {}),
    credential: credentialOf(),
    resolvedBy: {
      'config.providers': 'directory',
      'config.providers.directory.class': 'org.apache.kafka.common.config.provider.DirectoryConfigProvider',
      'config.providers.directory.param.allowed.paths': folder,
    },
  };

  function credentialOf(): ClientCredential {
    if (credential?.key === 'certificate')
      return {
        mechanism: 'mtls',
        keyFile: path('key'),
        certificateFile: path('certificate'),
        ...(keystores === 'pkcs12'
          ? { keystore: { file: path('keystore'), password: file('keystorePassword') } }
          : { key: file('key'), certificateChain: file('certificate') }),
      };
    if (mechanism === 'SCRAM-SHA-512' || mechanism === 'SCRAM-SHA-256' || mechanism === 'PLAIN')
      return {
        mechanism,
        username: delivered?.store === 'kubernetes' ? file('username') : username,
        password: file('password'),
      };
    if (mechanism === 'AWS_MSK_IAM') return { mechanism };
    if (mechanism === 'OAUTHBEARER') return { mechanism, tokens: tokens && tokensOf(tokens) };
    throw new Error(`no client file is known for ${mechanism ?? 'this connection'} of '${application}'`);
  }

  function tokensOf({ ownAuthority, ...source }: TokenSource): ClientTokens {
    return {
      ...source,
      clientSecret: credential && file('clientSecret'),
      authorityFile: ownAuthority ? path('tokenAuthority') : undefined,
    };
  }
}
