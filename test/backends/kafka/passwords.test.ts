import { kafkaDataPlane } from '../../../backends/kafka/data-plane';
import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';
import { synthesized } from '../../support/synthesize';

type Block = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

const inStore = (passwords?: object, changes: Readonly<Record<string, unknown>> = {}) => {
  const resolved = resolve(
    changed<unknown>(small, { 'clusters.main.passwords': passwords, ...changes }) as Description,
  );
  const [shard] = resolved.shards;
  if (!shard) throw new Error('the description has a shard');
  const stack = synthesized((scope) => kafkaDataPlane.place(scope, shard));
  const { ephemeral = {}, resource = {} } = stack as unknown as { ephemeral?: Block; resource?: Block };
  return { shard, stack, ephemeral, resource };
};
const stores = {
  'secrets-manager': { store: 'secrets-manager', region: 'eu-west-1' },
  'key-vault': { store: 'key-vault', vault: 'kit', resourceGroup: 'secrets' },
  vault: { store: 'vault', mount: 'kafka' },
} as const;
const names = Object.keys(stores) as (keyof typeof stores)[];

test.each(names)('in %s nobody who deploys gives, or is told, a password', (name) => {
  const { shard, stack } = inStore(stores[name]);
  const given = ['main_bootstrap_servers', 'main_ca_certificate', 'main_admin_username', 'main_admin_password'];
  expect(kafkaDataPlane.variables(shard).map((variable) => variable.name)).toEqual(given);
  expect(Object.keys(stack.variable ?? {}).sort()).toEqual(given.sort());
});

test.each([
  ['secrets-manager', 'aws_secretsmanager_secret_version', 'secret_string_wo'],
  ['key-vault', 'azurerm_key_vault_secret', 'value_wo'],
  ['vault', 'vault_kv_secret_v2', 'data_json_wo'],
] as const)('in %s it is written with its user by an attribute that no state has, and read back', (name, type, wo) => {
  const { ephemeral, resource } = inStore(stores[name]);
  const written = resource[type]?.shop;
  expect(written?.[wo]).toMatch(/^\$\{jsonencode\(\{username = "shop", password = ephemeral\.[\w.]+\}\)\}$/);
  expect(written?.[`${wo}_version`]).toBe(1);
  expect(resource.kafka_user_scram_credential?.shop?.password_wo).toContain(`ephemeral.${type}.shop.`);
  expect(ephemeral[type]?.shop).toBeDefined();
});

test('what is read back depends on what was written: it is never read before', () => {
  const [aws, azure, vault] = names.map((name) => inStore(stores[name]).ephemeral);
  expect(aws?.aws_secretsmanager_secret_version?.shop?.secret_id).toBe(
    '${aws_secretsmanager_secret_version.shop.secret_id}',
  );
  expect(azure?.azurerm_key_vault_secret?.shop?.name).toBe('${azurerm_key_vault_secret.shop.name}');
  expect(vault?.vault_kv_secret_v2?.shop?.mount_id).toBe('${vault_kv_secret_v2.shop.id}');
});

test('brokers are told when it is rotated, and when it comes to a store', () => {
  const versionOf = (passwords?: object, version = 1) =>
    inStore(passwords, version > 1 ? { secrets: { versions: { shop: version } } } : {}).resource
      .kafka_user_scram_credential?.shop?.password_wo_version;
  const seen = [versionOf(), versionOf(undefined, 2), versionOf(stores.vault), versionOf(stores.vault, 2)];
  expect(seen).toEqual([1, 2, 1_000_001, 1_000_002]);
});

test('a stack has the provider of its store once, and no other', () => {
  const providers = names.map((name) => Object.keys(inStore(stores[name]).stack.provider ?? {}).sort());
  expect(providers).toEqual([
    ['aws', 'kafka'],
    ['azurerm', 'kafka'],
    ['kafka', 'vault'],
  ]);
  const { terraform } = inStore(stores.vault).stack;
  expect(Object.keys(terraform.required_providers as object).sort()).toEqual(['kafka', 'random', 'vault']);
});

test('a local cluster keeps them on its machine', () => {
  const local = changed<unknown>(small, { 'clusters.main.local': true, 'clusters.main.passwords': stores.vault });
  expect(compileDescription(local).problems).toMatchObject([{ code: 'KFK-K550', path: 'clusters.main.passwords' }]);
});
