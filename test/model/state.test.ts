import { App, TerraformStack } from 'cdktf';
import fc from 'fast-check';
import { labelForm } from '../../model/names';
import { type State, stateForms, stateKey } from '../../model/state';
import { placeTerraformSettings } from '../../stacks/terraform-settings';
import { changed } from '../support/change';
import { compileDescription, small } from '../support/describe';

const s3 = { backend: 's3', bucket: 'kit-state', region: 'eu-west-1' } as const;
const azurerm = {
  backend: 'azurerm',
  resourceGroup: 'state',
  storageAccount: 'kitstate',
  container: 'states',
} as const;
const id = '00000000-0000-0000-0000-000000000000';

/** The backend block of a stack. */
function backendOf(state: State): Readonly<Record<string, unknown>> {
  const stack = new TerraformStack(new App({ outdir: '/tmp/never-written' }), 'prod-main-orders');
  placeTerraformSettings(stack, { environment: { name: 'prod', state } });
  return (stack.toTerraform() as { terraform: { backend: Record<string, Record<string, unknown>> } }).terraform.backend[
    state.backend
  ] as Readonly<Record<string, unknown>>;
}

describe('a bucket', () => {
  test('keeps a state for each stack, encrypted, with a lock file beside it', () => {
    expect(backendOf(s3)).toEqual({
      bucket: 'kit-state',
      region: 'eu-west-1',
      key: 'prod/prod-main-orders.tfstate',
      encrypt: true,
      use_lockfile: true,
    });
  });

  test('is reached as a role that whoever deploys assumes, and no output names a token or its file', () => {
    const role = 'arn:aws:iam::111122223333:role/state';
    const said = backendOf({ ...s3, role });
    expect(said.assume_role).toEqual({ role_arn: role, session_name: 'prod-main-orders' });
    expect(JSON.stringify(said)).not.toMatch(/token|secret|access_key/);
  });
});

describe('a container', () => {
  test('is reached by Entra ID and never by an account key', () => {
    expect(backendOf(azurerm)).toEqual({
      resource_group_name: 'state',
      storage_account_name: 'kitstate',
      container_name: 'states',
      key: 'prod/prod-main-orders.tfstate',
      use_azuread_auth: true,
    });
  });

  test('is reached as an application by the token of a pipeline', () => {
    const said = backendOf({ ...azurerm, identity: { client: id, tenant: id } });
    expect(said).toMatchObject({ use_oidc: true, client_id: id, tenant_id: id, use_azuread_auth: true });
    expect(JSON.stringify(said)).not.toMatch(/token|secret|access_key/);
  });
});

test.each([s3, azurerm])('every option of a state changes its block: %j', (state) => {
  const more = {
    s3: {
      kmsKey: `arn:aws:kms:eu-west-1:111122223333:key/11111111-1111-4111-8111-111111111111`,
      prefix: 'shop',
      role: 'arn:aws:iam::111122223333:role/state',
    },
    azurerm: { prefix: 'shop', identity: { client: id, tenant: id } },
  }[state.backend];
  for (const [name, value] of Object.entries(more)) {
    const with_ = { ...state, [name]: value } as State;
    expect({ name, block: backendOf(with_) }).not.toEqual({ name, block: backendOf(state) });
  }
});

describe('names', () => {
  const problems = (state: object) =>
    compileDescription(changed<unknown>(small, { state }))
      .problems.filter(({ code }) => code === 'KFK-E020')
      .map(({ path }) => path);

  test.each([
    ['state.bucket', { ...s3, bucket: 'ab' }],
    ['state.bucket', { ...s3, bucket: '10.0.0.1' }],
    ['state.bucket', { ...s3, bucket: 'xn--state' }],
    ['state.bucket', { ...s3, bucket: 'kit..state' }],
    ['state.bucket', { ...s3, bucket: 'kit-state-s3alias' }],
    ['state.region', { ...s3, region: 'Ireland' }],
    ['state.kmsKey', { ...s3, kmsKey: 'alias/state' }],
    ['state.kmsKey', { ...s3, kmsKey: `arn:aws:kms:eu-west-1:111122223333:key/${id}` }],
    ['state.role', { ...s3, role: 'state' }],
    ['state.prefix', { ...s3, prefix: '/shop' }],
    ['state.prefix', { ...azurerm, prefix: 'shop//a' }],
    ['state.resourceGroup', { ...azurerm, resourceGroup: 'state.' }],
    ['state.storageAccount', { ...azurerm, storageAccount: 'kit-state' }],
    ['state.container', { ...azurerm, container: 'tf--state' }],
    ['state.identity.client', { ...azurerm, identity: { client: 'me', tenant: id } }],
    ['state.identity.tenant', { ...azurerm, identity: { client: id, tenant: 'example.com' } }],
  ])('that a store does not take are refused: %s of %j', (path, state) => {
    expect(problems(state)).toEqual([path]);
  });

  test('of every field that is part of an address have a form', () => {
    expect(Object.keys(stateForms.s3).sort()).toEqual(['bucket', 'kmsKey', 'prefix', 'region', 'role']);
    expect(Object.keys(stateForms.azurerm).sort()).toEqual([
      ...['container', 'identity.client', 'identity.tenant', 'prefix', 'resourceGroup', 'storageAccount'],
    ]);
  });
});

describe('two stacks', () => {
  // Few letters and few parts, so that names meet as often as they can.
  const label = fc
    .array(fc.constantFrom('a', 'b', 'a1'), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join('-'))
    .filter((name) => labelForm.test(name));
  const stack = fc.record({ environment: label, parts: fc.array(label, { minLength: 1, maxLength: 2 }) });

  test('of one project share a key only where they share environment and name, which other rules refuse', () => {
    fc.assert(
      fc.property(stack, stack, fc.option(label, { nil: undefined }), (one, other, prefix) => {
        const nameOf = ({ environment, parts }: typeof one) => [environment, ...parts].join('-');
        const key = (of: typeof one) => stateKey({ ...s3, prefix }, of.environment, nameOf(of));
        return (key(one) === key(other)) === (one.environment === other.environment && nameOf(one) === nameOf(other));
      }),
      { seed: 6, numRuns: 5_000 },
    );
  });

  test('of one environment have keys of their own, or are refused', () => {
    const near = fc.integer({ min: 1, max: 5 }).map((length) => Array.from({ length }, () => 'a').join('-'));
    const two = fc.uniqueArray(fc.oneof(near, label), { minLength: 2, maxLength: 2 });
    let refused = 0;
    fc.assert(
      fc.property(two, two, ([first = '', second = ''], owners) => {
        const description = {
          name: 'prod',
          platform: {
            owners: Object.fromEntries(owners.map((owner) => [owner, { contact: 'orders@example.com' }])),
            topics: Object.fromEntries(
              owners.map((owner, at) => [`orders.t${at}`, { owner, cluster: at === 0 ? first : second }]),
            ),
            applications: {},
          },
          clusters: { [first]: { backend: 'kafka' }, [second]: { backend: 'kafka' } },
          state: s3,
        };
        const { problems, resolved } = compileDescription(description);
        const isRefused = problems.some(({ code }) => code === 'KFK-N001');
        refused += isRefused ? 1 : 0;
        const keys = resolved?.shards.map(({ name }) => stateKey(s3, 'prod', name)) ?? [];
        return isRefused === (resolved === undefined) && new Set(keys).size === keys.length;
      }),
      { seed: 6, numRuns: 1_000 },
    );
    // It would prove nothing if names never met.
    expect(refused).toBeGreaterThan(10);
  });

  test('of two projects in one bucket are told apart by a prefix', () => {
    expect(stateKey({ ...s3, prefix: 'shop' }, 'prod', 'prod-main')).toBe('shop/prod/prod-main.tfstate');
    expect(stateKey(s3, 'prod', 'prod-main')).toBe('prod/prod-main.tfstate');
  });
});
