import type { Attributes } from '../../backends/contract';
import { losesRecords, type Settings } from '../../model/loses-records';
import { isDay } from '../../model/removal';
import { kindOf, type Plan, type ResourceChange } from './plan';

export type Verdict = 'safe' | 'review' | 'destructive';

/** One finding, in the machine shape of `review --format json` with a fix beside it. */
export interface JudgedChange {
  readonly address: string;
  readonly verdict: Verdict;
  readonly code: Code;
  readonly problem: string;
  readonly fix: string;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** What a person has to look at; a safe change is not listed. */
  readonly changes: readonly JudgedChange[];
}

/** Somebody answers for one destructive change, until a day. */
export interface Approval {
  readonly code: string;
  readonly address: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, as `2026-11-30`. */
  readonly expires: string;
}

/** What the description and the environment say about a stack. */
export interface JudgeContext {
  /** Terraform resource types that hold data, such as `kafka_topic`. */
  readonly dataBearing: ReadonlySet<string>;
  /** The settings of one of them, in Kafka's own names: an update that lowers a bound of its records loses some. */
  readonly settingsOf: (attributes: Attributes) => Settings;
  /** The environment may be thrown away: no approval is needed beside the description. */
  readonly disposable: boolean;
  /** What the description says about resources that leave, by address. */
  readonly removals: ReadonlyMap<string, { readonly data: 'keep' | 'destroy' }>;
  readonly approvals: readonly Approval[];
  /** ISO date. */
  readonly today: string;
}

/** Stable, never reused. */
export const codes = {
  'KFK-D001': 'data is deleted',
  'KFK-D002': 'data is replaced by an empty copy',
  'KFK-D003': 'a resource leaves management and the description does not say so',
  'KFK-D004': 'access or configuration is removed',
  'KFK-D005': 'access or configuration is replaced',
  'KFK-D006': 'records are lost in place',
} as const;

export type Code = keyof typeof codes;

const severity: Record<Verdict, number> = { safe: 0, review: 1, destructive: 2 };

/**
 * Judges a plan. Data is lost only with two keys: the description says `data: 'destroy'`, and the environment is
 * disposable or the change carries an approval that has not expired. Everything else that deletes data is destructive.
 * Where a setting makes brokers delete records, the setting is what the description says.
 */
export function judge(plan: Plan, context: JudgeContext): Judgement {
  const changes = plan.resource_changes
    .filter(({ mode }) => mode === 'managed')
    .flatMap((change) => judgeChange(change, plan, context) ?? []);
  const verdict = changes.reduce<Verdict>(
    (worst, { verdict }) => (severity[verdict] > severity[worst] ? verdict : worst),
    'safe',
  );
  return { verdict, changes };
}

function judgeChange(change: ResourceChange, plan: Plan, context: JudgeContext): JudgedChange | undefined {
  const { address, type } = change;
  const kind = kindOf(change);
  if (kind === 'forget') return judgeForget(change, context);
  if (kind === 'update' && context.dataBearing.has(type)) return judgeSettings(change, context);
  if (kind !== 'delete' && kind !== 'replace') return undefined;
  if (context.dataBearing.has(type)) return judgeLoss(change, kind, plan, context);
  return kind === 'delete'
    ? {
        address,
        verdict: 'review',
        code: 'KFK-D004',
        problem: `${type} is deleted${deposed(change)}: whatever relied on it is refused from then on`,
        fix: 'make sure that nothing uses it any more',
      }
    : {
        address,
        verdict: 'review',
        code: 'KFK-D005',
        problem: `${type} is deleted and made again${because(change)}: there is a moment without it`,
        fix: 'apply it when a short interruption is acceptable',
      };
}

function judgeSettings({ address, type, change }: ResourceChange, context: JudgeContext): JudgedChange | undefined {
  const loss = losesRecords(context.settingsOf(change.before ?? {}), context.settingsOf(change.after ?? {}));
  if (loss === undefined) return undefined;
  const code = 'KFK-D006';
  const problem = `${type} stays and loses records: ${loss.how}`;
  const approval = approvalOf(code, address, context);
  return context.disposable || approval
    ? {
        address,
        verdict: 'review',
        code,
        problem: `${problem}; ${keyOf(approval)}`,
        fix: 'nothing, if this is what you want',
      }
    : { address, verdict: 'destructive', code, problem, fix: missingKeys(code, address, true, context, loss.toKeep) };
}

function judgeForget({ address, type }: ResourceChange, { removals }: JudgeContext): JudgedChange | undefined {
  if (removals.get(address)?.data === 'keep') return undefined;
  return {
    address,
    verdict: 'review',
    code: 'KFK-D003',
    problem: `${type} stays where it is, but nothing manages it any more, and the description does not say so`,
    fix: "leave the noun in the description with removed: { reason, until, data: 'keep' }",
  };
}

function judgeLoss(
  change: ResourceChange,
  kind: 'delete' | 'replace',
  plan: Plan,
  context: JudgeContext,
): JudgedChange {
  const { address, type } = change;
  const code = kind === 'delete' ? 'KFK-D001' : 'KFK-D002';
  const what =
    kind === 'delete'
      ? `${type} is deleted with its data${deposed(change)}`
      : `${type} is deleted with its data and made again, empty${because(change)}`;
  const described = context.removals.get(address)?.data === 'destroy';
  const approval = approvalOf(code, address, context);
  if (described && (context.disposable || approval)) {
    return {
      address,
      verdict: 'review',
      code,
      problem: `${what}; the description says so and ${keyOf(approval)}`,
      fix: 'nothing, if this is what you want',
    };
  }
  const renamed = kind === 'delete' ? sameElsewhere(change, plan) : undefined;
  const fix = renamed
    ? `it only has a new address: add a moved block from ${address} to ${renamed}`
    : missingKeys(code, address, described, context);
  return { address, verdict: 'destructive', code, problem: what, fix };
}

const keyOf = (approval: Approval | undefined): string =>
  approval ? `${approval.owner} approved it until ${approval.expires}` : 'the environment is disposable';

/** ISO days compare as text; an approval whose day cannot be read never holds. */
const approvalOf = (code: Code, address: string, { approvals, today }: JudgeContext): Approval | undefined =>
  approvals.find(
    (approval) =>
      approval.code === code && approval.address === address && isDay(approval.expires) && approval.expires >= today,
  );

/** A renamed construct is a delete and a create of one type and name. */
const sameElsewhere = ({ type, address, change: { before } }: ResourceChange, plan: Plan): string | undefined =>
  plan.resource_changes.find(
    (other) =>
      other.type === type &&
      other.address !== address &&
      kindOf(other) === 'create' &&
      before?.name !== undefined &&
      other.change.after?.name === before.name,
  )?.address;

function missingKeys(
  code: Code,
  address: string,
  described: boolean,
  { disposable, approvals }: JudgeContext,
  toKeep = 'take the change back',
): string {
  const expired = approvals.find((approval) => approval.code === code && approval.address === address);
  const keys = [
    described ? undefined : "say removed: { reason, until, data: 'destroy' } in the description",
    disposable
      ? undefined
      : expired
        ? `renew the approval of ${expired.owner}, which ended on ${expired.expires}`
        : `add an approval (code: ${code}, address: ${address}, reason, owner, expires)`,
  ];
  return `to keep the data, ${toKeep}; to lose it, ${keys.filter(Boolean).join(' and ')}`;
}

const deposed = ({ deposed: key }: ResourceChange): string =>
  key ? ` (object ${key}, left by an interrupted replacement)` : '';

/** `, because triggers_replace cannot be changed in place`, as far as the plan says why. */
function because({ action_reason: reason, change: { replace_paths: paths } }: ResourceChange): string {
  if (reason === 'replace_because_tainted') return ', because its creation failed half-way';
  if (reason === 'replace_by_request') return ', because the command asked for it';
  const attributes = (paths ?? []).map((path) => path.join('.')).join(', ');
  return attributes ? `, because ${attributes} cannot be changed in place` : '';
}
