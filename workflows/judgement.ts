import { isDay } from '../model/removal';

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

/** What may be destroyed besides what the description says: the second key. */
export interface SecondKey {
  /** The environment may be thrown away: no approval is needed beside the description. */
  readonly disposable: boolean;
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
  'KFK-D007': 'a field is held by another field manager',
  'KFK-D008': 'an object belongs to a GitOps controller or to another ApplySet',
  'KFK-D009': 'a Kubernetes cluster or namespace is perhaps not the one that is meant',
  'KFK-D010': 'what cannot shrink would shrink',
  'KFK-D011': 'what bears data left the description and is left behind, with what it needs',
  'KFK-D012': 'pods restart once, one after the other',
  'KFK-D013': 'fewer nodes, or fewer copies of records',
  'KFK-D014': 'an approval names nothing that there is',
  'KFK-D015': 'what somebody else made is taken over',
} as const;

export type Code = keyof typeof codes;

const severity: Record<Verdict, number> = { safe: 0, review: 1, destructive: 2 };

/** All findings, and the worst verdict among them. */
export const judgementOf = (changes: readonly JudgedChange[]): Judgement => ({
  verdict: changes.reduce<Verdict>(
    (worst, { verdict }) => (severity[verdict] > severity[worst] ? verdict : worst),
    'safe',
  ),
  changes,
});

export interface Loss {
  readonly code: Code;
  readonly address: string;
  readonly problem: string;
  /** The first key: the description says so. */
  readonly described: boolean;
  /** What keeps the data. Default: taking the change back. */
  readonly toKeep?: string;
  /** What to do instead of bringing the keys that are missing. Default: bring them. */
  readonly instead?: string;
}

/** Data is lost only with two keys; without them the change is destructive. */
export function judgeLoss(loss: Loss, key: SecondKey): JudgedChange {
  const { code, address, problem, described, instead } = loss;
  const approval = approvalOf(code, address, key);
  if (!described || !(key.disposable || approval))
    return { address, verdict: 'destructive', code, problem, fix: instead ?? missingKeys(loss, key) };
  const why = approval ? `${approval.owner} approved it until ${approval.expires}` : 'the environment is disposable';
  return {
    address,
    verdict: 'review',
    code,
    problem: `${problem}; the description says so and ${why}`,
    fix: 'nothing, if this is what you want',
  };
}

/** ISO days compare as text; an approval whose day cannot be read never holds. */
const approvalOf = (code: Code, address: string, { approvals, today }: SecondKey): Approval | undefined =>
  approvals.find(
    (approval) =>
      approval.code === code && approval.address === address && isDay(approval.expires) && approval.expires >= today,
  );

function missingKeys(
  { code, address, described, toKeep = 'take the change back' }: Loss,
  { disposable, approvals }: SecondKey,
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
