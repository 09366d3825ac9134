import { z } from 'zod';
import type { Attributes } from '../../backends/contract';
import { Failure } from '../failure';

/**
 * What the kit reads of `terraform show -json <plan>`
 * (https://developer.hashicorp.com/terraform/internals/json-format). The values of a plan are printed in clear even where
 * they are sensitive: those go no further than this file, and of the others only what the caller asks for.
 */
const action = z.enum(['no-op', 'create', 'read', 'update', 'delete', 'forget']);
const attributes = z.record(z.string(), z.unknown()).nullish();

const resourceChange = z.object({
  address: z.string(),
  /** Set when the resource was moved. */
  previous_address: z.string().optional(),
  mode: z.enum(['managed', 'data']).default('managed'),
  type: z.string(),
  /** The key of an object that an interrupted replacement left behind. */
  deposed: z.string().optional(),
  action_reason: z.string().optional(),
  change: z
    .object({
      actions: z.array(action).min(1),
      before: attributes,
      after: attributes,
      /** Where values are sensitive: `true`, or `true` in the shape of the value. */
      before_sensitive: z.unknown().optional(),
      after_sensitive: z.unknown().optional(),
      /** The attributes that force a replacement, each as a path. */
      replace_paths: z.array(z.array(z.union([z.string(), z.number()]))).optional(),
      importing: z.object({}).optional(),
    })
    .transform(({ before, after, before_sensitive, after_sensitive, ...change }) => ({
      ...change,
      before: withoutSecrets(before, before_sensitive),
      after: withoutSecrets(after, after_sensitive),
    })),
});

const planShape = z.object({ format_version: z.string(), resource_changes: z.array(resourceChange).default([]) });

export type Plan = z.infer<typeof planShape>;
export type ResourceChange = z.infer<typeof resourceChange>;

function withoutSecrets(attributes: Attributes | null | undefined, marks: unknown): Attributes | null | undefined {
  if (!attributes) return attributes;
  const marked = new Map(typeof marks === 'object' && marks !== null ? Object.entries(marks) : []);
  return marks === true
    ? {}
    : Object.fromEntries(Object.entries(attributes).filter(([name]) => !isMarked(marked.get(name))));
}

const isMarked = (mark: unknown): boolean =>
  mark === true || (typeof mark === 'object' && mark !== null && Object.values(mark).some(isMarked));

/**
 * Reads a plan; one of an unknown major format is refused, because its actions could mean something else. What is not
 * sensitive of a resource's attributes is kept where its type is one of those that are asked for.
 */
export function parsePlan(printed: string, types: ReadonlySet<string>): Plan {
  let json: unknown;
  try {
    json = JSON.parse(printed);
  } catch {
    throw new Failure('the plan is not JSON', { fix: "print it with 'terraform show -json <plan file>'" });
  }
  const format = (json as { format_version?: unknown } | null)?.format_version;
  if (typeof format !== 'string' || !/^1\./.test(format)) {
    throw new Failure(`the plan's format ${format ?? '(none)'} is unknown: 1.x is understood`, {
      fix: "print it with 'terraform show -json <plan file>'; if Terraform is newer than the kit, update the kit",
    });
  }
  const plan = planShape.safeParse(json);
  if (plan.success) {
    const resource_changes = plan.data.resource_changes.map((resource) =>
      types.has(resource.type) ? resource : { ...resource, change: { ...resource.change, before: null, after: null } },
    );
    return { ...plan.data, resource_changes };
  }
  throw new Failure('the plan does not have the documented shape', {
    why: plan.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    fix: 'if Terraform is newer than the kit, update the kit',
  });
}

export type Kind = 'noop' | 'create' | 'update' | 'delete' | 'replace' | 'forget';

/** One word for a change's actions; `read` is a data source and changes nothing. */
export function kindOf({ change }: ResourceChange): Kind {
  const actions = new Set(change.actions);
  if (actions.has('delete')) return actions.has('create') ? 'replace' : 'delete';
  if (actions.has('forget')) return 'forget';
  if (actions.has('create')) return 'create';
  return actions.has('update') ? 'update' : 'noop';
}

/** How many managed resources a plan touches, and how. */
export type Summary = Readonly<Record<Kind | 'import' | 'move', number>>;

export function summarize(plan: Plan): Summary {
  const summary = { create: 0, update: 0, delete: 0, replace: 0, forget: 0, import: 0, move: 0, noop: 0 };
  for (const change of plan.resource_changes) {
    if (change.mode === 'data') continue;
    summary[kindOf(change)] += 1;
    if (change.change.importing) summary.import += 1;
    if (change.previous_address) summary.move += 1;
  }
  return summary;
}

/** Managed resources that exist as the configuration says. */
export const untouchedIn = (plan: Plan): string[] =>
  plan.resource_changes.flatMap((change) =>
    change.mode === 'managed' && kindOf(change) === 'noop' ? [change.address] : [],
  );

/** Managed resources that a plan changes, each with how. */
export const changesIn = (plan: Plan): string[] =>
  plan.resource_changes.flatMap((change) => {
    const { address, mode, previous_address: moved } = change;
    const kind = kindOf(change);
    const how = kind === 'noop' ? (change.change.importing ? 'import' : moved && 'move') : kind;
    return mode === 'managed' && how ? [`${address}: ${how}`] : [];
  });

const words = {
  import: 'to import',
  move: 'to move',
  create: 'to add',
  update: 'to change',
  replace: 'to replace',
  delete: 'to destroy',
  forget: 'to forget',
} as const satisfies Record<Exclude<keyof Summary, 'noop'>, string>;

/** `4 to add, 1 to change`, or `outputs only` for a change that touches no resource. */
export function describeSummary(summary: Summary): string {
  const parts = Object.entries(words)
    .map(([kind, word]) => [summary[kind as keyof typeof words], word] as const)
    .filter(([count]) => count > 0);
  return parts.map(([count, word]) => `${count} ${word}`).join(', ') || 'outputs only';
}
