import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { ensureAuthority, issueCertificate } from '../../workflows/local/certificate-authority';
import { freePorts } from './free-ports';

/** A client of the server of tokens, and what its tokens say; whatever is absent is right. */
export interface IssuedClient {
  readonly secret?: string;
  /** How long a token lives. Default: 300 seconds. */
  readonly seconds?: number;
  readonly alg?: 'RS256' | 'ES256';
  readonly audience?: string;
  readonly issuer?: string;
  /** Seconds since its tokens have ended. */
  readonly expiredBy?: number;
  /** Signed with another key: one of a name that is published, or of none. */
  readonly key?: 'forged' | 'unknown';
  readonly unsigned?: true;
  /** Another name in the claim that brokers look at. */
  readonly azp?: string;
  /** It shows a token of its platform in place of a secret: PEM of the platform's key, and who it is there. */
  readonly platformKey?: string;
  readonly platformSubject?: string;
}

/** A real server of tokens on 127.0.0.1, with a certificate of an authority that nobody knows. */
export class TokenIssuer {
  private constructor(
    private readonly child: ChildProcess,
    readonly origin: string,
    /** PEM file. */
    readonly authorityFile: string,
  ) {}

  static async start(
    folder: string,
    { audience, clients }: { audience: string; clients: Readonly<Record<string, IssuedClient>> },
  ): Promise<TokenIssuer> {
    mkdirSync(folder, { recursive: true });
    const files = { caFile: join(folder, 'ca.pem'), caKeyFile: join(folder, 'ca-key.pem') };
    await ensureAuthority(files, 'the server of tokens');
    const { certificate, key } = await issueCertificate(files, { commonName: 'tokens', days: 1, hosts: ['127.0.0.1'] });
    const own = { certificateFile: join(folder, 'certificate.pem'), keyFile: join(folder, 'key.pem') };
    writeFileSync(own.certificateFile, certificate);
    writeFileSync(own.keyFile, key, { mode: 0o600 });
    const [port] = await freePorts(1);
    const settings = join(folder, 'settings.json');
    writeFileSync(settings, JSON.stringify({ port, audience, clients, ...own }), { mode: 0o600 });
    const child = spawn(process.execPath, [join(__dirname, 'token-issuer-process.mjs'), settings], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve());
      child.once('exit', (code) => reject(new Error(`the server of tokens ended with ${code}`)));
    });
    return new TokenIssuer(child, `https://127.0.0.1:${port}`, files.caFile);
  }

  /** How many tokens each client was given. */
  issued = async (): Promise<Readonly<Record<string, number>>> => JSON.parse(await this.get('/issued'));

  get = (path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const asked = request(`${this.origin}${path}`, { ca: readFileSync(this.authorityFile) }, (response) => {
        let body = '';
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('end', () => resolve(body));
      });
      asked.once('error', reject);
      asked.end();
    });

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('close', resolve));
    this.child.kill('SIGKILL');
    await ended;
  }
}
