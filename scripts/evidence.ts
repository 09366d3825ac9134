import { isDay } from '../model/removal';
import { evidenceOf } from '../workflows/evidence/evidence';
import { markdownOf } from '../workflows/evidence/markdown';
import { writeEvidence } from '../workflows/evidence/write-evidence';
import { type ExitCode, exitCode, Failure } from '../workflows/failure';
import { loadCompiled } from '../workflows/load/compiled';
import { type FileOption, resolvedOnly, today } from './compiled';
import { print, say } from './print';

export interface EvidenceOptions extends FileOption {
  readonly format: 'markdown' | 'json';
  /** The file that it is written to. Default: it is printed, as for `-`. */
  readonly out?: string;
  /** As of which day: `2026-12-31`. Default: today. */
  readonly day?: string;
}

/** `kafka-kit evidence`: who may do what with which records, and what is done about it, for an auditor. */
export async function evidence(name: string, options: EvidenceOptions): Promise<ExitCode> {
  const { file, format, out, day = today() } = options;
  if (!isDay(day))
    throw new Failure(`--day: '${day}' is no day`, { fix: "write it as '2026-12-31'", exit: exitCode.usage });
  const compiled = loadCompiled({ folder: process.cwd(), file, names: [name], today: day });
  const [only] = resolvedOnly(compiled, { format });
  if (!only) throw new Failure(`there is no environment '${name}'`, { exit: exitCode.usage });
  const { resolved, waived, description } = only;
  const told = evidenceOf(resolved, { day, waived, release: description.release });
  const written = format === 'json' ? `${JSON.stringify(told, null, 2)}\n` : markdownOf(told);
  if (out === undefined || out === '-') print(written);
  else {
    writeEvidence(out, written);
    say(`${name}: written to ${out}`);
  }
  return exitCode.clean;
}
