import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import fc from 'fast-check';
import { yamlText } from '../../../workflows/synth/yaml-text';
import { objectsIn } from '../../support/manifests';
import { filesBelow } from '../../support/synthesize';

const golden = join(__dirname, '..', '..', 'golden', 'output', 'dev', 'kubernetes');

test('every object of a committed environment is written as the library writes it', () => {
  const objects = Object.values(filesBelow(golden)).flatMap(objectsIn);
  expect(objects.length).toBeGreaterThan(50);
  for (const object of objects) expect(yamlText(object)).toBe(Yaml.stringify(object));
});

/** Texts that YAML 1.1 readers take for something else, or nearly. */
const tricky = [
  ...['', ' ', 'yes', 'No', 'ON', 'off', 'y', 'N', 'true', 'False', 'null', 'Null', '~', 'nul', 'yess'],
  ...['1', '-1', '1.0', '.5', '1e3', '0x1F', '0o17', '017', '1_000', '1:30', '.inf', '.NaN', '2026-11-21', '1.2.0'],
  ...['-', '--', '---', '- a', '? a', 'a: b', 'a:', ':a', 'a #b', '#a', '*a', '&a', '!a', '%a', '@a', '`a', '<<', '='],
  ...['{}', '[]', '{a', 'a,b', "it's", '"quoted"', 'a\tb', ' a', 'a ', 'a\\b', 'ä', '\u2028', 'v1.2', 'a-', 'a.'],
  ...['CN=shop', 'orders.created', 'kafka.strimzi.io/v1', 'Prune=false,Delete=false', 'x'.repeat(200)],
];

test.each(tricky)('%j is written as the library writes it, as a value, in a list and as a key', (text) => {
  for (const document of [{ a: text }, { a: [text, [text]] }, { [text]: { [text]: text } }])
    expect(yamlText(document)).toBe(Yaml.stringify(document));
});

test('any data is written as the library writes it', () => {
  const [few, fewKeys] = [{ maxLength: 3 }, { maxKeys: 3 }];
  const text = fc.oneof(fc.string(), fc.constantFrom(...tricky), fc.stringMatching(/^[A-Za-z][A-Za-z0-9_./-]{0,5}$/));
  const scalar = fc.oneof(text, fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null));
  const { data } = fc.letrec((tie) => ({
    data: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.array(tie('data'), few),
      fc.dictionary(text, tie('data'), fewKeys),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(text, data, fewKeys), (document) => yamlText(document) === Yaml.stringify(document)),
    { numRuns: 300 },
  );
});

test('a text of several lines is a block', () => {
  const document = { a: { b: 'one\ntwo\n' } };
  expect(yamlText(document)).toBe('a:\n  b: |\n    one\n    two\n');
});

test('the committed files are what is compared: a change of one shows', () => {
  expect(readFileSync(join(golden, 'kustomization.yaml'), 'utf8')).toContain('resources:\n  - main\n');
});
