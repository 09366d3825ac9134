import { AzurermBackend, LocalBackend, S3Backend, type TerraformStack } from 'cdktf';
import type { State } from '../model/state';

export interface StateBackendProps {
  readonly state: State;
  readonly environment: string;
  /** The file of a local state. Default: given when the stack is initialised (`-backend-config=path=…`). */
  readonly stateFile?: string;
}

/** Says where a stack's state lives. Without a backend cdktf writes one with an absolute path of its own. */
export function placeStateBackend(stack: TerraformStack, { state, environment, stateFile }: StateBackendProps): void {
  const key = `${environment}/${stack.node.id}.tfstate`;
  if (state.backend === 'local') {
    new LocalBackend(stack, {}).addOverride('path', stateFile);
  } else if (state.backend === 's3') {
    const { bucket, region, kmsKey } = state;
    // cdktf 0.21 has no property for the lock that needs no DynamoDB table.
    new S3Backend(stack, { bucket, key, region, encrypt: true, kmsKeyId: kmsKey }).addOverride('use_lockfile', true);
  } else {
    new AzurermBackend(stack, {
      resourceGroupName: state.resourceGroup,
      storageAccountName: state.storageAccount,
      containerName: state.container,
      key,
      // By the role of who deploys, never by an account key.
      useAzureadAuth: true,
    });
  }
}
