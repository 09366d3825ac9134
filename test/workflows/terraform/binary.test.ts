import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTerraform, readVersion } from '../../../workflows/terraform/binary';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kit-binary-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const fake = (name: string, version: string) => {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho '{"terraform_version": "${version}"}'\n`);
  chmodSync(file, 0o755);
  return file;
};
const variables = (more: object = {}) => ({ PATH: `${folder}:/bin`, ...more });

test('terraform comes before tofu', async () => {
  fake('terraform', '1.11.4');
  fake('tofu', '1.12.0');
  expect(await findTerraform(variables())).toEqual({
    command: 'terraform',
    version: '1.11.4',
    registry: 'registry.terraform.io',
  });
});

test('tofu serves, with its own registry', async () => {
  fake('tofu', '1.11.0');
  expect(await findTerraform(variables())).toMatchObject({ command: 'tofu', registry: 'registry.opentofu.org' });
});

test('TERRAFORM_BINARY_NAME comes first, and alone', async () => {
  fake('terraform', '1.11.4');
  const named = fake('my-tofu', '1.13.1');
  expect(await findTerraform(variables({ TERRAFORM_BINARY_NAME: named }))).toMatchObject({ command: named });
  await expect(findTerraform(variables({ TERRAFORM_BINARY_NAME: 'nothing' }))).rejects.toThrow('nothing cannot be run');
});

test('neither of them: how to get one', async () => {
  await expect(findTerraform(variables())).rejects.toMatchObject({
    message: 'terraform and tofu cannot be run',
    details: { fix: expect.stringContaining('https://opentofu.org') },
  });
});

test.each(['1.10.9', '0.15.0', '1.9.0'])('%s is too old', (version) => {
  expect(() => readVersion('terraform', `{"terraform_version":"${version}"}`)).toThrow(
    `terraform ${version} is too old: 1.11 or newer is needed`,
  );
});

test.each(['1.11.0', '1.11.0-rc1', '1.20.3', '2.0.0'])('%s will do', (version) => {
  expect(readVersion('terraform', `{"terraform_version":"${version}"}`).version).toBe(version);
});

test('a command that does not say its version is refused', () => {
  expect(() => readVersion('true', '')).toThrow("'true version -json' does not say which version it is");
});
