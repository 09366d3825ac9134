/** Files that somebody made to harm whoever reads them: refused in words, in little time and memory, by the command itself. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checked, file, shop } from './checked';

const pipe = (name: string) => (project: string) => {
  mkdirSync(dirname(join(project, name)), { recursive: true });
  execFileSync('mkfifo', [join(project, name)]);
};

test('what is asked is answered: the small description has no problem', () => {
  expect(checked({ [file]: shop })).toEqual({ exit: 0, codes: [], text: '' });
});

describe('paths', () => {
  const environment = (platform: string) =>
    `name: shop\nplatform: ${platform}\nclusters: { main: { backend: kafka } }\n`;

  test.each(['../../../../etc/passwd', '/etc/hostname', '/proc/self/environ', '.', '..', 'shop.yaml/..'])(
    'platform: %s is no description, and nothing of it is shown',
    (path) => {
      const { codes, text } = checked({ [file]: environment(path) });
      expect(codes).toEqual(['KFK-Y003']);
      expect(text).not.toContain('root:');
    },
  );

  test('a file that is no platform is refused without its contents, wherever it lies', () => {
    const told = checked({ [file]: environment('../secrets.yaml'), 'secrets.yaml': 'password: hunter2-hunter2\n' });
    expect(told.exit).toBe(1);
    expect(told.text).not.toContain('hunter2');
  });

  test.each(['../x', 'a/b', '..', '/etc', 'a\\b', '-rf', '%2e%2e', 'con.'])(
    '%s names no environment and no application',
    (name) => {
      const said = JSON.stringify(name);
      expect(checked({ [file]: shop.replace('name: shop', `name: ${said}`) })).toMatchObject({
        exit: 1,
        codes: ['KFK-E002'],
      });
      expect(checked({ [file]: shop.replace('{ shop:', `{ ${said}:`) })).toMatchObject({
        exit: 1,
        codes: ['KFK-A001'],
      });
    },
  );

  test.each(['../x', 'a/b', '..', '.', 'a\\b'])('%s names no topic', (name) => {
    const { exit, codes } = checked({ [file]: shop.replaceAll('orders.created', JSON.stringify(name)) });
    expect(exit).toBe(1);
    expect(codes).toContain('KFK-T001');
  });
});

describe('files that are none', () => {
  test('a link to itself, and one to nothing, are told', () => {
    const circle = checked({}, (project) => symlinkSync('shop.yaml', join(project, file)));
    expect(circle).toMatchObject({ exit: 2, text: expect.stringContaining('is a link that leads to no file') });
    const nothing = checked({}, (project) => symlinkSync('gone.yaml', join(project, file)));
    expect(nothing).toMatchObject({ exit: 2, text: expect.stringContaining('is a link that leads to no file') });
  });

  test('folders in a circle are not followed', () => {
    const told = checked({ [file]: shop }, (project) => symlinkSync('.', join(project, 'environments', 'again.yaml')));
    expect(told.exit).toBe(0);
  });

  test('a pipe is waited for nowhere', () => {
    expect(checked({ [file]: shop }, pipe('environments/other.yaml')).exit).toBe(0);
    expect(checked({}, pipe('shop.yaml'), 'shop.yaml').exit).toBe(2);
    expect(checked({ [file]: shop }, pipe('environments/inventory/shop.json')).exit).toBe(2);
    expect(checked({ [file]: shop }, pipe('environments/rotations/shop.json')).exit).toBe(2);
    expect(checked({ [file]: shop }, pipe('environments/pins.json')).exit).toBe(2);
    const platform = 'name: shop\nplatform: platform.yaml\nclusters: { main: { backend: kafka } }\n';
    expect(checked({ [file]: platform }, pipe('environments/platform.yaml')).codes).toEqual(['KFK-Y003']);
  });

  test('a device is not read', () => {
    const zero = (project: string) => symlinkSync('/dev/zero', join(project, 'shop.yaml'));
    expect(checked({}, zero, 'shop.yaml').exit).toBe(2);
  });

  test('bytes that are no text are told', () => {
    expect(checked({ [file]: `${shop}# \0\n` })).toMatchObject({ exit: 1, codes: ['KFK-Y001'] });
    const latin = Buffer.concat([Buffer.from(shop), Buffer.from([0x23, 0xff, 0xfe, 0x0a])]);
    expect(checked({ [file]: latin })).toMatchObject({ exit: 1, codes: ['KFK-Y001'] });
  });
});

describe('ten megabytes', () => {
  const ten = 10 * 1024 * 1024;
  test.each([
    ['one text', () => `${shop}tags: { a: "${'x'.repeat(ten)}" }\n`],
    ['comments', () => `${shop}${`# ${'x'.repeat(98)}\n`.repeat(ten / 100)}`],
    ['topics', () => shop.replace('topics: {', `topics: {${'t: {owner: orders}, '.repeat(ten / 20)}`)],
    ['mistakes', () => `${shop}${'\t:\n'.repeat(ten / 3)}`],
  ])('of %s are refused by their size', (_, text) => {
    expect(checked({ [file]: text() })).toMatchObject({
      exit: 2,
      text: expect.stringMatching(/it has \d+ MiB, and 4 are read at most/),
    });
  });

  test('of TypeScript are refused by their size, too, also where another file asks for them', () => {
    const told = checked({ 'environments/shop.ts': `import './big';`, 'environments/big.ts': `//${'x'.repeat(ten)}` });
    expect(told.exit).toBe(1);
    expect(told.text).toContain('4 are read at most');
  });

  test('the largest that is read stays within the memory of a small machine', () => {
    const topics = Array.from(
      { length: 60_000 },
      (_, at) => `orders.created-${at}: { owner: orders, partitions: 3 }, `,
    );
    const text = shop.replace('topics: {', `topics: {${topics.join('')}`);
    expect(text.length).toBeGreaterThan(3 * 1024 * 1024);
    const { exit, codes } = checked({ [file]: text });
    expect({ exit, codes }).toEqual({ exit: 0, codes: expect.arrayContaining(['KFK-L002']) });
  });
});
