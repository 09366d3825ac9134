import { examine } from '../workflows/doctor/doctor';
import { type ExitCode, exitCode } from '../workflows/failure';
import { print, printJson, table } from './print';

export interface DoctorOptions {
  readonly format: 'text' | 'json';
}

/** `kafka-kit doctor`: 0 when nothing that is required is missing, 5 otherwise. */
export async function doctor({ format }: DoctorOptions): Promise<ExitCode> {
  const findings = await examine(process.env);
  if (format === 'json') printJson({ findings });
  else {
    const state = ({ ok, required }: (typeof findings)[number]) => (ok ? 'ok' : required ? 'MISSING' : 'absent');
    const rows = findings.map((finding) => [
      state(finding),
      finding.name,
      finding.needed,
      finding.found ?? '–',
      finding.ok ? finding.why : `${finding.why}; get it: ${finding.fix}`,
    ]);
    print(table(['', 'what', 'needed', 'found', 'for'], rows));
  }
  return findings.every(({ ok, required }) => ok || !required) ? exitCode.clean : exitCode.failed;
}
