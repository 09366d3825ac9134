import { join } from 'node:path';
import { dataPlaneOf } from '../../backends/terraform';
import { isSecret } from '../../model/connection';
import type { Resolved, Shard } from '../../model/resolved';
import { valuesOf } from '../deploy/values';
import { environmentFolders, type Folders } from '../folders';
import { connection } from '../local/cluster';
import { writePrivately } from '../secrets/private-file';
import { specOf } from './clusters';
import { secretStoreOf } from './secret-store';

/** The values of a shard's variables, from this machine's clusters and secret store, or from `TF_VAR_…` where that is set. */
export function shardValues(
  resolved: Resolved,
  shard: Shard,
  folders: Folders,
  variables: NodeJS.ProcessEnv,
): Record<string, string> {
  const { cluster } = shard;
  const store = secretStoreOf(resolved, folders);
  const wanted = dataPlaneOf(cluster).variables(shard);
  const isLocal = cluster.life === 'local';
  // Who reaches a cluster from elsewhere keeps what he gives; on this machine clients are to know it.
  if (isLocal)
    for (const { name, from } of wanted) {
      const given = variables[`TF_VAR_${name}`];
      if (given !== undefined && isSecret(from)) store.keepGiven(from, given);
    }
  return valuesOf(shard, wanted, {
    variables,
    connectionOf: () => (isLocal ? connection(specOf(resolved, cluster, folders)) : undefined),
    passwordOf: (ref) => store.ensurePassword(ref).password,
  });
}

/** Writes every value as a shell export (mode 600): `. deploy.env` before `cdktf deploy`. Returns the file. */
export function writeDeployVariables(resolved: Resolved, folders: Folders): string {
  const values = Object.assign({}, ...resolved.shards.map((shard) => shardValues(resolved, shard, folders, {})));
  const file = environmentFolders(folders, resolved.environment.name).deployVariables;
  const exported = Object.entries<string>(values).map(
    ([name, value]) => `export TF_VAR_${name}=${shellQuoted(value)}\n`,
  );
  writePrivately(file, exported.join('') + providerInstallationExport(folders));
  return file;
}

/**
 * Names the mirror with the provider that was built here, where there is one and the user says nothing of their own:
 * decided by the shell that reads it, because `deploy` may build it later, and cdktf reads TERRAFORM_BINARY_NAME too.
 */
const providerInstallationExport = ({ cache }: Folders): string => `case "\${TERRAFORM_BINARY_NAME:-terraform}" in
  *tofu*) kafka_kit_registry=registry.opentofu.org kafka_kit_own=~/.tofurc ;;
  *) kafka_kit_registry=registry.terraform.io kafka_kit_own=~/.terraformrc ;;
esac
kafka_kit_mirror=${shellQuoted(join(cache, 'terraform-mirror'))}/$kafka_kit_registry.tfrc
if [ -e "$kafka_kit_mirror" ] && [ ! -e "\${TF_CLI_CONFIG_FILE:-\${TERRAFORM_CONFIG:-}}" ] &&
  ! grep -Eqs 'provider_installation|dev_overrides' "$kafka_kit_own"; then
  export TF_CLI_CONFIG_FILE="$kafka_kit_mirror"
fi
unset kafka_kit_registry kafka_kit_own kafka_kit_mirror
`;

const shellQuoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
