import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { writeDeployVariables } from '../../../workflows/local-environment/values';
import { resolve, small } from '../../support/describe';
import { projectWith } from '../../support/written-project';

const own = 'provider_installation {}';

/** What a shell has set once it has read the file of an environment without variables. */
function configured(files: Record<string, string>, variables: NodeJS.ProcessEnv = {}) {
  const folder = projectWith(files);
  const folders = { project: folder, state: folder, cache: join(folder, "user's cache") };
  const file = writeDeployVariables({ ...resolve(small), shards: [] }, folders);
  const printed = execFileSync('sh', ['-euc', `. "${file}"; printf %s "\${TF_CLI_CONFIG_FILE:-}"`], {
    env: { PATH: process.env.PATH, HOME: folder, ...variables },
    encoding: 'utf8',
  });
  return printed.replace(`${folder}/`, '');
}

const mirror = (registry: string) => `user's cache/terraform-mirror/${registry}.tfrc`;
const both = { [mirror('registry.terraform.io')]: '', [mirror('registry.opentofu.org')]: '' };

test('deploy.env names the provider that was built on this machine, for the command that cdktf runs', () => {
  expect(configured(both)).toBe(mirror('registry.terraform.io'));
  expect(configured(both, { TERRAFORM_BINARY_NAME: '/opt/tofu' })).toBe(mirror('registry.opentofu.org'));
});

test('deploy.env names nothing where nothing was built, or where the user says where providers come from', () => {
  expect(configured({})).toBe('');
  expect(configured({ ...both, '.terraformrc': own })).toBe('');
  expect(configured(both, { TF_CLI_CONFIG_FILE: '/dev/null' })).toBe('/dev/null');
  expect(configured(both, { TF_CLI_CONFIG_FILE: '/gone' })).toBe(mirror('registry.terraform.io'));
});
