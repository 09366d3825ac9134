import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureAuthority, issueCertificate } from '../../../workflows/local/certificate-authority';

const ids = {
  tenant: '11111111-1111-1111-1111-111111111111',
  client: '33333333-3333-3333-3333-333333333333',
  object: '22222222-2222-2222-2222-222222222222',
  subscription: '00000000-0000-0000-0000-000000000000',
};

/**
 * What azurerm asks before it plans, on this machine and nobody else's: where Azure's services are, and a token. Of what
 * exists it knows managed identities, which stacks look up by name; anything else it is asked for is not there. Nothing
 * is Azure's own: a plan against it shows what the provider itself makes of a configuration, its checks across
 * attributes and of what is only put together then.
 */
export class StandInLogin {
  /** Elsewhere Go asks the system which certificates it trusts, and knows nothing of SSL_CERT_FILE. */
  static readonly isTrusted = process.platform === 'linux';

  /** What was asked that nobody answered. */
  readonly unanswered: string[] = [];

  private constructor(
    private readonly server: Server,
    private readonly folder: string,
  ) {}

  static async start(): Promise<StandInLogin> {
    const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-login-'));
    const authority = { caFile: join(folder, 'ca.crt'), caKeyFile: join(folder, 'ca.key') };
    await ensureAuthority(authority, 'stand-in');
    const { certificate, key } = await issueCertificate(authority, {
      commonName: 'localhost',
      days: 1,
      hosts: ['localhost'],
    });
    const server = createServer({ cert: certificate, key });
    const login = new StandInLogin(server, folder);
    server.on('request', ({ method, url = '' }, response) => {
      const answer = login.answerTo(url);
      if (!answer) login.unanswered.push(`${method} ${url}`);
      response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer ?? { error: { code: 'ResourceNotFound', message: 'nobody made it' } }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return login;
  }

  /** What sends the provider here, and nowhere else, whatever this machine is logged in to. */
  environment(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    const others = Object.entries(variables).filter(([name]) => !/^(ARM|AZURE)_/.test(name));
    return {
      ...Object.fromEntries(others),
      SSL_CERT_FILE: join(this.folder, 'ca.crt'),
      ARM_METADATA_HOSTNAME: this.host,
      ARM_TENANT_ID: ids.tenant,
      ARM_CLIENT_ID: ids.client,
      ARM_SUBSCRIPTION_ID: ids.subscription,
      ARM_USE_OIDC: 'true',
      ARM_OIDC_TOKEN: 'stand-in',
      ARM_USE_CLI: 'false',
    };
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get host(): string {
    return `localhost:${(this.server.address() as AddressInfo).port}`;
  }

  private answerTo(url: string): object | undefined {
    if (url.startsWith('/metadata/endpoints')) return metadata(`https://${this.host}`);
    if (url.includes('/oauth2/')) return { access_token: token(), token_type: 'Bearer', expires_in: 3_600 };
    const identity = /^(\/subscriptions\/[^?]*\/userAssignedIdentities\/([^/?]+))\?/.exec(url);
    if (!identity) return undefined;
    const [, id, name] = identity;
    return {
      id,
      name,
      location: 'westeurope',
      properties: { clientId: ids.client, principalId: ids.object, tenantId: ids.tenant },
    };
  }
}

function token(): string {
  const claims = { tid: ids.tenant, oid: ids.object, appid: ids.client, exp: 9_999_999_999 };
  const parts = [JSON.stringify({ alg: 'none', typ: 'JWT' }), JSON.stringify(claims), 'unsigned'];
  return parts.map((part) => Buffer.from(part).toString('base64url')).join('.');
}

/** https://learn.microsoft.com/azure/azure-resource-manager/management/cloud-endpoints: what a cloud says of itself. */
const metadata = (base: string) => ({
  ...Object.fromEntries(services.map((name) => [name, base])),
  name: 'AzureCloud',
  authentication: { loginEndpoint: base, audiences: [base], tenant: 'common', identityProvider: 'AAD' },
  suffixes: { keyVaultDns: 'vault.azure.net', mhsmDns: 'managedhsm.azure.net', storage: 'core.windows.net' },
});

const services = [
  'resourceManager',
  'microsoftGraphResourceId',
  'graph',
  'graphAudience',
  'portal',
  'gallery',
  'batch',
];
