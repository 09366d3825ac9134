import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { kafkaSettings } from '../../backends/kafka/description/cluster';
import type { Cluster } from '../../model/cluster';
import { type OAuthClient, tokenSourceOf } from '../../model/oauth';
import type { Resolved } from '../../model/resolved';
import type { ClientCredential } from '../../render/client-connection';
import { Failure } from '../failure';
import type { Folders } from '../folders';
import type { TokenListener } from '../local/token-listener';

/** Whose tokens the brokers of a local cluster take. Absent: nobody's. */
export function tokenListenerOf(cluster: Cluster, folders: Folders): TokenListener | undefined {
  const { oauth } = kafkaSettings(cluster);
  if (!oauth || !cluster.tokens || !cluster.authentication.includes('oauth')) return undefined;
  const { issuer = '', jwks = '', audience = '' } = oauth; // A rule has seen to all of them.
  const { userNameClaim } = cluster.tokens;
  return { issuer, jwks, audience, userNameClaim, authorityFile: authorityFileOf(cluster, folders) };
}

/** The authority of the server of tokens, beside the description. @throws Failure when there is no such file */
function authorityFileOf(cluster: Cluster, { project }: Folders): string | undefined {
  const { authority } = kafkaSettings(cluster).oauth ?? {};
  if (authority === undefined) return undefined;
  const file = resolve(project, authority);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new Failure(`the authority of the server of tokens of '${cluster.name}' is not there: ${file}`, {
      fix: 'put its certificate there (PEM), or leave out oauth.authority where everybody knows it',
    });
  return file;
}

/** What an application of this machine shows for its tokens. @throws Failure when nobody has brought its client secret */
export function tokenCredential(
  { oauth, cluster, secret }: { oauth: OAuthClient; cluster: Cluster; secret: string | undefined },
  folders: Folders,
): ClientCredential {
  if (!cluster.tokens) throw new Error(`'${cluster.name}' takes nobody's tokens`);
  const { ownAuthority, ...source } = tokenSourceOf(oauth, cluster.tokens);
  const authorityFile = ownAuthority ? authorityFileOf(cluster, folders) : undefined;
  return { mechanism: 'OAUTHBEARER', tokens: { ...source, clientSecret: secret, authorityFile } };
}

/**
 * The secrets that servers of tokens gave to applications, by application: nobody else can make them, so somebody puts
 * them here. @throws Failure that names every file which is missing
 */
export function clientSecretsOf({ shards }: Pick<Resolved, 'shards'>, secrets: string): ReadonlyMap<string, string> {
  const files = shards
    .filter(({ cluster }) => cluster.life === 'local')
    .flatMap(({ principals }) => principals)
    .flatMap(({ application, users: [{ credential }] }) =>
      credential?.key === 'client-secret'
        ? [[application.name, join(secrets, credential.name, 'client-secret')] as const]
        : [],
    );
  const missing = files.filter(([, file]) => !existsSync(file));
  if (missing.length > 0)
    throw new Failure('what the server of tokens gave an application has not been put where the kit looks for it', {
      why: missing.map(([name, file]) => `${name}: ${file}`),
      fix: 'put its client secret into that file, readable by you alone: install -D -m 600 /dev/stdin FILE',
    });
  return new Map(files.map(([name, file]) => [name, readFileSync(file, 'utf8').trim()]));
}
