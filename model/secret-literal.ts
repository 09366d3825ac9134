/** `${secrets:kafka/inventory:password}`: what a config provider replaces; `${topic}` is a transformation's own. */
export const reference = /\$\{[^}]*:[^}]*\}/;

/** `${strimzienv:S3_KEY}`, and what any other program calls its own. */
const references = /\$\{[^}]*\}/g;

/** Keys whose values nobody should read, in the words of Kafka, Kafka Connect and object stores. What they end with counts: `password.file` is a path. */
const secretKey = new RegExp(
  `(^|[._-])(${[
    'password|passwd|passphrase|secret|token|credentials?|jaas[._-]?config|user[._-]?info|service[._-]?account[._-]?json',
    '(api|private|access|account|secret|shared|master|signing|keystore)[._-]?key',
  ].join('|')})([._-](value|key|json|base64))?$`,
  'i',
);

/** Values that give away what they are under any key. */
const secretValues: readonly RegExp[] = [
  // mongodb://user:password@host, jdbc:oracle:thin:user/password@host
  /:\/\/[^/\s:@]*:[^/\s@]+@/,
  /\bjdbc:oracle:thin:[^/\s@]+\/[^/\s@]+@/i,
  // jdbc:postgresql://host/shop?password=…, AccountKey=…;, a login module's password="…"
  /(^|[?&;,\s])(password|passwd|pwd|token|access_token|sig|(client_?)?secret|api_?key|accountkey|sharedaccesskey|sharedaccesssignature)\s*=\s*["']?[^\s"'&;]/i,
  // Headers of HTTP
  /\b(authorization|x-api-key|api-key|x-auth-token)\s*:\s*\S/i,
  /^\s*(bearer|basic)\s+(?!auth|token)[\w.~+/=-]+\s*$/i,
  // Keys: PEM, a service account's, a JSON web token
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/,
  /"(private_key|client_secret|refresh_token)"\s*:\s*"[^"]/,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\./,
];

/** Whether what is written for a key is a secret itself. A reference to one is none, nor is a switch. */
export function isSecretLiteral(key: string, value: string): boolean {
  const written = value.replaceAll(references, '');
  if (secretValues.some((form) => form.test(written))) return true;
  const words = key.replaceAll(/([a-z0-9])([A-Z])/g, '$1.$2');
  return secretKey.test(words) && written === value && !/^\s*(true|false|null)?\s*$/i.test(value);
}
