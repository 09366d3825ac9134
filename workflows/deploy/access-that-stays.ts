import { exitCode, Failure } from '../failure';
import { isProtected } from '../kubernetes/judge';
import { groupKindOf, type KubernetesObject, placeOf } from '../kubernetes/object';

/** As many users are told; each is a file's line less. */
const told = 20;

export interface LeavingProps {
  readonly environment: string;
  readonly leaving: readonly KubernetesObject[];
  /** That command, as it is typed for the same description. */
  readonly synth: string;
}

/**
 * Users whose manifests leave while nothing lets a controller delete them: an inventory that knew them would have them
 * written once more, without credentials and rights. @throws Failure that names them
 */
export function requireNoAccessStays({ environment, leaving, synth }: LeavingProps): void {
  const staying = leaving.filter(
    (object) => groupKindOf(object) === 'KafkaUser.kafka.strimzi.io' && isProtected(object),
  );
  if (staying.length === 0) return;
  throw new Failure(`deploy of '${environment}' stopped: access would outlive the description`, {
    why: [
      ...staying
        .slice(0, told)
        .map(
          (user) =>
            `${placeOf(user)}: its manifest leaves, and no controller deletes it: it keeps its credentials and rights`,
        ),
      ...(staying.length > told ? [`… and ${staying.length - told} more`] : []),
      'nothing was written',
    ],
    fix: `describe them again and run the same command: it records them, and takes their access away when they leave after that; or write the folder by ${synth}, commit it, and once the controller has it, ${deletions(staying).join(' && ')}`,
    exit: exitCode.review,
  });
}

/** One command for each namespace. */
function deletions(users: readonly KubernetesObject[]): string[] {
  const namespaces = new Set(users.map(({ metadata }) => metadata.namespace ?? ''));
  return [...namespaces].map((namespace) => {
    const names = users.filter(({ metadata }) => metadata.namespace === namespace).map(({ metadata }) => metadata.name);
    return `kubectl delete --namespace ${namespace} kafkauser ${names.join(' ')}`;
  });
}
