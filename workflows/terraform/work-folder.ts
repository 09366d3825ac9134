import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lockFileBeside, lockFileName } from './lock-file';

/** Where Terraform leaves what it made and could not save. */
export const unsavedState = 'errored.tfstate';

/** Says that the lock file of the work folder is the project's, which goes when the project gives it up. */
const committed = 'kit-lock-is-committed';
const kept = new Set(['.terraform', lockFileName, committed, unsavedState]);

export const makeFolder = (path: string) => mkdir(path, { recursive: true, mode: 0o700 });

/** Puts a synthesized stack into Terraform's work folder, free of whatever an earlier run left there but what it installed. */
export async function layOut(work: string, config: string): Promise<void> {
  await makeFolder(work);
  for (const entry of await readdir(work)) {
    if (!kept.has(entry)) await rm(join(work, entry), { recursive: true, force: true });
  }
  await copyFile(config, join(work, 'cdk.tf.json'));
  await placeLock(work, lockFileBeside(config));
}

async function placeLock(work: string, lock: string | undefined): Promise<void> {
  const [file, marker] = [join(work, lockFileName), join(work, committed)];
  if (lock) {
    await writeFile(marker, '');
    await copyFile(lock, file);
  } else if (existsSync(marker)) {
    await rm(file, { force: true });
    await rm(marker);
  }
}
