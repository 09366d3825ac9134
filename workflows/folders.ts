import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';

/** Where the kit keeps what must not be in the repository. */
export interface Folders {
  /** The project: the folder that holds `environments/`, or the description given by `--file`. */
  readonly project: string;
  /** Credentials, Terraform state and the local cluster's data; one folder per project, mode 700. */
  readonly state: string;
  /** Jars, provider binaries and plug-ins, shared by all projects; may be deleted at any time. */
  readonly cache: string;
}

/**
 * The kit's folders for a project.
 *
 * State: `KAFKA_KIT_STATE`, else `$XDG_STATE_HOME/kafka-platform-kit`, else `~/.local/state/kafka-platform-kit`; below it
 * a folder per project, named after the project's folder and a digest of its path, so two checkouts never share state.
 * Cache: `KAFKA_KIT_CACHE`, else `$XDG_CACHE_HOME/kafka-platform-kit`, else `~/.cache/kafka-platform-kit`.
 */
export function foldersOf(project: string, variables: NodeJS.ProcessEnv): Folders {
  const path = resolve(project);
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 8);
  const state =
    variables.KAFKA_KIT_STATE ??
    join(variables.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'kafka-platform-kit');
  const cache =
    variables.KAFKA_KIT_CACHE ?? join(variables.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'kafka-platform-kit');
  return { project: path, state: resolve(state, `${basename(path)}-${digest}`), cache: resolve(cache) };
}

/** The places of one environment below {@link Folders.state}. */
export const environmentFolders = (folders: Folders, environment: string) => {
  const root = join(folders.state, environment);
  return {
    root,
    /** A folder per local cluster: brokers' data and logs, certificates, process ids. */
    cluster: (cluster: string) => join(root, 'clusters', cluster),
    /** The secret store of kind `files`: a folder per cluster, a file per credential, mode 600. */
    secrets: join(root, 'secrets'),
    /** Values for `cdktf deploy`, to be sourced by a shell; mode 600. */
    deployVariables: join(root, 'deploy.env'),
    /** A client configuration folder per application. */
    clients: join(root, 'clients'),
    client: (application: string) => join(root, 'clients', application),
    /** The folder of Terraform's states. */
    terraform: join(root, 'terraform'),
    /** Terraform's state: a file per stack. */
    terraformState: (stack: string) => join(root, 'terraform', `${stack}.tfstate`),
    /** What an apply is about to create: a file per stack, there while it runs and until what it left is settled. */
    terraformJournal: (stack: string) => join(root, 'terraform', `${stack}.journal`),
    /** What Terraform and the brokers printed. */
    logs: join(root, 'logs'),
  };
};
