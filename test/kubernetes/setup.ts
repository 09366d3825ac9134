import { ApiServer } from '../support/api-server';
import { folderVariable } from './server';

/** One server for all tests of this project: with its definitions it takes ten seconds to be ready. */
export default function setup(): void {
  const server = ApiServer.start();
  process.env[folderVariable] = server.folder;
  Object.assign(globalThis, { apiServer: server });
}
