/** What somebody may write into a file to harm whoever parses it: refused in words, in little time and memory, by the command itself. */
import { checked, file, shop } from './checked';

describe('a YAML bomb', () => {
  const ring = Array.from({ length: 12 }, (_, at) => {
    const before = Array.from({ length: 9 }, () => `*a${at}`).join(', ');
    return `a${at + 1}: &a${at + 1} [${before}]\n`;
  });

  test('of aliases of aliases is not unfolded', () => {
    const { exit, text } = checked({ [file]: `a0: &a0 [x, x]\n${ring.join('')}${shop}` });
    expect({ exit, text }).toEqual({ exit: 1, text: expect.stringContaining('its aliases repeat more than is read') });
  });

  test('in the platform of an environment is not unfolded either', () => {
    const environment = 'name: shop\nplatform: platform.yaml\nclusters: { main: { backend: kafka } }\n';
    const { exit, text } = checked({
      [file]: environment,
      'environments/platform.yaml': `a0: &a0 [x]\n${ring.join('')}`,
    });
    expect({ exit, text }).toEqual({ exit: 1, text: expect.stringContaining('its aliases repeat more than is read') });
  });

  test('that contains itself ends', () => {
    expect(checked({ [file]: `${shop}tags: &tags { a: *tags }\n` }).exit).toBe(1);
  });

  test('is no alias that is used as people use them', () => {
    const owner = shop.replace('{ owner: orders }', '&topic { owner: orders }');
    const { codes } = checked({ [file]: owner.replace('applications:', 'connectors: {}\n  applications:') });
    expect(codes).toEqual([]);
  });
});

describe('deep nesting', () => {
  test.each([
    ['lists in lists', `${shop}tags: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`],
    ['maps in maps', `${shop}tags:\n${Array.from({ length: 2_000 }, (_, at) => `${' '.repeat(at + 1)}a:\n`).join('')}`],
  ])('of %s is told in words', (_, text) => {
    const told = checked({ [file]: text });
    expect(told.exit).toBe(1);
    expect(told.text).toContain('this is nested too deeply to be read');
  });

  test('of JSON is told in words', () => {
    const deep = `{"name":"shop","clusters":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`;
    const told = checked({ 'environments/shop.json': deep });
    expect(told).toMatchObject({ exit: 1, text: expect.stringContaining('this is nested too deeply to be read') });
  });

  test('as deep as YAML reads it is told as a shape', () => {
    const told = checked({ [file]: `${shop}tags: ${'['.repeat(300)}${']'.repeat(300)}\n` });
    expect(told).toMatchObject({ exit: 1, codes: ['KFK-S002'] });
  });
});

describe('keys of prototypes', () => {
  test('__proto__ is no name, wherever it stands', () => {
    const there = shop.replace('{ orders.created: {} }', '{ orders.created: {}, __proto__: {} }');
    expect(checked({ [file]: there })).toMatchObject({ exit: 1, codes: ['KFK-S001'] });
    expect(checked({ [file]: shop.replace('main:', '__proto__: { backend: kafka }\n  main:') }).codes).toEqual([
      'KFK-S001',
    ]);
  });

  test.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s names nothing that nobody described',
    (name) => {
      const told = checked({ [file]: shop.replace('owner: orders }', `owner: ${name} }`) });
      expect(told.exit).toBe(1);
      expect(checked({ [file]: shop.replace('backend: kafka', `backend: ${name}`) })).toMatchObject({
        exit: 1,
        codes: ['KFK-S004'],
      });
    },
  );
});
