import { capabilitiesOf } from '../../../backends/kafka/description/capabilities';
import { read } from '../../../workflows/probe/api-versions';
import { contradictions, featuresOf } from '../../../workflows/probe/features';

/** An ApiVersions answer, version 0, as a broker would send it. */
function answer(apis: readonly (readonly [key: number, highest: number])[], error = 0): Buffer {
  const bytes = Buffer.alloc(14 + apis.length * 6);
  bytes.writeInt16BE(error, 8);
  bytes.writeInt32BE(apis.length, 10);
  for (const [index, [key, highest]] of apis.entries()) {
    bytes.writeInt16BE(key, 14 + index * 6);
    bytes.writeInt16BE(highest, 14 + index * 6 + 4);
  }
  return bytes;
}

test('a broker has a feature when it knows the request, in the version that is needed', () => {
  const probed = featuresOf(
    read(
      answer([
        [19, 7],
        [30, 0],
        [68, 1],
      ]),
    ),
  );
  expect(probed).toMatchObject({ topics: true, 'consumer-protocol': true, 'share-groups': false });
  expect(probed).toMatchObject({ 'deny-permissions': true, 'prefixed-permissions': false });
});

test('an answer with an error is one', () => {
  expect(() => read(answer([], 35))).toThrow('error 35');
});

test('what brokers and description agree on is not told', () => {
  const capabilities = capabilitiesOf('4.1', {});
  const probed = { 'share-groups': true, 'consumer-protocol': true };
  expect(contradictions({ capabilities }, probed)).toEqual([
    "share-groups: the brokers have it; say features: { 'share-groups': true }",
  ]);
  expect(contradictions({ capabilities: capabilitiesOf('4.1', { 'share-groups': true }) }, probed)).toEqual([]);
});
