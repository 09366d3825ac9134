import { registryAddress } from '../../../model/schema-registry';
import { kafkaConfig } from '../../../model/topic';
import { changed } from '../../support/change';
import { compileDescription, type Description, resolve, small } from '../../support/describe';

const registered = (changes: Readonly<Record<string, unknown>> = {}): Description =>
  changed<Description>(small, {
    kubernetes: {},
    'clusters.main': { backend: 'strimzi' },
    'schemaRegistries.schemas': { owner: 'orders' },
    ...changes,
  });

test('a registry may do what it was seen to need on its topics, and nothing else; it creates none', () => {
  const own = resolve(registered()).permissions.filter(({ application }) => application === 'schemas');
  expect(
    own.map(({ operation, resourceType, resourceName }) => `${operation} ${resourceType} ${resourceName}`),
  ).toEqual([
    'Read Group schemas.',
    'DescribeConfigs Topic schemas.events',
    'Write Topic schemas.events',
    'DescribeConfigs Topic schemas.journal',
    'Read Topic schemas.journal',
    'Write Topic schemas.journal',
    'DescribeConfigs Topic schemas.snapshots',
    'Read Topic schemas.snapshots',
  ]);
  expect(own.filter(({ patternType }) => patternType === 'Prefixed')).toHaveLength(1);
});

test('its journal loses no record and has one order; only what it tells others expires', () => {
  const { topics } = resolve(registered());
  const journal = topics.get('schemas.journal');
  expect(journal).toMatchObject({ partitions: 1, replicationFactor: 3, minInsyncReplicas: 2, owner: 'orders' });
  const settings = (name: string) => {
    const topic = topics.get(name);
    return topic && kafkaConfig(topic)['retention.ms'];
  };
  expect(['journal', 'snapshots', 'events'].map((name) => settings(`schemas.${name}`))).toEqual([
    '-1',
    '-1',
    String(7 * 86_400_000),
  ]);
  expect(journal && kafkaConfig(journal)).not.toHaveProperty('retention.bytes');
});

test('its topics have as many replicas as there are brokers', () => {
  const { topics } = resolve(registered({ 'clusters.main.brokers': 1 }));
  expect(topics.get('schemas.journal')).toMatchObject({ replicationFactor: 1, minInsyncReplicas: 1 });
});

test('nothing is said of topics that nobody but the registry has to do with', () => {
  // That an inventory is to be recorded is told of every first description.
  expect(compileDescription(registered()).problems.map(({ code }) => code)).toEqual(['KFK-I006']);
});

test('once applied its topics are data like any other: without the registry they are missed', () => {
  const { inventory } = resolve(registered()).shards[0] ?? {};
  const { problems } = compileDescription(
    changed<Description>(small, { kubernetes: {}, 'clusters.main': { backend: 'strimzi' } }),
    { inventory },
  );
  const missed = problems.filter(({ code }) => code === 'KFK-I001').map(({ path }) => path);
  expect(missed.filter((path) => path.includes('schemas.journal'))).toHaveLength(1);
  expect(missed).toHaveLength(3);
});

test('programs find it by its Service, over HTTPS where it has an issuer', () => {
  expect(registryAddress({ name: 'schemas' }, 'kafka')).toBe('http://schemas.kafka.svc:8080/apis/ccompat/v7');
  expect(registryAddress({ name: 'schemas', issuer: 'company' }, 'kafka')).toBe(
    'https://schemas.kafka.svc:8443/apis/ccompat/v7',
  );
});
