import type { Application } from './application';
import type { Environment } from './environment';

/** The Kubernetes namespace of an application's service account: its own, that of all on its cluster, or the environment's. */
export const serviceAccountNamespace = (
  { namespace }: Pick<Application, 'namespace'>,
  ofCluster: string | undefined,
  { kubernetes }: Pick<Environment, 'kubernetes'>,
): string => namespace ?? ofCluster ?? kubernetes?.applicationNamespace ?? 'default';
