import { environmentFolders } from '../../workflows/folders';
import { type ClusterConnection, connection } from '../../workflows/local/cluster';
import type { Project } from './project';

/** The only cluster, `main` with one broker, of an environment that is up. @throws Error when it is not */
export function clusterThatIsUp(project: Project, environment: string): ClusterConnection {
  const found = connection({
    name: `${environment}/main`,
    folder: environmentFolders(project.folders, environment).cluster('main'),
    cache: project.folders.cache,
    version: '4.3.1',
    nodes: 1,
  });
  if (!found) throw new Error('up made no connection');
  return found;
}
