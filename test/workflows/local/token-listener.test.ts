import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withTokenPorts } from '../../../workflows/local/ports';
import { serverProperties } from '../../../workflows/local/server-properties';
import { type TokenListener, tokenListenerOptions } from '../../../workflows/local/token-listener';

const tokens: TokenListener = {
  issuer: 'https://login.example.com',
  jwks: 'https://login.example.com/keys',
  audience: 'kafka',
  userNameClaim: 'azp',
};
const ports = { scram: 21_000, mtls: 21_001, broker: 21_002, controller: 21_003 };
const node = { id: 1, ports: { ...ports, oauth: 21_004 } };
const files = { data: '/data', caFile: '/ca.pem', brokerKeystore: '/broker.pem' };
const properties = (listener?: TokenListener) => serverProperties(node, [node], { ...files, tokens: listener });

test('a cluster that takes tokens looks for issuer, audience and keys, and asks for a token again within an hour', () => {
  expect(properties(tokens)).toMatchObject({
    listeners: expect.stringContaining('OAUTH://127.0.0.1:21004'),
    'advertised.listeners': expect.stringContaining('OAUTH://127.0.0.1:21004'),
    'listener.security.protocol.map': expect.stringContaining('OAUTH:SASL_SSL'),
    'listener.name.oauth.sasl.enabled.mechanisms': 'OAUTHBEARER',
    'listener.name.oauth.sasl.oauthbearer.expected.issuer': tokens.issuer,
    'listener.name.oauth.sasl.oauthbearer.expected.audience': 'kafka',
    'listener.name.oauth.sasl.oauthbearer.jwks.endpoint.url': tokens.jwks,
    'listener.name.oauth.sasl.oauthbearer.sub.claim.name': 'azp',
    'listener.name.oauth.oauthbearer.connections.max.reauth.ms': '3600000',
  });
  // Passwords are no more taken there than tokens elsewhere.
  expect(properties(tokens)['sasl.enabled.mechanisms']).toBe('SCRAM-SHA-512');
});

test('a cluster that takes none has no such listener, though it has had a port for it', () => {
  expect(JSON.stringify(properties())).not.toMatch(/oauth/i);
});

test('the JVM of a node may ask for the keys and nothing else', () => {
  expect(tokenListenerOptions(tokens)).toEqual([
    '-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=https://login.example.com/keys',
  ]);
});

test('a path of the authority cannot end its option', () => {
  const text = properties({ ...tokens, authorityFile: '/a" x="' })['listener.name.oauth.oauthbearer.sasl.jaas.config'];
  expect(text).toContain('ssl.truststore.location="/a\\" x=\\"";');
});

test('ports that a cluster has stay, and one for tokens comes beside', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kit-ports-'));
  try {
    const [first, second] = await withTokenPorts(folder, [ports, { ...ports, scram: 21_010 }]);
    expect(first).toMatchObject(ports);
    expect(second?.oauth).toBe((first?.oauth ?? 0) + 1);
    expect(Object.values(ports)).not.toContain(first?.oauth);
    expect(await withTokenPorts(folder, [node.ports])).toEqual([node.ports]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
