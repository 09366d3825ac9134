import { AzurermBackend, LocalBackend, S3Backend, type TerraformStack } from 'cdktf';
import type { Environment } from '../model/environment';
import type { State } from '../model/state';

export interface TerraformSettingsProps {
  readonly environment: Pick<Environment, 'name' | 'state'>;
  /** The file of a local state. Default: given when the stack is initialised (`-backend-config=path=…`). */
  readonly stateFile?: string;
}

/** What every stack begins with: the versions of Terraform that read it, and where its state lives. */
export function placeTerraformSettings(
  stack: TerraformStack,
  { environment, stateFile }: TerraformSettingsProps,
): void {
  // Write-only attributes and ephemeral variables, which keep secrets out of state, exist since this version.
  stack.addOverride('terraform.required_version', '>= 1.11.0');
  const key = `${environment.name}/${stack.node.id}.tfstate`;
  placeBackend(stack, environment.state, { key, stateFile });
}

interface StatePlace {
  /** Of a state in a bucket or a container. */
  readonly key: string;
  /** Of a local state. */
  readonly stateFile: string | undefined;
}

/** Without a backend cdktf writes one with an absolute path of its own. */
function placeBackend(stack: TerraformStack, state: State, { key, stateFile }: StatePlace): void {
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
