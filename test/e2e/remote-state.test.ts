/**
 * How a pipeline reaches a state by its OIDC token, read by the real Terraform. Nothing leaves this machine: a proxy on
 * loopback takes note of whom Terraform wants to reach, and refuses. What the clouds answer is not checked.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import type { State } from '../../model/state';
import { placeTerraformSettings } from '../../stacks/terraform-settings';
import { findTerraform } from '../../workflows/terraform/binary';
import { projectWith } from '../support/written-project';

jest.setTimeout(180_000);

const id = '00000000-0000-0000-0000-000000000000';
const bucket = { backend: 's3', bucket: 'kit-state', region: 'eu-west-1' } as const;
const container = { backend: 'azurerm', resourceGroup: 's', storageAccount: 'kitstate', container: 'states' } as const;

let server: Server;
let port: number;
/** Whom Terraform wanted to reach through the proxy, and what it asked the pipeline's token service for. */
let asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(decodeURIComponent(request.url ?? ''));
    response.setHeader('content-type', 'application/json').end('{"value":"a.b.c"}');
  });
  server.on('connect', ({ url = '' }, socket) => {
    asked.push(url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ({ port } = server.address() as AddressInfo);
});

beforeEach(() => {
  asked = [];
});

afterAll(() => new Promise((done) => server.close(done)));

/** What `terraform init` says of a stack with such a state, in an environment that has nothing else. */
async function init(state: State, variables: Readonly<Record<string, string>>): Promise<string> {
  const folder = projectWith({ token: 'a.b.c' });
  const stack = new TerraformStack(new App({ outdir: join(folder, 'never-written') }), 'prod-main');
  placeTerraformSettings(stack, { environment: { name: 'prod', state } });
  mkdirSync(join(folder, 'stack'));
  writeFileSync(join(folder, 'stack', 'cdk.tf.json'), JSON.stringify(stack.toTerraform()));
  const { command } = await findTerraform(process.env);
  const { PATH } = process.env;
  const proxy = `http://127.0.0.1:${port}`;
  const env = { PATH, HOME: folder, CHECKPOINT_DISABLE: '1', HTTPS_PROXY: proxy, ...variables };
  const child = spawn(command, [`-chdir=${join(folder, 'stack')}`, 'init', '-input=false', '-no-color'], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  await new Promise((done) => child.once('close', done));
  return said.replace(/\s+/g, ' ');
}

const aws = (folder = projectWith({ token: 'a.b.c' })) => ({
  AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/pipeline',
  AWS_WEB_IDENTITY_TOKEN_FILE: join(folder, 'token'),
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_MAX_ATTEMPTS: '1',
});
const key = `arn:aws:kms:eu-west-1:111122223333:key/11111111-1111-4111-8111-111111111111`;

test.each([
  ['as its own role', bucket],
  ['as the role of the state, which it assumes', { ...bucket, role: 'arn:aws:iam::111122223333:role/state' }],
  ['with a key and a prefix', { ...bucket, kmsKey: key, prefix: 'shop' }],
])('a pipeline of AWS signs in by its token, %s: Terraform takes every word of the block', async (_, state) => {
  const said = await init(state, aws());
  expect(said).toContain('AssumeRoleWithWebIdentity');
  expect(said).not.toMatch(/Missing|Invalid|Unsupported|Deprecated/);
  expect(asked).toEqual(['sts.eu-west-1.amazonaws.com:443']);
});

test('a pipeline of Azure signs in by a token that it asks GitHub for, as the application of the state', async () => {
  const said = await init(
    { ...container, identity: { client: id, tenant: id }, prefix: 'shop' },
    {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?of=pipeline`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'a.b.c',
    },
  );
  expect(said).toContain(`https://login.microsoftonline.com/${id}/oauth2/v2.0/token`);
  expect(said).not.toMatch(/Missing|Invalid|Unsupported|Deprecated/);
  expect(new Set(asked)).toEqual(
    new Set(['/token?audience=api://AzureADTokenExchange&of=pipeline', 'login.microsoftonline.com:443']),
  );
});

test('without an identity of its own a state is reached by what the environment says of whoever deploys', async () => {
  const variables = { ARM_USE_OIDC: 'true', ARM_CLIENT_ID: id, ARM_TENANT_ID: id, ARM_OIDC_TOKEN: 'a.b.c' };
  expect(await init(container, variables)).toContain(`https://login.microsoftonline.com/${id}/oauth2/v2.0/token`);
  expect(new Set(asked)).toEqual(new Set(['login.microsoftonline.com:443']));
});
