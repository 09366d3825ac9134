import { AzurermBackend, LocalBackend, S3Backend, type TerraformStack } from 'cdktf';
import type { Environment } from '../model/environment';
import { type AzurermStateInput, type S3StateInput, stateKey } from '../model/state';

export interface TerraformSettingsProps {
  readonly environment: Pick<Environment, 'name' | 'state'>;
  /** The file of a local state. Default: given when the stack is initialised (`-backend-config=path=…`). */
  readonly stateFile?: string;
}

/** What every stack begins with: the versions of Terraform that read it, and where its state lives. */
export function placeTerraformSettings(
  stack: TerraformStack,
  { environment: { name, state }, stateFile }: TerraformSettingsProps,
): void {
  // Write-only attributes and ephemeral variables, which keep secrets out of state, exist since this version.
  stack.addOverride('terraform.required_version', '>= 1.11.0');
  const key = stateKey(state, name, stack.node.id);
  // Without a backend cdktf writes one with an absolute path of its own.
  if (state.backend === 'local') new LocalBackend(stack, {}).addOverride('path', stateFile);
  else if (state.backend === 's3') placeBucket(stack, state, key);
  else placeContainer(stack, state, key);
}

function placeBucket(stack: TerraformStack, { bucket, region, kmsKey, role }: S3StateInput, key: string): void {
  const backend = new S3Backend(stack, {
    bucket,
    key,
    region,
    encrypt: true,
    kmsKeyId: kmsKey,
    // Not by the token itself: the block for that wants its file's path, which differs from machine to machine.
    assumeRole: role === undefined ? undefined : { roleArn: role, sessionName: stack.node.id.slice(0, 64) },
  });
  // cdktf 0.21 has no property for the lock that needs no DynamoDB table.
  backend.addOverride('use_lockfile', true);
}

function placeContainer(stack: TerraformStack, state: AzurermStateInput, key: string): void {
  const { resourceGroup, storageAccount, container, identity } = state;
  new AzurermBackend(stack, {
    resourceGroupName: resourceGroup,
    storageAccountName: storageAccount,
    containerName: container,
    key,
    // By the role of who deploys, never by an account key.
    useAzureadAuth: true,
    ...(identity && { useOidc: true, clientId: identity.client, tenantId: identity.tenant }),
  });
}
