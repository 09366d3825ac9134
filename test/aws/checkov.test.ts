/** What Checkov says of every Terraform stack of staging and prod, on AWS and on Azure. */
import { changed } from '../support/change';
import { type Checked, checkov, checkovIsThere } from '../support/checkov';
import { isFor, waivers } from './checkov-waivers';
import type { Stack } from './evaluated';
import { committed, stacksOf } from './stacks';

jest.setTimeout(600_000);

const installed = checkovIsThere ? describe : describe.skip;
if (!checkovIsThere)
  process.stderr.write('SKIPPED: Checkov is not in the cache, and there is no Python with pip to get it\n');

test('what holds an address may stay for ever, and not what holds a key', () => {
  const waives = (resource: string) =>
    waivers.some((waiver) => isFor(waiver, { check: 'CKV_AZURE_41', says: '', resource }));
  expect(waives('azure-prod/azure-prod-orders azurerm_key_vault_secret.shop')).toBe(true);
  expect(waives('azure-prod/azure-prod-orders azurerm_key_vault_secret.shop_key')).toBe(false);
});

installed('Checkov', () => {
  let stacks: readonly Stack[] = [];
  let checked: Checked;

  beforeAll(() => {
    stacks = stacksOf([...committed('msk'), ...committed('event-hubs')]);
    checked = checkov(configurationsOf(stacks));
  });

  test('it judges staging and prod on both clouds', () => {
    expect([...new Set(stacks.map(({ name }) => name.split('/')[0]))].sort()).toEqual([
      'azure-prod',
      'azure-staging',
      'prod',
      'staging',
    ]);
  });

  test('no check fails without a waiver that says why', () => {
    const { passed, failed } = checked;
    const waived = failed.filter((finding) => waivers.some((waiver) => isFor(waiver, finding)));
    const types = new Set([...passed, ...failed].map(({ resource }) => resource));
    process.stderr.write(
      `checkov: ${checked.seen} blocks seen, ${types.size} of them have checks: ${passed.length} passed, ${failed.length - waived.length} failed, ${waived.length} waived\n`,
    );
    expect(failed.filter((finding) => !waived.includes(finding))).toEqual([]);
  });

  test('it sees every resource and every data source that was synthesized', () => {
    expect(checked.seen).toBe(stacks.map(blocksIn).reduce((a, b) => a + b, 0));
  });

  test.each(waivers.map((waiver) => [waiver.check, String(waiver.resource), waiver] as const))(
    'the waiver of %s on %s is needed, and of today',
    (_, __, waiver) => {
      expect(checked.failed.some((finding) => isFor(waiver, finding))).toBe(true);
      expect(waiver.until >= new Date().toISOString().slice(0, 10)).toBe(true);
    },
  );

  test.each([
    [
      'brokers that talk to each other in clear',
      'prod/prod-main',
      'resource.aws_msk_cluster.main.encryption_info.encryption_in_transit.in_cluster',
      false,
      'CKV_AWS_81',
    ],
    [
      'a key that is never rotated',
      'prod/prod-main',
      'resource.aws_kms_key.main.enable_key_rotation',
      false,
      'CKV_AWS_7',
    ],
    [
      'an Event Hubs namespace with old TLS',
      'azure-prod/azure-prod-main',
      'resource.azurerm_eventhub_namespace.main.minimum_tls_version',
      '1.0',
      'CKV_AZURE_223',
    ],
  ])('%s fail', (_, name, path, value, check) => {
    const text = stacks.find((stack) => stack.name === name)?.text;
    if (text === undefined) throw new Error(`there is no ${name}`);
    const spoilt = JSON.stringify(changed(JSON.parse(text), { [path]: value }));
    const { failed } = checkov({ [name]: spoilt });
    expect(failed.filter((finding) => !waivers.some((waiver) => isFor(waiver, finding)))).toEqual([
      expect.objectContaining({ check, resource: expect.stringContaining(path.split('.').slice(1, 3).join('.')) }),
    ]);
  });
});

const configurationsOf = (stacks: readonly Stack[]) => Object.fromEntries(stacks.map(({ name, text }) => [name, text]));

function blocksIn({ text }: Stack): number {
  const { resource = {}, data = {} } = JSON.parse(text) as Record<string, Record<string, object>>;
  return [resource, data]
    .flatMap((types) => Object.values(types).map((named) => Object.keys(named).length))
    .reduce((a, b) => a + b, 0);
}
