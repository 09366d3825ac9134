import { createServer } from 'node:net';

/** Below those that local clusters take, which are below those that Linux hands out. */
const range = { from: 15_000, to: 19_999 };

/** Ports of 127.0.0.1 on which nobody listens now. */
export async function freePorts(wanted: number): Promise<number[]> {
  const found: number[] = [];
  const start = Math.floor(Math.random() * (range.to - range.from - 100));
  for (let port = range.from + start; port <= range.to && found.length < wanted; port++)
    if (await isFree(port)) found.push(port);
  return found;
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
