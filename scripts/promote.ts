import { type ExitCode, exitCode } from '../workflows/failure';
import { isRefused, type WeighedChange } from '../workflows/promote/approved';
import { type PromotionResult, promote as promoteRelease } from '../workflows/promote/promote';
import { type FileOption, today } from './compiled';
import { paint } from './paint';
import { print, printJson, say, table } from './print';
import { counted, sayProblems } from './problems';

export interface PromoteOptions extends FileOption {
  readonly format: 'text' | 'json';
  readonly release?: string;
  readonly keepTopics?: boolean;
  readonly dryRun?: boolean;
}

/**
 * `kafka-kit promote`: 0 promoted or nothing to do, 1 the release does not compile there, 2 the environments do not
 * follow each other, 3 not tried before or not committed, 4 records would be lost without approval.
 */
export async function promote(from: string, to: string, options: PromoteOptions): Promise<ExitCode> {
  const result = promoteRelease({ ...options, folder: process.cwd(), from, to, today: today() });
  sayProblems(result.problems);
  if (options.format === 'json') printJson(machineShape(result));
  else {
    if (result.changes.length > 0)
      print(table(['grade', 'where', 'before', 'after', 'because'], rowsOf(result.changes)));
    sayOutcome(result, options);
  }
  return result.exit;
}

const rowsOf = (changes: readonly WeighedChange[]): string[][] =>
  changes.map(({ grade, path, before = '–', after = '–', because, approved }) => [
    grade,
    path,
    before,
    after,
    approved ? `${because}; ${approved}` : because,
  ]);

function sayOutcome(result: PromotionResult, { dryRun }: PromoteOptions): void {
  const { from, to, release, before, verdict, changes, gates, written, versioned, exit } = result;
  say(
    `${from} → ${to}: ${release}${before ? `, now ${before}` : ''}: ${counted(changes.length, 'difference')}, ${verdict}`,
  );
  for (const { gate, passed, says, fix } of gates)
    say(`  ${passed ? paint.green('open') : paint.red('closed')}  ${gate.padEnd(10)} ${says}${fix ? `; ${fix}` : ''}`);
  if (exit !== exitCode.clean) say(`${to} stays as it is`);
  else if (before === release && written.length === 0) say(`${to} has ${release} already`);
  else if (dryRun) say('nothing was written: this was only a look');
  else if (!versioned) say(`commit these files once the folder is under version control: ${written.join(' ')}`);
  else
    say(
      `to be committed and reviewed: git add ${written.join(' ')} && git commit --message 'Promote ${release} from ${from} to ${to}'`,
    );
}

const machineShape = ({ exit: _, changes, ...result }: PromotionResult) => ({
  ...result,
  changes: changes.map((change) => ({ ...change, refused: isRefused(change) })),
});
