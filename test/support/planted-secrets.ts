import { createHash, generateKeyPairSync } from 'node:crypto';

/** A secret that a test plants, and then looks for. */
export interface Planted {
  readonly kind: string;
  readonly text: string;
}

/** The same letters in every run: what a test finds today it finds tomorrow. */
export class Letters {
  private count = 0;
  constructor(private readonly seed: string) {}

  of(alphabet: string, length: number): string {
    let text = '';
    while (text.length < length)
      for (const byte of createHash('sha256')
        .update(`${this.seed} ${this.count++}`)
        .digest())
        if (byte < 256 - (256 % alphabet.length)) text += alphabet[byte % alphabet.length];
    return text.slice(0, length);
  }
}

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lower = upper.toLowerCase();
const digits = '0123456789';
const letters = upper + lower + digits;
const base64url = `${letters}-_`;
const base64 = `${letters}+/`;

type Maker = (letters: Letters) => string;

/** One of each kind that somebody has. */
const makers: Readonly<Record<string, Maker>> = {
  password: (some) => some.of(base64url, 43),
  'short password': (some) => `${some.of(letters, 23)}9zQ!`,
  'password with everything that is escaped': (some) => `${some.of(letters, 24)}/+"'&\\ $\`%é<${some.of(digits, 4)}`,
  'RSA key': () => pem('rsa'),
  'EC key': () => pem('ec'),
  'PEM in base64': () => Buffer.from(pem('ec')).toString('base64'),
  'JSON web token': (some) => `eyJhbGciOiJSUzI1NiJ9.eyJ${some.of(base64url, 60)}.${some.of(base64url, 86)}`,
  'SAS connection string': (some) =>
    `Endpoint=sb://kit.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey=${some.of(base64, 43)}=`,
  'SAS token': (some) =>
    `SharedAccessSignature sr=kit.servicebus.windows.net&sig=${some.of(letters, 43)}%3D&se=1893456000&skn=send`,
  'storage connection string': (some) =>
    `DefaultEndpointsProtocol=https;AccountName=kit;AccountKey=${some.of(base64, 86)}==;EndpointSuffix=core.windows.net`,
  'secret access key of AWS': (some) => some.of(base64, 40),
  'secret of an Azure client': (some) => `${some.of(letters, 3)}8Q~${some.of(base64url, 34)}`,
  'token of Vault': (some) => `hvs.${some.of(base64url, 90)}`,
  'token of GitHub': (some) => `ghp_${some.of(letters, 36)}`,
  'fine-grained token of GitHub': (some) => `github_pat_${some.of(letters, 22)}_${some.of(letters, 59)}`,
  'token of GitLab': (some) => `glpat-${some.of(base64url, 20)}`,
  'token of Slack': (some) => `xoxb-${some.of(digits, 12)}-${some.of(letters, 24)}`,
  'token of npm': (some) => `npm_${some.of(letters, 36)}`,
  'key of Google': (some) => `AIza${some.of(base64url, 35)}`,
  'address with a password': (some) => `https://kit:${some.of(letters, 30)}@registry.example.com`,
  'JDBC address': (some) => `jdbc:postgresql://database.example.com/shop?user=kit&password=${some.of(letters, 30)}`,
  'JAAS configuration': (some) =>
    `org.apache.kafka.common.security.plain.PlainLoginModule required username="kit" password="${some.of(letters, 30)}";`,
  'header of HTTP': (some) => `Authorization: Bearer ${some.of(base64url, 40)}`,
  'key of a service account': (some) => JSON.stringify({ type: 'service_account', private_key: some.of(base64, 60) }),
};

export const kinds = Object.keys(makers);

/** So many of every kind by turns, none of them twice. */
export const planted = (count: number, seed = 'planted'): readonly Planted[] => {
  const some = new Letters(seed);
  return Array.from({ length: count }, (_, index) => {
    const kind = kinds[index % kinds.length] as string;
    return { kind, text: (makers[kind] as Maker)(some) };
  });
};

const pem = (type: 'rsa' | 'ec'): string =>
  type === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    : generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'pem' }).toString();
