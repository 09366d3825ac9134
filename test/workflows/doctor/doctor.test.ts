import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examine } from '../../../workflows/doctor/doctor';
import { fakeJdk, fakeProgram } from '../../support/fake-jdk';

let folder: string;
let tools: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'kit-doctor-')));
  tools = join(folder, 'tools');
  mkdirSync(tools);
});
afterEach(() => rmSync(folder, { recursive: true }));

const jdk = (name: string, version: string, programs?: string[]) => fakeJdk(join(folder, name), version, programs);

/** As Maven does, it tells its version only where `JAVA_HOME` is a JDK. */
const maven = (version: string) =>
  fakeProgram(
    join(tools, 'mvn'),
    `#!/bin/sh\n[ -n "$JAVA_HOME" ] && [ -x "$JAVA_HOME/bin/javac" ] && echo 'Apache Maven ${version} (x)'\n`,
  );

async function found(name: string, variables: NodeJS.ProcessEnv) {
  const finding = (await examine(variables)).find((one) => one.name === name);
  return { ok: finding?.ok, found: finding?.found };
}

test('a JDK on the PATH will do where JAVA_HOME leads nowhere, as it does for up; Maven runs with it', async () => {
  maven('3.9.9');
  const variables = { JAVA_HOME: '/nonexistent', PATH: `${tools}:${join(jdk('17', '17.0.15'), 'bin')}` };
  expect(await found('JDK', variables)).toEqual({ ok: true, found: '17.0.15' });
  expect(await found('Maven', variables)).toEqual({ ok: true, found: '3.9.9' });
});

test('a JDK that is too old, and one without a compiler, are named', async () => {
  const PATH = [jdk('11', '11.0.2'), jdk('jre', '21', ['java'])].map((home) => join(home, 'bin')).join(':');
  expect(await found('JDK', { PATH })).toEqual({
    ok: false,
    found: `${folder}/11/bin/java is Java 11; ${folder}/jre/bin/java has no javac beside it`,
  });
});

test('a Maven that is too old does not do, and one that no JDK can run is not its own fault', async () => {
  maven('3.5.4');
  expect(await found('Maven', { PATH: `${tools}:${join(jdk('17', '17.0.15'), 'bin')}` })).toEqual({
    ok: false,
    found: '3.5.4',
  });
  expect(await found('Maven', { PATH: tools })).toEqual({ ok: true, found: join(tools, 'mvn') });
});

test('without Maven nothing is found', async () => {
  expect(await found('Maven', { PATH: tools })).toEqual({ ok: false, found: undefined });
});
