import { groupBy } from '../../model/group-by';
import type { JudgedChange } from '../judgement';
import { codes } from '../judgement';
import type { FieldChange } from './difference';
import type { KubernetesPlan } from './plan';
import type { KubernetesResult, ObjectResult } from './result';

/** As many objects, fields and files of an action are told; all are in `--format json`. */
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
type Action = (typeof actions)[number];

export const signs = { create: '+', change: '~', delete: '-', leave: '!' } as const;
const words = {
  create: 'to create',
  change: 'to change',
  delete: 'to delete',
  leave: 'left behind',
  unchanged: 'unchanged',
} as const;

function linesOf(objects: readonly ObjectResult[], action: Action): string[] {
  const those = objects.filter((object) => object.action === action);
  return changedLines(
    action,
    those.map(({ address, namespace, fields, takenOver }) => ({
      place: `${namespace ? `${address} in ${namespace}` : address}${takenOver ? ', taken over' : ''}`,
      fields,
      kept: takenOver?.kept,
    })),
  );
}

interface Changed {
  /** `KafkaTopic/orders.created in kafka-dev` */
  readonly place: string;
  readonly fields: readonly FieldChange[];
  /** What stays and is not described. Default: nothing is said of it. */
  readonly kept?: readonly string[];
}

/** Objects of which the same becomes, and the fields of each that change. */
export const changedLines = (action: Action, objects: readonly Changed[]): string[] =>
  firstOf(
    objects.map(({ place, fields, kept = [] }) => [
      `    ${signs[action]} ${place}`,
      ...firstOf(
        [
          ...fields.map(({ path, before, after }) => [`        ${path}: ${before ?? '(none)'} → ${after ?? '(none)'}`]),
          ...kept.map((field) => [`        ${field} stays, and is not described`]),
        ],
        '        ',
      ),
    ]),
    `    ${signs[action]} `,
  );

/** The lines of the first, and how many more there are. */
export const firstOf = (told: readonly (readonly string[])[], indent: string): string[] => [
  ...told.slice(0, limit).flat(),
  ...(told.length > limit ? [`${indent}… and ${told.length - limit} more`] : []),
];

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
  const reviewed = judgement.changes.filter(({ verdict }) => verdict === 'review');
  return [
    ...[...groupBy(reviewed, ({ code }) => code)].flatMap(([code, changes]) =>
      firstOf(
        changes.map((change) => [reviewLine(change)]),
        `  review   ${code} `,
      ),
    ),
    ...(unseen.length > 0
      ? [
          `  review   this account may not list ${unseen.join(', ')} in all of the cluster: what left of these is not seen, and stays`,
        ]
      : []),
  ];
}

const reviewLine = ({ code, problem, address }: JudgedChange): string =>
  `  review   ${code} ${codes[code]}: ${address}: ${problem}`;
