import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import type { ResourceType } from '../../model/grant';
import { Failure } from '../failure';
import { packageRoot } from '../package-root';
import { compileJava, type JavaTools } from './java';
import { tokenOptions } from './token-options';

/** Everything to ask as one application: all topics, groups and transactional ids there are, not only its own. */
export interface ProbeRequest {
  readonly application: string;
  /** Java client properties with that application's own credential. */
  readonly clientFile: string;
  readonly topics: readonly string[];
  readonly groups: readonly string[];
  readonly transactionalIds: readonly string[];
}

/** The operations that {@link probeAccess} asks for, per resource; `AccessProbe.java` says how. */
export const probedOperations = {
  Topic: ['Describe', 'Read', 'Write', 'Delete', 'Create', 'Alter', 'DescribeConfigs', 'AlterConfigs'],
  Group: ['Describe', 'Read', 'Delete'],
  TransactionalId: ['Describe', 'Write'],
  Cluster: ['Describe', 'Create', 'Alter', 'DescribeConfigs', 'AlterConfigs'],
} as const satisfies Record<ResourceType, readonly string[]>;

export interface ProbeResult {
  readonly application: string;
  readonly resourceType: ResourceType;
  readonly resourceName: string;
  readonly operation: string;
  /** `failed` says nothing about access: no broker answered, the credential is unknown. */
  readonly outcome: 'allowed' | 'denied' | 'failed';
  /** The broker's answer, as Kafka's error name, or what went wrong. */
  readonly detail: string;
}

const timeoutMilliseconds = 120_000;

/** Asks the brokers, as every application, what it may do. Writes nothing, commits nothing, makes nothing. */
export async function probeAccess(requests: readonly ProbeRequest[], tools: JavaTools): Promise<ProbeResult[]> {
  const classes = await compileJava([join(packageRoot, 'workflows/prove/AccessProbe.java')], tools);
  const classPath = [classes, join(tools.jars, '*')].join(delimiter);
  const options = [
    '-Xmx256m',
    '-XX:TieredStopAtLevel=1',
    '-Dfile.encoding=UTF-8',
    '-Dlog4j2.level=OFF',
    ...tokenOptions(requests.map(({ clientFile }) => clientFile)),
    '-cp',
    classPath,
  ];
  const output = await new Promise<string>((resolve, reject) => {
    const child = execFile(
      tools.java,
      [...options, 'AccessProbe'],
      { env: {}, timeout: timeoutMilliseconds, maxBuffer: 256 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (!error) return resolve(stdout);
        const why = (stderr || error.message).trim().split('\n').slice(-10);
        reject(new Failure('the access probe did not run to its end', { why }));
      },
    );
    child.stdin?.on('error', () => undefined); // it ended before it read: the callback tells why
    child.stdin?.end(JSON.stringify(requests));
  });
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as ProbeResult);
}
