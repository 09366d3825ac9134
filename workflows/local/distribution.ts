import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure, type Progress } from '../failure';
import { packageRoot } from '../package-root';
import { waitForLock } from '../terraform/process-lock';
import { findMaven, type Jdk } from './jdk';
import { supportedVersion } from './spec';

/** Where this project's own files for the brokers are. */
export const kafkaSources = join(packageRoot, 'workflows', 'local', 'kafka');

const pom = join(kafkaSources, 'pom.xml');

/** The folder of Kafka's jars, whether they were fetched or not. */
export function jarsFolder(cache: string): string {
  const digest = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  return join(cache, `kafka-${supportedVersion}-${digest}`);
}

/** Fetches Kafka's jars with Maven, once: later no Maven and no network are needed. Returns their folder. */
export async function ensureJars(props: {
  readonly cache: string;
  readonly jdk: Jdk;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}): Promise<string> {
  const folder = jarsFolder(props.cache);
  if (existsSync(folder)) return folder;
  // Maven's local repository is not made for two writers either.
  const lock = await waitForLock(`${folder}.lock`, ({ pid }) =>
    props.progress(`process ${pid} is fetching Kafka's jars`),
  );
  const unfinished = `${folder}.new`;
  try {
    if (existsSync(folder)) return folder;
    props.progress(`fetching Apache Kafka ${supportedVersion} from Maven Central, about 55 MB …`);
    mkdirSync(dirname(folder), { recursive: true });
    rmSync(unfinished, { recursive: true, force: true });
    await copyDependencies(unfinished, props.jdk, props.signal);
    renameSync(unfinished, folder);
    return folder;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    lock.release();
  }
}

async function copyDependencies(folder: string, { home }: Jdk, signal: AbortSignal): Promise<void> {
  const maven = findMaven(process.env);
  const options = [
    '--batch-mode',
    '--quiet',
    '--file',
    pom,
    'dependency:copy-dependencies',
    `-DoutputDirectory=${folder}`,
  ];
  const child = spawn(maven, options, {
    signal,
    env: { ...process.env, JAVA_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => lines.push(...String(data).split('\n')));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).catch((error: Error) => error.message);
  if (code === 0) return;
  throw new Failure(`Maven could not fetch Apache Kafka ${supportedVersion}`, {
    why: lines.filter((line) => line.trim()).slice(0, 8),
    fix: `look at its message, try again: mvn --file ${pom} dependency:copy-dependencies -DoutputDirectory=/tmp/kafka-jars`,
  });
}
