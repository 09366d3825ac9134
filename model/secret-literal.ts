/** `${secrets:kafka/inventory:password}`: what a config provider replaces; `${topic}` is a transformation's own. */
export const reference = /\$\{[^}]*:[^}]*\}/;

/** `${strimzienv:S3_KEY}`, and what any other program calls its own. */
export const references = /\$\{[^}]*\}/g;

/** Keys whose values nobody should read, in the words of Kafka, Kafka Connect and object stores. What they end with counts: `password.file` is a path. */
const secretKey = new RegExp(
  `(^|[._-])(${[
    'password|passwd|passphrase|secret|token|credentials?|jaas[._-]?config|user[._-]?info|service[._-]?account[._-]?json',
    '(api|private|access|account|secret|shared|master|signing|keystore)[._-]?key',
  ].join('|')})([._-](value|key|json|base64))?$`,
  'i',
);

/** Where a name begins, and what is before it: `ssl.keystore.`, `KAFKA_SASL_`, `"`; of a password also `PG`. */
const begin = '(?:^|[?&;,\\s"\'{(]|--)';
const prefix = '(?:[\\w.-]{0,40}[._-])?';
const password = `${begin}(?:[\\w.-]{0,40})?(?:password|passwd|passphrase|pwd)`;
const named = `${begin}${prefix}(?:token|(?:client[._-]?)?secret|api[._-]?key|account[._-]?key|shared[._-]?access[._-]?(?:key|signature)|secret[._-]?access[._-]?key)`;
const bare = `${begin}(?:pass|sig)`;

/** What is said in a value's place: «see the vault», `<from Vault>`, `none`, and the name of what has it: `kafka/inventory`. */
const unsaid = `(?![a-z]+ +[a-z]+(?:$|[^\\w.=-])|["']?(?:<|(?:none|null|true|false|yes|no|required|optional)\\b|[a-z-]+(?:/[a-z-]+)+(?:$|[\\s"',;&])))`;

/** Values that give away what they are under any key. */
const secretValues: readonly RegExp[] = [
  // mongodb://user:password@host, jdbc:oracle:thin:user/password@host
  /:\/\/[^/\s:@]*:[^/\s@]+@/,
  /\bjdbc:oracle:thin:[^/\s@]+\/[^/\s@]+@/i,
  // jdbc:postgresql://host/shop?password=…, AccountKey=…;, DB_PASSWORD=…, ssl.keystore.password=…, a login module's password="…"
  ...[password, named, bare].map((name) => new RegExp(`${name}=${unsaid}["']?[^\\s"'&;]`, 'i')),
  ...[password, named, bare].map((name) => new RegExp(`${name}\\s*=\\s*["']${unsaid}[^"']`, 'i')),
  // {"password":"…"}
  new RegExp(`(?:${password}|${named})"\\s*:\\s*"${unsaid}[^"]`, 'i'),
  // In a sentence only what has a digit: «each token = one payment»
  ...[password, named, bare].map((name) => new RegExp(`${name}\\s*=\\s*${unsaid}(?=\\S*\\d)\\S{6,}`, 'i')),
  new RegExp(`${password}\\s*:\\s*${unsaid}(?=\\S*\\d)\\S{6,}`, 'i'),
  new RegExp(`${password}\\s+["'](?=[^"'\\s]*\\d)[^"'\\s]{6,}["']`, 'i'),
  // Of others that are spoken of only what is no name: `secret: orders-v2` is one
  new RegExp(`${named}\\s*:\\s*(?=[A-Za-z+/]*\\d)(?=[\\d+/]*[A-Za-z])[A-Za-z\\d+/=]{8,}(?:$|[\\s"',;])`, 'i'),
  // What programs are called with
  /\bcurl\b[^|;\n]{0,200}\s(-u|--user)[\s=]*[^\s:@]+:[^\s:]/,
  /(^|\s)--([\w-]{0,40}-)?(password|passwd|token|secret|api-key)\s+(?=\S*\d)[^\s-]\S{5,}/i,
  // A token in the place of a user, and hooks that anybody may call who knows their address
  /:\/\/(?=[^/\s:@]*\d)[^/\s:@]{16,}@/,
  /\bwebhook\.office\.com\/webhookb2\/|\bhooks\.slack\.com\/services\/T/i,
  // Headers of HTTP
  /\b(authorization|x-api-key|api-key|x-auth-token)\s*:\s*\S/i,
  /^\s*(bearer|basic)\s+(?!auth|token)[\w.~+/=-]+\s*$/i,
  // Keys: PEM and what comes before it in base64, age, a service account's, a JSON web token
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY( BLOCK)?-----/,
  /\bAGE-SECRET-KEY-1[A-Z0-9]{20,}/,
  /"(private_key|client_secret|refresh_token)"\s*:\s*"[^"]/,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\./,
  // Tokens that say whose they are: GitHub, GitLab, Vault, Slack, npm, PyPI, Stripe, SendGrid, Google, DigitalOcean, Docker, Terraform Cloud, an Azure client's
  /\b(gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|gl(pat|dt|rt|cbt|ptt)-[\w-]{16,}|hv[sbr]\.[\w-]{16,}|xox[abeprs]-[\w-]{10,})/,
  /\b(npm_[A-Za-z0-9]{30,}|pypi-[\w-]{30,}|[sr]k_(live|test)_[A-Za-z0-9]{16,}|SG\.[\w-]{16,}\.[\w-]{16,}|AIza[\w-]{30,})/,
  /\b(do[opr]_v1_[a-f0-9]{32,}|dckr_pat_[\w-]{16,}|[A-Za-z0-9]{14}\.atlasv1\.[\w-]{20,}|[\w~.-]{3}8Q~[\w~.-]{31,})/,
  // The id of an access key of AWS', which nobody needs but beside the key itself
  /\b(AKIA|ASIA)[A-Z2-7]{16}\b/,
];

/** Whether what is written for a key is a secret itself. A reference to one is none, nor is a switch. */
export function isSecretLiteral(key: string, value: string): boolean {
  const written = value.replaceAll(references, '');
  if (looksSecret(written)) return true;
  const words = key.replaceAll(/([a-z0-9])([A-Z])/g, '$1.$2');
  return secretKey.test(words) && written === value && !/^\s*(true|false|null)?\s*$/i.test(value);
}

/** Whether a text gives away that it is, or holds, a secret, whatever it is written for. */
export function looksSecret(text: string): boolean {
  if (secretValues.some((form) => form.test(text))) return true;
  const said = text.replaceAll(publicText, '');
  return (
    wordsOf(said).some((word) => isRandom(word) || isEncodedKey(word)) ||
    (said.match(/[a-z0-9]{28,}/g) ?? []).some(isRandomOfLowerCase) ||
    (said.match(/(?<!\S)[A-Za-z0-9!#%&*?@$^]{16,}(?!\S)/g) ?? []).some(isRandomWithSigns)
  );
}

/** Long words in letters of base64, and of its kind for addresses: both at once would take paths for words. */
const wordsOf = (text: string): string[] => [
  ...(text.match(/[A-Za-z0-9+/=]{20,}/g) ?? []),
  ...(text.match(/[A-Za-z0-9_~=-]{20,}/g) ?? []),
];

/** Certificates and public keys, and checksums that say by which function they were made. */
const publicText =
  /-----BEGIN (CERTIFICATE|[A-Z ]*PUBLIC KEY)-----[^-]*-----END \1-----|\bsha(256|384|512)[-:][\w+/=]+/g;

/**
 * Keys are made at random: capitals, small letters and digits follow each other as they like. In names and class names
 * most letters stand in words; checksums and ids are of one kind of letter.
 */
function isRandom(written: string): boolean {
  const word = written.replaceAll(parts, '');
  const inNoWord = word.replaceAll(/[A-Z]?[a-z]{3,}/g, '');
  if (word.length < 20 || inNoWord.length < word.length / 2) return false;
  if (![/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(word))) return false;
  return word.length >= 24 || (changes(word) >= 0.4 && !kafkaId.test(written));
}

/** An id of a cluster, a topic or a folder, which Kafka draws at random and keeps from nobody. */
const kafkaId = /^[\w-]{22}$/;

/** Checksums are in hexadecimal letters. In names with numbers letters and digits stand together; at random two of five change. */
const isRandomOfLowerCase = (word: string): boolean => /[g-z]/.test(word) && /\d/.test(word) && changes(word) >= 0.22;

/** What makers of passwords draw: signs among letters that stand in no words. Addresses and patterns have dots, slashes or brackets. */
function isRandomWithSigns(word: string): boolean {
  const letters = word.replaceAll(/[^A-Za-z0-9]/g, '');
  const signs = word.length - letters.length;
  if (signs < 2 || ![/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(word))) return false;
  return letters.replaceAll(/[A-Z]?[a-z]{3,}/g, '').length >= letters.length / 2;
}

/** How often a letter is followed by one of another kind: capital, small or digit. At random three of five are. */
function changes(word: string): number {
  const kinds = word.replaceAll(/[A-Z]/g, 'A').replaceAll(/[a-z]/g, 'a').replaceAll(/\d/g, '0');
  const pairs = kinds
    .slice(1)
    .split('')
    .map((kind, index) => `${kinds[index]}${kind}`)
    .filter((pair) => /^[Aa0]{2}$/.test(pair));
  return pairs.filter(([one, other]) => one !== other).length / Math.max(1, pairs.length);
}

/** Between dashes or slashes: words of a path, and what ids are made of, which have one kind of letter. */
const parts = /(?<![A-Za-z0-9])([0-9a-f]{4,}|[a-z]+|[A-Z0-9]{4,})(?![A-Za-z0-9])/g;

/** A key in PEM, as a Kubernetes Secret writes it: letters of this kind stand in words, too. */
const isEncodedKey = (word: string): boolean =>
  word.startsWith('LS0tLS1CRUdJTi') && decoded(word).includes('PRIVATE KEY');

/** The model runs anywhere: base64 is read without what only Node has. */
const decoded = (word: string): string => {
  try {
    return atob(word.slice(0, 64));
  } catch {
    return '';
  }
};
