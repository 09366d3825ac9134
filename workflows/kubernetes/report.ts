import type { JudgedChange } from '../judgement';
import { codes } from '../judgement';
import type { KubernetesPlan } from './plan';
import type { KubernetesResult, ObjectResult } from './result';

/** As many objects of an action are told in one unit; all are in `--format json`. */
const limit = 30;

/** The difference, for people: a line per object, and one per field. */
export function difference({ objects }: KubernetesResult): string[] {
  const units = [...new Set(objects.map(({ unit }) => unit))];
  return units.flatMap((unit) => {
    const here = objects.filter((object) => object.unit === unit);
    const told = here.filter(({ action }) => action !== 'unchanged');
    if (told.length === 0) return [`  ${unit ?? gone}  no changes`];
    return [`  ${unit ?? gone}  ${summaryOf(here)}`, ...actions.flatMap((action) => linesOf(here, action))];
  });
}

const gone = 'described no longer';
const actions = ['create', 'change', 'delete', 'leave'] as const;
const signs = { create: '+', change: '~', delete: '-', leave: '!' } as const;
const words = {
  create: 'to create',
  change: 'to change',
  delete: 'to delete',
  leave: 'left behind',
  unchanged: 'unchanged',
} as const;

function linesOf(objects: readonly ObjectResult[], action: (typeof actions)[number]): string[] {
  const those = objects.filter((object) => object.action === action);
  const told = those
    .slice(0, limit)
    .flatMap(({ address, namespace, fields }) => [
      `    ${signs[action]} ${address}${namespace ? ` in ${namespace}` : ''}`,
      ...fields
        .slice(0, limit)
        .map(({ path, before, after }) => `        ${path}: ${before ?? '(none)'} → ${after ?? '(none)'}`),
      ...(fields.length > limit ? [`        … and ${fields.length - limit} more`] : []),
    ]);
  return those.length > limit ? [...told, `    ${signs[action]} … and ${those.length - limit} more`] : told;
}

/** `3 to create, 40 unchanged`. */
export function summaryOf(objects: readonly ObjectResult[]): string {
  return ([...actions, 'unchanged'] as const)
    .flatMap((action) => {
      const count = objects.filter((object) => object.action === action).length;
      return count > 0 ? [`${count} ${words[action]}`] : [];
    })
    .join(', ');
}

/** What to look at besides. */
export function reviewLines(plan: KubernetesPlan): string[] {
  const { judgement, unseen } = plan;
  return [
    ...judgement.changes.filter(({ verdict }) => verdict === 'review').map(reviewLine),
    ...(unseen.length > 0
      ? [
          `  review   this account may not list ${unseen.join(', ')} in all of the cluster: what left of these is not seen, and stays`,
        ]
      : []),
  ];
}

const reviewLine = ({ code, problem, address }: JudgedChange): string =>
  `  review   ${code} ${codes[code]}: ${address}: ${problem}`;
