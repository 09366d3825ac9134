import { rmSync } from 'node:fs';
import { folderVariable } from './azure/installed';

export default function teardown(): void {
  const folder = process.env[folderVariable];
  if (folder) rmSync(folder, { recursive: true, force: true });
}
