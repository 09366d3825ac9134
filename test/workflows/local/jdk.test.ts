import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../../../workflows/failure';
import { featureVersion, findJdk, findMaven } from '../../../workflows/local/jdk';
import { fakeJdk } from '../../support/fake-jdk';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'kit-jdk-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

const jdk = (name: string, version: string, programs?: string[]) => fakeJdk(join(folder, name), version, programs);

test.each([
  ['17.0.15', 17],
  ['21', 21],
  ['25-ea', 25],
  ['1.8.0_452', 8],
  ['', undefined],
])('the version %p is Java %p', (version, feature) => {
  expect(featureVersion(version)).toBe(feature);
});

test('JAVA_HOME comes before PATH', () => {
  const [first, second] = [jdk('21', '21.0.2'), jdk('17', '17.0.15')];
  expect(findJdk({ JAVA_HOME: first, PATH: join(second, 'bin') }).version).toBe('21.0.2');
  expect(findJdk({ JAVA_HOME: first, PATH: join(second, 'bin') }).home).toBe(first);
  expect(findJdk({ PATH: join(second, 'bin') }).java).toBe(join(second, 'bin', 'java'));
});

test('an old Java and one without a compiler are passed over', () => {
  const [old, runtime, good] = [jdk('8', '1.8.0_452'), jdk('jre', '21', ['java']), jdk('17', '17')];
  expect(findJdk({ JAVA_HOME: old, PATH: [runtime, good].map((home) => join(home, 'bin')).join(':') }).home).toBe(good);
});

test('without a JDK the failure says what was found and how to get one', () => {
  const PATH = [jdk('11', '11.0.2'), jdk('jre', '21', ['java'])].map((home) => join(home, 'bin')).join(':');
  let failure: Failure | undefined;
  try {
    findJdk({ PATH });
  } catch (error) {
    failure = error as Failure;
  }
  expect(failure).toBeInstanceOf(Failure);
  expect(failure?.details.why).toEqual([
    `${folder}/11/bin/java is Java 11`,
    `${folder}/jre/bin/java has no javac beside it`,
  ]);
  expect(failure?.details.fix).toContain('apt-get install');
});

test('without Maven the failure says what it is for', () => {
  expect(() => findMaven({ PATH: folder })).toThrow('it fetches Apache Kafka once');
});
