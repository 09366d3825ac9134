import { exitCode } from '../failure';
import type { RotationOutcome, RotationStep, RotationSubject } from './kind';

/** Whether `deploy` applies all of the environment from here. */
export function isAppliedHere({ resolved: { environment, clusters } }: RotationSubject): boolean {
  const appliedBy = new Set([...clusters.values()].map((cluster) => cluster.appliedBy));
  const terraform = !appliedBy.has('terraform') || environment.state.backend === 'local';
  const kubernetes = !appliedBy.has('kubernetes') || environment.delivery === 'apply';
  return terraform && kubernetes;
}

/** What is recorded has to be applied by whoever applies the environment. */
export function appliedElsewhere({ description, resolved: { environment }, typed }: RotationSubject): RotationStep {
  const { gitops } = environment;
  const how = gitops ? `${gitops.controller} applies it` : 'apply it as the environment is always applied';
  return {
    by: 'you',
    what: `commit ${description.files.rotations} with what ${typed('synth')} writes, and ${how}`,
  };
}

export const done = (...lines: readonly string[]): RotationOutcome => ({
  done: lines,
  next: [],
  exit: exitCode.clean,
});

export const waiting = (lines: readonly string[], next: readonly string[]): RotationOutcome => ({
  done: lines,
  next,
  exit: exitCode.review,
});

export const stepText = ({ what, command }: RotationStep): string => (command ? `${what}: ${command}` : what);
