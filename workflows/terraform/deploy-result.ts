import { exitCode, Failure } from '../failure';
import type { Judgement } from '../judgement';
import { listed } from './events';
import type { Summary } from './plan';

export type Status = 'not begun' | 'planned' | 'unchanged' | 'refused' | 'applied' | 'failed';

/** What became of one stack. */
export interface StackResult {
  readonly stack: string;
  status: Status;
  /** What its plan wants; set from `planned` on. */
  summary?: Summary;
  /** What the judge says about its plan; set from `planned` on. */
  judgement?: Judgement;
  /** Why it failed. */
  failure?: Failure;
  /** Addresses that were as the configuration says before anything was applied; set from `planned` on. */
  untouched?: readonly string[];
  /** Addresses that its plan changes, each with how: `kafka_topic.orders_created: create`; set from `planned` on. */
  planned?: readonly string[];
  /** Addresses whose changes were carried out, also when others failed; a replacement is named twice. */
  readonly applied: string[];
  /** Time spent on it. */
  seconds: number;
  /** What Terraform printed for it. */
  readonly log: string;
}

/** A deploy that did not get through: what stopped it, what is done, what is not, and how to go on. */
export class DeployFailure extends Failure {
  constructor(
    environment: string,
    /** Every stack, in the order in which they were given. */
    readonly stacks: readonly StackResult[],
    /** Whoever started it has stopped it. */
    interrupted = false,
  ) {
    super(headline(environment, stacks, interrupted), {
      why: [...stacks.flatMap(reasonsOf), ...tally(stacks)],
      fix: adviceOf(stacks, interrupted),
      exit: withStatus(stacks, 'failed').length === 0 && isRefused(stacks) ? exitCode.destructive : exitCode.failed,
    });
    this.name = 'DeployFailure';
  }
}

const withStatus = (stacks: readonly StackResult[], status: Status): string[] =>
  stacks.filter((result) => result.status === status).map(({ stack }) => stack);

const isRefused = (stacks: readonly StackResult[]): boolean => withStatus(stacks, 'refused').length > 0;

function headline(environment: string, stacks: readonly StackResult[], interrupted: boolean): string {
  const failed = withStatus(stacks, 'failed');
  const refused = withStatus(stacks, 'refused');
  const causes = [
    interrupted ? ['it was interrupted', failed.join(', ')].filter(Boolean).join(' in ') : '',
    failed.length > 0 && !interrupted ? `${failed.join(', ')} failed` : '',
    refused.length > 0 ? `${refused.join(', ')} would destroy data` : '',
  ].filter(Boolean);
  return `deploy of '${environment}' stopped: ${causes.join('; ') || 'it was interrupted'}`;
}

function reasonsOf({ status, failure, judgement }: StackResult): string[] {
  if (status === 'failed' && failure) {
    const { why = [], fix } = failure.details;
    return [failure.message, ...why.map((line) => `  ${line}`), ...(fix ? [`  fix: ${fix}`] : [])];
  }
  if (status !== 'refused' || !judgement) return [];
  return judgement.changes
    .filter(({ verdict }) => verdict === 'destructive')
    .flatMap(({ code, address, problem, fix }) => [`${code} ${address}: ${problem}`, `  fix: ${fix}`]);
}

/** What is done and what is not, in one line each. */
function tally(stacks: readonly StackResult[]): string[] {
  const applied = stacks.flatMap(({ stack, status, applied }) =>
    status === 'applied'
      ? [stack]
      : applied.length > 0
        ? [`${stack} in part (${applied.length}: ${listed(applied)})`]
        : [],
  );
  const waiting = [...withStatus(stacks, 'planned'), ...withStatus(stacks, 'not begun')];
  return [
    applied.length > 0 ? `applied: ${applied.join(', ')}` : 'nothing was applied',
    ...(waiting.length > 0 ? [`not begun: ${waiting.join(', ')}`] : []),
  ];
}

function adviceOf(stacks: readonly StackResult[], interrupted: boolean): string {
  if (isRefused(stacks)) return 'do what each line above says, then run the same command again';
  return interrupted
    ? 'run the same command again: it goes on from there'
    : 'put that right and run the same command again: it goes on from there';
}
