// A server of tokens (OpenID Connect) on loopback over TLS: discovery, keys and a token endpoint for the grants that Kafka's
// clients use. Run as a process of its own, so that brokers are answered while a test waits for a command.
// Arguments: a JSON file {port, certificateFile, keyFile, audience, clients: {id: {secret, …what its tokens say}}}.
import { createHash, createPublicKey, generateKeyPairSync, sign, timingSafeEqual, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';

const settings = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const origin = `https://127.0.0.1:${settings.port}`;

/** Keys that are published, by algorithm, and one of the same name as the first that nobody knows. */
const keys = {
  RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
};
const forged = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwks = {
  keys: Object.entries(keys).map(([alg, { publicKey }]) => ({
    ...publicKey.export({ format: 'jwk' }),
    alg,
    kid: alg,
    use: 'sig',
  })),
};

const issued = {};
const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

function tokenOf(id, client) {
  const { alg = 'RS256', seconds = 300, audience = settings.audience, issuer = origin, key, unsigned } = client;
  const now = Math.floor(Date.now() / 1000);
  const times = client.expiredBy
    ? { iat: now - client.expiredBy - 60, exp: now - client.expiredBy }
    : { iat: now, exp: now + seconds };
  const claims = {
    iss: issuer,
    aud: audience,
    sub: `account-of-${id}`,
    azp: client.azp ?? id,
    scope: 'kafka',
    ...times,
  };
  const text = `${encoded({ typ: 'JWT', alg: unsigned ? 'none' : alg, kid: key === 'unknown' ? 'unknown' : alg })}.${encoded(claims)}`;
  // With a signature that says nothing: the client itself refuses a token of two parts.
  if (unsigned) return { token: `${text}.AAAA`, seconds };
  const signer = key ? forged.privateKey : keys[alg].privateKey;
  const signature = sign('sha256', Buffer.from(text), { key: signer, dsaEncoding: 'ieee-p1363' });
  return { token: `${text}.${signature.toString('base64url')}`, seconds };
}

const digest = (text) => createHash('sha256').update(text).digest();
const same = (a, b) => timingSafeEqual(digest(a), digest(b));

/** The client that a request proves to be: by its secret, or by a token of the platform that it runs on (RFC 7523). */
function clientOf(request, form) {
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (basic) {
    const [id, secret = ''] = Buffer.from(basic, 'base64').toString().split(':');
    const client = settings.clients[id];
    return client?.secret !== undefined && same(client.secret, secret) ? id : undefined;
  }
  const id = form.get('client_id') ?? '';
  const client = settings.clients[id];
  if (!client?.platformKey || !form.get('client_assertion_type')?.endsWith(':jwt-bearer')) return undefined;
  const [head, body, signature] = (form.get('client_assertion') ?? '').split('.');
  const key = createPublicKey(client.platformKey);
  const good = verify('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature ?? '', 'base64url'));
  const said = good ? JSON.parse(Buffer.from(body, 'base64url').toString()) : {};
  return said.sub === client.platformSubject && said.exp > Date.now() / 1000 ? id : undefined;
}

const answers = {
  'GET /.well-known/openid-configuration': () => ({
    issuer: origin,
    jwks_uri: `${origin}/keys`,
    token_endpoint: `${origin}/token`,
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'private_key_jwt'],
  }),
  'GET /keys': () => jwks,
  'GET /issued': () => issued,
  'POST /token': (request, body) => {
    const form = new URLSearchParams(body);
    if (form.get('grant_type') !== 'client_credentials') return { status: 400, error: 'unsupported_grant_type' };
    const id = clientOf(request, form);
    if (id === undefined) return { status: 401, error: 'invalid_client' };
    const scope = form.get('scope');
    if (scope !== null && scope !== 'kafka') return { status: 400, error: 'invalid_scope' };
    issued[id] = (issued[id] ?? 0) + 1;
    const { token, seconds } = tokenOf(id, settings.clients[id]);
    return { access_token: token, token_type: 'Bearer', expires_in: seconds, scope: 'kafka' };
  },
};

const server = createServer(
  { cert: readFileSync(settings.certificateFile), key: readFileSync(settings.keyFile) },
  (request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const answer = answers[`${request.method} ${request.url}`];
      const { status = 200, ...said } = answer ? answer(request, body) : { status: 404, error: 'not_found' };
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(said));
    });
  },
);
server.listen(settings.port, '127.0.0.1', () => console.log('ready'));
