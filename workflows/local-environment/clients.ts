import { join } from 'node:path';
import type { Application } from '../../model/application';
import type { Principal, PrincipalUser, Resolved } from '../../model/resolved';
import type { ClientConnection } from '../../render/client-connection';
import { writeClientFiles, writePemKeystore } from '../clients/client-files';
import { withKeystores } from '../clients/keystores';
import { environmentFolders, type Folders } from '../folders';
import { connection, issueClientCertificate } from '../local/cluster';
import type { AppliedVersion } from '../secrets/file-store';
import { localClusters, specOf } from './clusters';
import { appliedVersions, secretStoreOf } from './secret-store';
import { clientSecretsOf, tokenCredential } from './tokens';

/** Writes the client folder of every application on this machine's clusters, with its own credential. */
export async function writeClients(resolved: Resolved, folders: Folders): Promise<void> {
  const places = environmentFolders(folders, resolved.environment.name);
  const store = secretStoreOf(resolved, folders);
  const applied = appliedVersions(resolved, folders);
  const clientSecrets = clientSecretsOf(resolved, places.secrets);
  for (const cluster of localClusters(resolved)) {
    const spec = specOf(resolved, cluster, folders);
    const reached = connection(spec);
    if (!reached) continue;
    const write = async ({ name, keystores }: Application, folder: string, pem: ClientConnection) => {
      const tools = { ...reached, cache: folders.cache };
      const connection = keystores === 'pkcs12' ? await withKeystores(folder, pem, tools) : pem;
      writeClientFiles(folder, { resolved, application: name, connection });
    };
    const principals = resolved.shards
      .filter((shard) => shard.cluster === cluster)
      .flatMap((shard) => shard.principals);
    for (const principal of principals) {
      const { application } = principal;
      const { credential } = userInUse(principal, applied);
      const folder = places.client(application.name);
      if (application.oauth) {
        await write(application, folder, {
          bootstrapServers: reached.tokenBootstrapServers ?? '',
          caFile: reached.caFile,
          credential: tokenCredential(
            { oauth: application.oauth, cluster, secret: clientSecrets.get(application.name) },
            folders,
          ),
        });
        continue;
      }
      if (!credential) throw new Error(`'${application.name}' has no credential on '${cluster.name}'`);
      const certificate = async (): Promise<ClientConnection> => {
        const files = await issueClientCertificate(spec, application.name, join(places.secrets, credential.name));
        const keystoreFile = writePemKeystore(join(folder, 'client.pem'), files);
        return {
          bootstrapServers: reached.mutualTlsBootstrapServers,
          caFile: reached.caFile,
          credential: { mechanism: 'mtls', keystoreFile, ...files },
        };
      };
      const password = (): ClientConnection => ({
        bootstrapServers: reached.bootstrapServers,
        caFile: reached.caFile,
        credential: { mechanism: 'SCRAM-SHA-512', ...store.passwordInUse(credential) },
      });
      const pem = credential.key === 'certificate' ? await certificate() : password();
      await write(application, folder, pem);
    }
  }
}

/** Whom its clients are to be: while the one that they shall be is not known to brokers yet, the one that is. */
function userInUse({ users }: Principal, applied: AppliedVersion): PrincipalUser {
  const isKnown = ({ credential }: PrincipalUser) =>
    credential?.key === 'password' && applied(credential) === credential.version;
  return users.find(isKnown) ?? users[0];
}
