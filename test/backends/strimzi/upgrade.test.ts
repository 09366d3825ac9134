import { isNewer, isOlderKafka, understands } from '../../../backends/strimzi/description/versions';
import { emptyInventory } from '../../../model/inventory';
import { text, told } from './planned';
import { recorded } from './recorded.cases';

describe('an upgrade', () => {
  const older = recorded({ version: '4.2.1', metadataVersion: '4.2-IV1' });
  const half = recorded({ version: '4.3.1', metadataVersion: '4.2-IV1' });

  test('is the version first, checks, and the metadata version last, which cannot be taken back', () => {
    const [plan = ''] = text({ version: '4.3.1', metadataVersion: '4.2-IV1' }, older);
    const stages = [
      "version: '4.3.1' and metadataVersion: '4.2-IV1'",
      'kafkaVersion',
      'take it back',
      "metadataVersion: '4.3-IV0'",
      'cannot be taken back',
    ];
    const places = stages.map((stage) => plan.indexOf(stage));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(told('KFK-K428', { version: '4.3.1', metadataVersion: '4.2-IV1' }, older)).toEqual([]);
  });

  test('in one step is warned of, and the plan says how it is done in two', () => {
    const [plan] = text({ version: '4.3.1' }, older);
    expect(plan).toContain('it raises the metadata version at once, from 4.2-IV1');
    expect(told('KFK-K428', { version: '4.3.1' }, older)).toEqual([
      expect.stringContaining("add metadataVersion: '4.2-IV1'; kafka-kit explain test main"),
    ]);
  });

  test('that is not finished is told for as long as it is, recorded or not', () => {
    const behind = { version: '4.3.1', metadataVersion: '4.2-IV1' };
    for (const inventory of [half, emptyInventory])
      expect(text(behind, inventory)).toEqual([expect.stringMatching(/^the metadata version is still 4\.2-IV1/)]);
  });

  test('is finished by the metadata version, and then does not go back', () => {
    expect(text({ version: '4.3.1' }, half)).toEqual([
      expect.stringMatching(/^metadata version 4\.3-IV0 instead of 4\.2-IV1\n/),
    ]);
    expect(told('KFK-I011', { version: '4.3.1', metadataVersion: '4.2-IV1' }, recorded())).toEqual([
      expect.stringMatching(/^clusters\.main\.metadataVersion: the disks have the metadata version 4\.3-IV0/),
    ]);
    expect(told('KFK-I011', { version: '4.2.1' }, recorded())).toEqual([
      expect.stringMatching(/^clusters\.main\.version: Kafka 4\.2\.1 does not start on disks/),
    ]);
  });

  test('of an image of somebody else reminds of it', () => {
    const image = 'registry.example.com/kafka:1';
    const settings = { version: '4.3.1', metadataVersion: '4.2-IV1' };
    expect(text({ ...settings, image }, older)[0]).toContain('make sure that image is one of Kafka 4.3.1');
    expect(text(settings, older)[0]).not.toContain('image');
  });

  test('whose metadata version stayed may be taken back', () => {
    expect(text({ version: '4.2.1' }, half)).toEqual([
      expect.stringMatching(/^Kafka 4\.2\.1 again instead of 4\.3\.1/),
    ]);
  });
});

test('versions are compared as numbers, metadata versions in their order', () => {
  expect([isOlderKafka('4.9.0', '4.10.0'), isOlderKafka('4.3.1', '4.3.1'), isOlderKafka('4.3.1', '4.3.0')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([isNewer('4.3-IV0', '4.2-IV1'), isNewer('4.2-IV1', '4.3-IV0'), isNewer('9.9-IV9', '4.2-IV1')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([understands('4.2.1', '4.2-IV1'), understands('4.2.1', '4.3-IV0'), understands('1.0.0', '4.2-IV1')]).toEqual([
    true,
    false,
    false,
  ]);
});
