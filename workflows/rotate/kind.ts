import type { Cluster } from '../../model/cluster';
import type { Resolved } from '../../model/resolved';
import { type OpenConnections, renewables } from '../../model/rotation-facts';
import type { Rotations } from '../../model/rotations';
import type { ExitCode, Progress } from '../failure';
import type { Folders } from '../folders';
import type { Description } from '../load/description';

/** What can be made anew. */
export const rotatable = ['password', 'key', 'client-secret', ...renewables, 'connector-secrets'] as const;
export type Rotatable = (typeof rotatable)[number];

/** Of which noun. */
export const belongsTo = {
  password: 'application',
  key: 'application',
  'client-secret': 'application',
  certificate: 'application',
  'broker-certificates': 'cluster',
  authority: 'cluster',
  'encryption-key': 'cluster',
  'connector-secrets': 'connector',
} as const satisfies Record<Rotatable, 'application' | 'cluster' | 'connector'>;

/** Whose credential it is, and how the environment is reached. */
export interface RotationSubject {
  readonly resolved: Resolved;
  readonly description: Description;
  /** An application, a cluster, or a connector. */
  readonly name: string;
  readonly cluster: Cluster;
  readonly folders: Folders;
  readonly today: string;
  readonly progress: Progress;
  /** A command as it is typed for the same description: `kafka-kit rotate finish prod order-service`. */
  readonly typed: (command: string, ...words: readonly string[]) => string;
  /**
   * What a deploy would change if so much were rotated, an address and a verb each; nothing is applied.
   * @throws Failure where nothing could be applied from here
   */
  readonly pendingChanges: (rotations: Rotations) => Promise<readonly string[]>;
  /** Applies the environment as `kafka-kit deploy` does. @throws Failure */
  readonly apply: () => Promise<void>;
  /** Records how far it is, and returns the same with what follows from that. */
  readonly record: (rotations: Rotations) => RotationSubject;
}

export interface RotationOptions {
  /** What the last run said is applied by now. */
  readonly applied: boolean;
  /** Whoever connects with what is replaced may be refused in between. */
  readonly interrupt: boolean;
}

export interface RotationStep {
  readonly by: 'kit' | 'you' | 'vendor';
  /** One sentence without its end. */
  readonly what: string;
  readonly command?: string;
}

export interface RotationPlan {
  readonly environment: string;
  readonly name: string;
  readonly of: Rotatable;
  readonly warnings: readonly string[];
  readonly steps: readonly RotationStep[];
  /** Who presents it, and how each comes to the new one. */
  readonly restarts: readonly string[];
  /** Absent: no client presents it. */
  readonly connections?: OpenConnections;
}

export interface RotationOutcome {
  readonly done: readonly string[];
  /** What somebody has to do before it goes on; nothing where it is at its end. */
  readonly next: readonly string[];
  readonly exit: ExitCode;
}

/** Something that a vendor, or somebody who is told how, makes anew. */
export interface ToldRotation {
  readonly of: Rotatable;
  /** Whether it is this one that knows how, for the subject. */
  covers(subject: RotationSubject): boolean;
  plan(subject: RotationSubject): RotationPlan;
}

/** Something that the kit makes anew. Whatever it does may be cut off, and done again. */
export interface RunRotation extends ToldRotation {
  /** What somebody may say beside; anything else would be passed over. */
  readonly runTakes: readonly (keyof RotationOptions)[];
  /** Goes as far as it can before clients have to restart. */
  run(subject: RotationSubject, options: RotationOptions): Promise<RotationOutcome>;
}

/** Something of which the one before is good beside the new one until somebody says that everybody has restarted. */
export interface SteppedRotation extends RunRotation {
  readonly finishTakes: readonly (keyof RotationOptions)[];
  /** Everybody has restarted: what was there before is taken away. */
  finish(subject: RotationSubject, options: RotationOptions): Promise<RotationOutcome>;
}

export type RotationKind = ToldRotation | RunRotation | SteppedRotation;
