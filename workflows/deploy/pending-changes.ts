import { type DeployProps, type DeployResult, deploy } from './deploy';

/** What a deploy would change, an address and a verb each; nothing of it is applied, or said. @throws as `deploy` */
export async function pendingChanges(props: Omit<DeployProps, 'dryRun' | 'progress'>): Promise<readonly string[]> {
  return changesOf(await deploy({ ...props, dryRun: true, progress: () => undefined }));
}

/** Of a stack that waits for another, nothing more is known. */
export function changesOf({ stacks, kubernetes }: Pick<DeployResult, 'stacks' | 'kubernetes'>): readonly string[] {
  const ofStacks = stacks.flatMap(({ stack, status, planned = [] }) => {
    if (status === 'not begun') return [`${stack}: after what it depends on`];
    if (status !== 'planned') return [];
    return planned.length > 0 ? planned.map((change) => `${stack}: ${change}`) : [`${stack}: outputs`];
  });
  const ofObjects = (kubernetes?.objects ?? []).flatMap(({ status, address, namespace, action }) =>
    status === 'planned' ? [`${address}${namespace ? ` in ${namespace}` : ''}: ${action}`] : [],
  );
  return [...ofStacks, ...ofObjects];
}
