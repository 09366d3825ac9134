import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const made: string[] = [];

/** A folder of files that is there until the tests of its file are over. */
export function projectWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-test-'));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A small platform without a problem, as a user would write it. */
export const platformYaml = `owners:
  orders: { contact: orders@example.com }
topics:
  orders.created: { owner: orders }
applications:
  shop:
    owner: orders
    produces: { orders.created: {} }
`;

export const environmentYaml = (name: string, platform = 'platform.yaml') =>
  `name: ${name}\nplatform: ${platform}\nclusters:\n  main: { backend: kafka }\n`;

export const platformTs = `import { definePlatform } from 'kafka-platform-kit';
export const platform = definePlatform({
  owners: { orders: { contact: 'orders@example.com' } },
  topics: { 'orders.created': { owner: 'orders' } },
  applications: { shop: { owner: 'orders', produces: { 'orders.created': {} } } },
});
`;

export const environmentTs = (name: string) => `import { defineEnvironment } from 'kafka-platform-kit';
import { platform } from './platform';
export const ${name} = defineEnvironment({ name: '${name}', platform, clusters: { main: { backend: 'kafka' } } });
`;
