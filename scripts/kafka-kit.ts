#!/usr/bin/env node
import { CommanderError } from 'commander';
import { exitCode } from '../workflows/failure';
import { program } from './program';

program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? exitCode.clean : exitCode.usage;
});
