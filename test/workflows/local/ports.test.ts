import { createServer, type Server } from 'node:net';
import { choosePorts, requireFree } from '../../../workflows/local/ports';

const listen = (port: number) =>
  new Promise<Server>((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
  });

const all = async (folder: string, nodes = 3) =>
  (await choosePorts(folder, nodes)).flatMap((ports) => Object.values(ports));

test('a cluster’s ports are in a row, below those that Linux hands out', async () => {
  const ports = await all('/state/a');
  expect(ports).toEqual(Array.from({ length: 12 }, (_, index) => (ports[0] ?? 0) + index));
  expect(Math.min(...ports)).toBeGreaterThanOrEqual(20_000);
  expect(Math.max(...ports)).toBeLessThan(32_768);
});

test('the same folder gets the same ports, another one others', async () => {
  expect(await all('/state/a')).toEqual(await all('/state/a'));
  expect(await all('/state/a')).not.toEqual(await all('/state/b'));
});

test('a port in use moves the cluster elsewhere', async () => {
  const ports = await all('/state/a');
  const server = await listen(ports[5] ?? 0);
  try {
    expect(await all('/state/a')).not.toContain(ports[5]);
  } finally {
    server.close();
  }
});

test('a recorded port in use is a failure that names it, its holder and the way out', async () => {
  const [port = 0, next = 0] = await all('/state/c');
  const server = await listen(port);
  try {
    const required = requireFree('local/main', [port, next], '/state/c/ports.json');
    await expect(required).rejects.toMatchObject({
      message: `local/main: port ${port} is in use`,
      details: {
        why: [
          expect.stringMatching(`^127.0.0.1:${port} is held by (process ${process.pid} \\(.*\\)|another process)$`),
        ],
        fix: expect.stringContaining('/state/c/ports.json'),
      },
    });
  } finally {
    server.close();
  }
});
