import { exitCode, Failure } from '../workflows/failure';
import { statOf } from '../workflows/load/read-text';

/** Where folders of environments are written: what `--out` says, unless it is no folder. @throws Failure (exit 2) */
export function outFolder(out: string): string {
  const fault =
    out === '' ? 'is no name of a folder' : statOf(out)?.isDirectory() === false ? 'is no folder' : undefined;
  if (fault) throw new Failure(`--out: '${out}' ${fault}`, { fix: 'name another folder', exit: exitCode.usage });
  return out;
}
