import type { Attributes } from '../../backends/contract';
import { losesRecords, type Settings } from '../../model/loses-records';
import { type JudgedChange, type Judgement, judgeLoss, judgementOf, type SecondKey } from '../judgement';
import { kindOf, type Plan, type ResourceChange } from './plan';
import { knownToReplace, replacementOf } from './replacement';

/** What the description and the environment say about a stack. */
export interface JudgeContext extends SecondKey {
  /** Terraform resource types that hold data, such as `kafka_topic`. */
  readonly dataBearing: ReadonlySet<string>;
  /** The settings of one of them, in Kafka's own names: an update that lowers a bound of its records loses some. */
  readonly settingsOf: (attributes: Attributes) => Settings;
  /** What the description says about resources that leave, by address. */
  readonly removals: ReadonlyMap<string, { readonly data: 'keep' | 'destroy' }>;
}

/**
 * Judges a plan. Data is lost only with two keys: the description says `data: 'destroy'`, and the environment is
 * disposable or the change carries an approval that has not expired. Everything else that deletes data is destructive.
 * Where a setting makes brokers delete records, the setting is what the description says.
 */
export function judge(plan: Plan, context: JudgeContext): Judgement {
  const changes = plan.resource_changes
    .filter(({ mode }) => mode === 'managed')
    .flatMap((change) => judgeChange(change, plan, context) ?? []);
  return judgementOf(changes);
}

function judgeChange(change: ResourceChange, plan: Plan, context: JudgeContext): JudgedChange | undefined {
  const { address, type } = change;
  const kind = kindOf(change);
  if (kind === 'forget') return judgeForget(change, context);
  if (kind === 'update' && context.dataBearing.has(type)) return judgeSettings(change, context);
  if (kind !== 'delete' && kind !== 'replace') return undefined;
  if (context.dataBearing.has(type)) return judgeRemoval(change, kind, plan, context);
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
  return judgeLoss(
    {
      address,
      code: 'KFK-D006',
      problem: `${type} stays and loses records: ${loss.how}`,
      described: true,
      toKeep: loss.toKeep,
    },
    context,
  );
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

function judgeRemoval(
  change: ResourceChange,
  kind: 'delete' | 'replace',
  plan: Plan,
  context: JudgeContext,
): JudgedChange {
  const { address, type } = change;
  const renamed = kind === 'delete' ? sameElsewhere(change, plan) : undefined;
  return judgeLoss(
    {
      address,
      code: kind === 'delete' ? 'KFK-D001' : 'KFK-D002',
      problem:
        kind === 'delete'
          ? `${type} is deleted with its data${deposed(change)}`
          : `${type} is deleted with its data and made again, empty${because(change)}`,
      described: context.removals.get(address)?.data === 'destroy',
      instead: renamed && `it only has a new address: add a moved block from ${address} to ${renamed}`,
      toKeep: kind === 'replace' ? putBack(change) : undefined,
    },
    context,
  );
}

/** What a provider is known to change by replacing: which attribute, and where that is written. */
function putBack({ type, change: { replace_paths: paths } }: ResourceChange): string | undefined {
  const known = knownToReplace(
    type,
    (paths ?? []).map((path) => path.join('.')),
  );
  const { loses, source } = replacementOf(type) ?? {};
  return known.length === 0 ? undefined : `put ${known.join(', ')} back, or lose ${loses} (${source})`;
}

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

const deposed = ({ deposed: key }: ResourceChange): string =>
  key ? ` (object ${key}, left by an interrupted replacement)` : '';

/** `, because triggers_replace cannot be changed in place`, as far as the plan says why. */
function because({ action_reason: reason, change: { replace_paths: paths } }: ResourceChange): string {
  if (reason === 'replace_because_tainted') return ', because its creation failed half-way';
  if (reason === 'replace_by_request') return ', because the command asked for it';
  const attributes = (paths ?? []).map((path) => path.join('.')).join(', ');
  return attributes ? `, because ${attributes} cannot be changed in place` : '';
}
