import { execFileSync } from 'node:child_process';
import { accessSync, constants, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Failure } from '../failure';

/** Kafka's brokers need Java 17. https://kafka.apache.org/43/operations/java-version/ */
export const lowestVersion = 17;

export interface Jdk {
  /** The `java` binary; `javac` stands beside it. */
  readonly java: string;
  readonly home: string;
  /** `17.0.15`. */
  readonly version: string;
}

/** The first JDK of at least 17, from `JAVA_HOME`, then `PATH`. */
export function findJdk(variables: NodeJS.ProcessEnv): Jdk {
  const candidates = [
    ...(variables.JAVA_HOME ? [join(variables.JAVA_HOME, 'bin', 'java')] : []),
    ...onPath('java', variables),
  ];
  const refused: string[] = [];
  for (const candidate of candidates.filter(isExecutable)) {
    const java = realpathSync(candidate);
    const version = versionOf(java);
    const feature = featureVersion(version);
    if (!feature || feature < lowestVersion) refused.push(`${candidate} is Java ${feature ?? 'of an unknown version'}`);
    else if (!isExecutable(join(dirname(java), 'javac'))) refused.push(`${candidate} has no javac beside it`);
    else return { java, home: dirname(dirname(java)), version };
  }
  throw new Failure(`no JDK of at least ${lowestVersion} found in JAVA_HOME or PATH`, {
    why: refused,
    fix: 'install one: apt-get install openjdk-17-jdk-headless, brew install openjdk, or https://adoptium.net',
  });
}

export function findMaven(variables: NodeJS.ProcessEnv): string {
  const maven = onPath('mvn', variables).find(isExecutable);
  if (maven) return maven;
  throw new Failure('Maven (mvn) is not on the PATH; it fetches Apache Kafka once', {
    fix: 'install it: apt-get install maven, brew install maven, or https://maven.apache.org/install.html',
  });
}

/** `17.0.15`, `21` and `25-ea` begin with their feature version; until 8 it came second: `1.8.0_452`. */
export function featureVersion(version: string): number | undefined {
  const [, first, second] = /^(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  const number = Number(first === '1' ? second : first);
  return Number.isNaN(number) ? undefined : number;
}

/** From the file `release` of the JDK, which costs no start of a JVM; macOS's stub in /usr/bin has none. */
function versionOf(java: string): string {
  try {
    const release = readFileSync(join(dirname(dirname(java)), 'release'), 'utf8');
    return /^JAVA_VERSION="(.*)"/m.exec(release)?.[1] ?? '';
  } catch {
    return askedVersion(java);
  }
}

function askedVersion(java: string): string {
  try {
    const settings = ['-XshowSettings:properties', '-version'];
    const printed = execFileSync('sh', ['-c', 'exec "$0" "$@" 2>&1', java, ...settings], { encoding: 'utf8' });
    return /java\.version = (.*)/.exec(printed)?.[1] ?? '';
  } catch {
    return '';
  }
}

const onPath = (command: string, { PATH = '' }: NodeJS.ProcessEnv): string[] =>
  PATH.split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, command));

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
