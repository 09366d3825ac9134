import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderVariable, installed, whyNot } from './azure/installed';

/** Once for all files of this project: a provider that is not in the cache takes ten minutes to build. */
export default async function setup(): Promise<void> {
  try {
    const found = await installed();
    const folder = mkdtempSync(join(tmpdir(), 'kafka-kit-providers-'));
    writeFileSync(
      join(folder, 'installed.json'),
      JSON.stringify({ command: found.command, configuration: found.env.TF_CLI_CONFIG_FILE }),
    );
    process.env[folderVariable] = folder;
  } catch (error) {
    process.stderr.write(`\nSKIPPED: no stack is read by the real azurerm provider, for ${whyNot(error)}\n\n`);
  }
}
