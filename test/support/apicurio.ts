import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { apicurioVersion } from '../../model/schema-registry';
import { foldersOf } from '../../workflows/folders';
import { featureVersion, findMaven } from '../../workflows/local/jdk';

/** What Apicurio Registry needs, which is more than Kafka does. */
const lowestJava = 21;

/** What Maven Central serves. */
const sha512 =
  'dd081e0bb14bb94ac9806eb768667b10a7292a8a75a81cbbfec1c99d920bc35697fc5e567d74b7bf94a0105648b90480842822959815d2965e0dc6c9524c92d3';

/**
 * The real Apicurio Registry as its image holds it, by Maven, once: 158 MB. Returns the folder of its `quarkus-run.jar`.
 *
 * @throws Error that says what is missing
 */
export function apicurioDistribution(): string {
  const folder = join(foldersOf('.', process.env).cache, `apicurio-registry-${apicurioVersion}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const coordinates = `io.apicurio:apicurio-registry-app:${apicurioVersion}:tar.gz:all`;
  const copy = 'org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy';
  run(findMaven(process.env), ['-q', '-B', copy, `-Dartifact=${coordinates}`, `-DoutputDirectory=${unfinished}`]);
  const archive = join(unfinished, `apicurio-registry-app-${apicurioVersion}-all.tar.gz`);
  const digest = createHash('sha512').update(readFileSync(archive)).digest('hex');
  if (digest !== sha512) throw new Error(`${archive} has the checksum ${digest}`);
  run('tar', ['-xzf', archive, '-C', unfinished]);
  rmSync(archive);
  renameSync(unfinished, folder);
  return folder;
}

/** A Java that runs it: from JAVA_HOME, the PATH, or where Linux distributions install theirs. */
export function javaForApicurio(): string | undefined {
  const installed = '/usr/lib/jvm';
  const homes = [
    ...(process.env.JAVA_HOME ? [process.env.JAVA_HOME] : []),
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => dirname(folder)),
    ...(existsSync(installed) ? readdirSync(installed).map((name) => join(installed, name)) : []),
  ];
  return homes.map((home) => join(home, 'bin', 'java')).find((java) => existsSync(java) && isNewEnough(java));
}

function isNewEnough(java: string): boolean {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  const version = /version "([^"]+)"/.exec(stderr)?.[1] ?? '';
  return (featureVersion(version) ?? 0) >= lowestJava;
}

function run(command: string, options: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, options, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${options.join(' ')}: ${stdout}${stderr}`);
}
