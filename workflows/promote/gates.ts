import { own } from '../../model/by-name';
import type { Pins } from '../../model/pins';
import type { Problem } from '../../model/problem';
import { type ExitCode, exitCode } from '../failure';
import type { Description } from '../load/description';
import { isRefused, type WeighedChange } from './approved';

/** What the gates look at. */
export interface Evidence {
  readonly from: Description;
  readonly to: Description;
  /** The release that the environment before has: where a chain begins, what the working tree is. */
  readonly fromHas: string;
  /** The release that is asked for; with what is kept of the present one it may become another. */
  readonly asked: string;
  readonly pins: Pins;
  /** Errors of both environments on the candidate. */
  readonly errors: readonly Problem[];
  readonly changes: readonly WeighedChange[];
  /** Files that version control does not have as they are promoted. Absent where there is no version control. */
  readonly uncommitted?: readonly string[];
}

/** How one gate judged. */
export interface GateResult {
  readonly gate: string;
  readonly passed: boolean;
  /** Why, whether it passed or not. */
  readonly says: string;
  /** What opens it. Absent when it is open. */
  readonly fix?: string;
}

/** Something that must hold before an environment gets a release. */
interface Gate {
  readonly name: string;
  /** What the command ends with when this is the first gate that is closed. */
  readonly exit: ExitCode;
  judge(evidence: Evidence): { readonly open: string } | { readonly closed: string; readonly fix: string };
}

/** All are asked, in this order; the first that is closed decides how the command ends. */
export const gates: readonly Gate[] = [
  {
    name: 'order',
    exit: exitCode.usage,
    judge: ({ from, to }) =>
      to.value.promotesFrom === from.name
        ? { open: `'${to.name}' promotes from '${from.name}'` }
        : {
            closed:
              typeof to.value.promotesFrom === 'string'
                ? `'${to.name}' promotes from '${to.value.promotesFrom}', not from '${from.name}'`
                : `'${to.name}' promotes from no environment: it follows the working tree`,
            fix:
              from.value.promotesFrom === to.name
                ? `did you mean kafka-kit promote ${to.name} ${from.name}?`
                : typeof to.value.promotesFrom === 'string'
                  ? `kafka-kit promote ${to.value.promotesFrom} ${to.name}`
                  : `say promotesFrom: '${from.name}' in the environment '${to.name}'`,
          },
  },
  {
    name: 'compiles',
    exit: exitCode.problems,
    judge: ({ to, asked, errors }) =>
      errors.length === 0
        ? { open: `'${to.name}' has no errors on ${asked}` }
        : {
            closed: `'${to.name}' would have ${errors.length} error${errors.length === 1 ? '' : 's'} on ${asked}`,
            fix: 'mend the platform, or what the environment says itself, and promote again',
          },
  },
  {
    name: 'data',
    exit: exitCode.destructive,
    judge: ({ changes, to }) => {
      const refused = changes.filter(isRefused);
      const destructive = changes.filter(({ grade }) => grade === 'destructive').length;
      if (refused.length === 0)
        return { open: destructive === 0 ? 'no records are lost' : `${destructive} destructive, each approved` };
      const keys = refused.map(({ path, approval, address }) =>
        approval && address ? `${approval} for '${address}'` : `nothing approves ${path}`,
      );
      const kept = refused.flatMap(({ keptBy }) => keptBy ?? []);
      const keep =
        kept.length > 0
          ? `say overrides: { topics: { ${kept.join(', ')} } } in '${to.name}', which keeps what is there, or `
          : '';
      return {
        closed: `records would be lost: ${refused.map(({ path }) => path).join(', ')}`,
        fix: `${keep}take the change back, or add to '${to.name}' approvals of ${[...new Set(keys)].join(', ')}`,
      };
    },
  },
  {
    name: 'tried',
    exit: exitCode.review,
    judge: ({ from, to, fromHas, asked, pins }) => {
      if (fromHas === asked) return { open: `'${from.name}' has ${asked}` };
      for (const { name } of [from, to])
        if (own(pins, name)?.earlier.includes(asked)) return { open: `'${name}' had ${asked} before` };
      return {
        closed: `neither '${from.name}' nor '${to.name}' ever had ${asked}`,
        fix: `promote it to '${from.name}' first`,
      };
    },
  },
  {
    name: 'committed',
    exit: exitCode.review,
    judge: ({ uncommitted }) => {
      if (!uncommitted) return { open: 'there is no version control here to ask' };
      return uncommitted.length === 0
        ? { open: 'version control has the description' }
        : {
            closed: `not committed: ${uncommitted.join(', ')}`,
            fix: 'commit it, have it reviewed and deployed, and promote then',
          };
    },
  },
];

export const judgeGates = (evidence: Evidence): readonly GateResult[] =>
  gates.map(({ name, judge }) => {
    const verdict = judge(evidence);
    return 'open' in verdict
      ? { gate: name, passed: true, says: verdict.open }
      : { gate: name, passed: false, says: verdict.closed, fix: verdict.fix };
  });

/** How the command ends. */
export const exitOf = (results: readonly GateResult[]): ExitCode =>
  gates.find(({ name }) => results.some(({ gate, passed }) => gate === name && !passed))?.exit ?? exitCode.clean;
