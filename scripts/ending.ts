import { type ExitCode, exitCode, Failure } from '../workflows/failure';
import { paint } from './paint';

/** Runs a command's work and ends the process as everywhere: a failure is told in words, never as a stack trace. */
export async function endWith(work: () => Promise<ExitCode>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.exitCode = error.exit;
    const { why = [], fix } = error.details;
    process.stderr.write(`${paint.red('failed')}: ${error.message}\n`);
    for (const line of why) process.stderr.write(`  ${line}\n`);
    if (fix) process.stderr.write(`${paint.bold('to go on')}: ${fix}\n`);
  }
}

/** A description that starts work and leaves it: what fails there is its writer's, who waits for nothing. */
process.on('unhandledRejection', (reason) => {
  process.stderr.write(`${paint.red('failed')}: ${reason instanceof Error ? reason.message : reason}\n`);
  process.stderr.write(
    `${paint.bold('to go on')}: a promise failed that nobody waited for; a description is data, and starts nothing\n`,
  );
  process.exit(exitCode.usage);
});

/** A reader that closes early, such as `head`, is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCode.clean);
});
