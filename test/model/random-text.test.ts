/** How much of what is drawn at random is found, and that nothing is which people write. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { looksSecret } from '../../model/secret-literal';
import { Letters } from '../support/planted-secrets';

const root = resolve(__dirname, '..', '..');
const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const letters = `${lower}${lower.toUpperCase()}${digits}`;

describe('of 10,000 that are drawn', () => {
  test.each([
    ['letters and digits', 20, 0.09, letters],
    ['letters and digits', 21, 0.08, letters],
    ['letters and digits', 23, 0.07, letters],
    ['letters and digits', 24, 0.05, letters],
    ['letters and digits', 32, 0.025, letters],
    ['base64', 20, 0.15, `${letters}+/`],
    ['base64', 24, 0.06, `${letters}+/`],
    ['base64', 40, 0.01, `${letters}+/`],
    ['base64 of addresses', 43, 0.01, `${letters}-_`],
    ['small letters and digits', 28, 0.04, `${lower}${digits}`],
    ['small letters and digits', 32, 0.06, `${lower}${digits}`],
    // What has this form is an id of Kafka's, a checksum or a word.
    ['letters and digits', 22, 1, letters],
    ['hexadecimal letters', 32, 1, '0123456789abcdef'],
    ['small letters', 32, 1, lower],
  ])(
    '%s of %i letters: %d of all are missed at most, and half as many at least: whoever finds more lowers the bound',
    (_, length, most, alphabet) => {
      const some = new Letters(`${alphabet} ${length}`);
      const drawn = Array.from({ length: 10_000 }, () => some.of(alphabet, length));
      const missed = drawn.filter((text) => !looksSecret(text)).length / drawn.length;
      expect(missed).toBeLessThanOrEqual(most);
      // A bound that is far away says nothing.
      expect(missed).toBeGreaterThanOrEqual(most / 2);
    },
  );
});

const filesIn = (folder: string, kinds: RegExp) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => kinds.test(file))
    .map((file) => join(folder, file));

test('no word of the documentation, the environments, the examples or what they become is one', () => {
  const files = ['docs', 'environments', 'examples', 'test/golden/output'].flatMap((folder) =>
    filesIn(folder, /\.(md|ts|yaml|json|txt|properties)$/),
  );
  const found = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split(/[\s"'`<>()[\]{},|]+/)
      .filter((word) => looksSecret(word) && !isExample(word))
      .map((word) => `${file}: ${word}`),
  );
  expect(found).toEqual([]);
  expect(files.length).toBeGreaterThan(200);
});

/** What pages show on purpose. */
const isExample = (word: string) => /…/.test(word);

test.each([
  'MkU3OEVBNTcwNTJENDM2Qk',
  '5L6g3nShT-eMCtK--X86sw',
  'KafkaMirrorMaker2Spec',
  'io/v1/KafkaMirrorMaker2',
  'registry2.example.com/kafka4/connect17',
  'd41d8cd98f00b204e9800998ecf8427e',
  'kitorders2026q4productionwesteurope01',
  'password=see vault',
  'password=see the vault, please',
  'token=one payment',
])('%s is none', (text) => {
  expect(looksSecret(text)).toBe(false);
});

test.each([
  'password=hunter',
  'user=kit password=hunter dbname=shop',
  'password=hunter;ssl=true',
  'password=hunter2 and more',
])('%s is one', (text) => {
  expect(looksSecret(text)).toBe(true);
});
