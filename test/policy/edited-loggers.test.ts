/** What brokers on Kubernetes are told to write of who did what: a Kafka that was edited to write less is refused. */
import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Profile } from '../../model/profile';
import { changed } from '../support/change';
import { type Description, resolve, small } from '../support/describe';
import { objectsIn } from '../support/manifests';
import { type Judged, judged } from './judged';
import { spoiltFile } from './spoilt';

jest.setTimeout(300_000);

const made = new Map<string, Promise<Judged>>();
function judgedOnce(changes: Readonly<Record<string, unknown>>, profile: Profile): Promise<Judged> {
  const key = JSON.stringify({ changes, profile });
  const described = resolve(changed<Description>(small, changes));
  const asking = { ...described, environment: { ...described.environment, profile } };
  const known = made.get(key) ?? judged(described, asking);
  made.set(key, known);
  return known;
}

describe('loggers of a Kafka that was edited', () => {
  const audited = (audit?: string) => ({ kubernetes: {}, 'clusters.main': { backend: 'strimzi', audit } });
  async function logged(edit: Readonly<Record<string, unknown>>, audit?: string, profile: Profile = 'baseline') {
    const { files, test: tested } = await judgedOnce(audited(audit), profile);
    const kafka = files.flatMap((path) => objectsIn(readFileSync(path, 'utf8'))).find(({ kind }) => kind === 'Kafka');
    if (!kafka) throw new Error('there is no Kafka');
    return tested(spoiltFile(stringify(changed(kafka as object, edit)), 'yaml')).denied.filter((line) =>
      line.startsWith('KFK-X080'),
    );
  }
  const loggers = 'spec.kafka.logging.loggers';

  test.each([
    ['another level', { [`${loggers}[logger.authorizer.level]`]: 'ERROR' }, "'logger.authorizer.level' is ERROR"],
    ['one that is not there', { [`${loggers}[logger.logins.name]`]: undefined }, "'logger.logins.name' is missing"],
    ['none', { 'spec.kafka.logging': undefined }, "'logger.authorizer.name' is missing"],
    [
      'those of a ConfigMap that nobody described',
      { 'spec.kafka.logging': { type: 'external', valueFrom: { configMapKeyRef: { name: 'x', key: 'y' } } } },
      'is missing',
    ],
    [
      'a filter that drops all of it',
      { [`${loggers}[logger.authorizer.filter.none.type]`]: 'DenyAllFilter' },
      "'logger.authorizer.filter.none.type' is DenyAllFilter, and the description says nothing of it",
    ],
    [
      'the same logger under another name',
      {
        [`${loggers}[logger.quiet.name]`]: 'kafka.authorizer.logger',
        [`${loggers}[logger.quiet.level]`]: 'ERROR',
      },
      "'logger.quiet.level' is ERROR, and the description says nothing of it",
    ],
    [
      'a filter of all that is written',
      { [`${loggers}[filter.all.type]`]: 'DenyAllFilter' },
      "'filter.all.type' is DenyAllFilter, and the description says nothing of it",
    ],
    [
      'an appender that writes nothing',
      { [`${loggers}[appender.console.type]`]: 'Null' },
      "'appender.console.type' is Null, and the description says nothing of it",
    ],
    [
      'other settings of Java’s',
      { 'spec.kafka.jvmOptions.javaSystemProperties': [{ name: 'log4j2.configurationFile', value: '/dev/null' }] },
      "'log4j2.configurationFile' says where Log4j finds its settings",
    ],
    [
      'other settings of the container’s',
      { 'spec.kafka.template.kafkaContainer.env': [{ name: 'KAFKA_LOG4J_OPTS', value: '-Dx=/dev/null' }] },
      "'KAFKA_LOG4J_OPTS' says where Log4j finds its settings",
    ],
    [
      'the same in options of another name',
      { 'spec.kafka.template.kafkaContainer.env': [{ name: 'KAFKA_OPTS', value: '-Dlog4j2.configurationFile=x' }] },
      "'KAFKA_OPTS' says where Log4j finds its settings",
    ],
  ])('%s: it is refused', async (_, edit, said) => {
    expect(await logged(edit)).toEqual(expect.arrayContaining([expect.stringContaining(said)]));
  });

  test('as they are they pass', async () => expect(await logged({})).toEqual([]));

  test('settings of Java that have nothing to do with it pass', async () =>
    expect(
      await logged({
        'spec.kafka.jvmOptions': { '-Xmx': '2g', javaSystemProperties: [{ name: 'java.io.tmpdir', value: '/tmp' }] },
        'spec.kafka.template.kafkaContainer.env': [{ name: 'TZ', value: 'UTC' }],
      }),
    ).toEqual([]));

  test('a Kafka that is described nowhere is asked for its loggers where an auditor asks, and nowhere else', async () => {
    const another = { 'metadata.name': 'another' };
    expect(await logged({ ...another, 'spec.kafka.logging': undefined })).toEqual([]);
    expect(await logged({ ...another, 'spec.kafka.logging': undefined }, undefined, 'regulated')).toEqual([
      expect.stringContaining("it is described nowhere, and 'kafka.authorizer.logger' has no logger"),
      expect.stringContaining('it is described nowhere'),
    ]);
    expect(await logged(another, undefined, 'regulated')).toEqual([]);
  });

  test('a logger of something else is nobody’s business here', async () =>
    expect(
      await logged({
        [`${loggers}[logger.requests.name]`]: 'kafka.request.logger',
        [`${loggers}[logger.requests.level]`]: 'ERROR',
      }),
    ).toEqual([]));

  test('what is filtered because the description asks for it passes', async () => {
    expect(await logged({}, 'administration')).toEqual([]);
    expect(
      await logged({ [`${loggers}[logger.authorizer.filter.administration.regex]`]: 'nothing' }, 'administration'),
    ).toEqual([expect.stringContaining('filter.administration.regex')]);
  });
});
