import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder that looks like a JDK; its programs cannot run. */
export function fakeJdk(home: string, version: string, programs = ['java', 'javac']): string {
  mkdirSync(join(home, 'bin'), { recursive: true });
  writeFileSync(join(home, 'release'), `IMPLEMENTOR="x"\nJAVA_VERSION="${version}"\n`);
  for (const program of programs) fakeProgram(join(home, 'bin', program), '');
  return home;
}

export function fakeProgram(file: string, text: string): void {
  writeFileSync(file, text);
  chmodSync(file, 0o755);
}
