import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientConnection, Pkcs12 } from '../../render/client-connection';
import { Failure } from '../failure';
import { packageRoot } from '../package-root';
import { compileJava, type JavaTools } from '../prove/java';
import { writePrivately } from '../secrets/private-file';

interface Store extends Pkcs12 {
  /** What `Pkcs12.java` calls what is in it. */
  readonly kind: 'trust' | 'key';
  /** The PEM file that it is made of. */
  readonly pem: string;
}

/** A connection whose PEM files stand in its client folder as PKCS12, too: `ca.p12` and, with a certificate, `client.p12`. */
export async function withKeystores(
  folder: string,
  connection: ClientConnection,
  tools: JavaTools,
): Promise<ClientConnection> {
  const { caFile, credential } = connection;
  const password = passwordIn(folder);
  const store = (kind: Store['kind'], name: string, pem: string): Store => ({
    kind,
    pem,
    file: join(folder, name),
    password,
  });
  const trustStore = caFile === undefined ? undefined : store('trust', 'ca.p12', caFile);
  const presents = credential.mechanism === 'mtls' && 'keystoreFile' in credential ? credential : undefined;
  const keystore = presents && store('key', 'client.p12', presents.keystoreFile);
  await make(
    folder,
    [trustStore, keystore].filter((one) => one !== undefined),
    tools,
  );
  if (!presents || !keystore) return { ...connection, trustStore };
  const { keyFile, certificateFile } = presents;
  return { ...connection, trustStore, credential: { mechanism: 'mtls', keyFile, certificateFile, keystore } };
}

/** Made once: who restarts while files are written finds a password that opens those before and after. */
function passwordIn(folder: string): string {
  const file = join(folder, 'keystore-password');
  if (!existsSync(file)) writePrivately(file, randomBytes(32).toString('base64url'));
  return readFileSync(file, 'utf8');
}

/** Made anew when the PEM files have changed: a JVM takes half a second to start. */
async function make(folder: string, stores: readonly Store[], tools: JavaTools): Promise<void> {
  const digest = createHash('sha256');
  for (const { pem } of stores) digest.update(readFileSync(pem));
  const [madeOf, now] = [join(folder, 'keystores.sha256'), digest.digest('hex')];
  const isMade = existsSync(madeOf) && readFileSync(madeOf, 'utf8') === now;
  if (isMade && stores.every(({ file }) => existsSync(file))) return;
  const converted = await convert(stores, tools);
  for (const [index, { file }] of stores.entries()) writePrivately(file, Buffer.from(converted[index] ?? '', 'base64'));
  writePrivately(madeOf, now);
}

async function convert(stores: readonly Store[], tools: JavaTools): Promise<string[]> {
  const classes = await compileJava([join(packageRoot, 'workflows/clients/Pkcs12.java')], tools);
  const options = ['-Xmx64m', '-XX:TieredStopAtLevel=1', '-cp', classes, 'Pkcs12'];
  const files = stores.flatMap(({ kind, pem }) => [kind, pem]);
  return await new Promise((resolve, reject) => {
    const child = execFile(tools.java, [...options, ...files], { env: {}, timeout: 60_000 }, (error, stdout, stderr) =>
      error
        ? reject(
            new Failure('no PKCS12 could be made of PEM files', { why: (stderr || error.message).trim().split('\n') }),
          )
        : resolve(stdout.trim().split('\n')),
    );
    child.stdin?.on('error', () => undefined); // it ended before it read: the callback tells why
    child.stdin?.end(stores[0]?.password);
  });
}
