import { type ExitCode, exitCode, Failure } from '../workflows/failure';
import { environmentFolders, foldersOf } from '../workflows/folders';
import { prepareContainers, up as startCluster } from '../workflows/local/cluster';
import { writeClients } from '../workflows/local-environment/clients';
import { localClusters, specOf } from '../workflows/local-environment/clusters';
import { writeDeployVariables } from '../workflows/local-environment/values';
import { type FileOption, nameOr, oneResolved, projectOf } from './compiled';
import { print, say } from './print';

export interface UpOptions extends FileOption {
  /** Docker starts the clusters; this only prepares them. */
  readonly compose?: boolean;
}

/** `kafka-kit up`: starts what does not run yet, makes credentials that are missing, and says where they are. */
export async function up(given: string | undefined, options: UpOptions): Promise<ExitCode> {
  const name = nameOr(given, options);
  const { resolved } = oneResolved(name, options);
  const clusters = localClusters(resolved);
  if (clusters.length === 0)
    throw new Failure(`'${name}' has no cluster that runs on this machine`, {
      fix: "say local: true on a cluster with backend: 'kafka'",
      exit: exitCode.usage,
    });
  const folders = foldersOf(projectOf(options), process.env);
  for (const cluster of clusters) {
    const spec = specOf(resolved, cluster, folders);
    if (options.compose) {
      const { start, stop } = await prepareContainers(spec, say);
      print(`# ${spec.name}: to start it, and to stop it\n${start}\n${stop}`);
    } else {
      const { bootstrapServers } = await startCluster(spec, say);
      say(`${spec.name} answers at ${bootstrapServers}`);
    }
  }
  await writeClients(resolved, folders);
  writeDeployVariables(resolved, folders);
  say(`credentials and client files: ${environmentFolders(folders, name).root}`);
  return exitCode.clean;
}
