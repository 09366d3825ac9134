import type { ApiServer } from '../support/api-server';

export default function teardown(): void {
  (globalThis as { apiServer?: ApiServer }).apiServer?.stop();
}
