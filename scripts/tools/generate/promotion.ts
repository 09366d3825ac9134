import { exitCode } from '../../../workflows/failure';
import { gates } from '../../../workflows/promote/gates';
import {
  applicationGrades,
  connectorGrades,
  consumerGrades,
  type FieldGrades,
  type Graded,
  nounGrades,
  pluginGrades,
  topicGrades,
} from '../../../workflows/promote/grades';
import { note, table } from './reference';

/** Which change is graded how, and why; and which gate ends the command with what. */
export function promotionPage(): string {
  const fields = (noun: string, grades: Readonly<Record<string, FieldGrades>>) =>
    Object.entries(grades).flatMap(([field, { more, less }]) =>
      less
        ? [row(`${noun}: \`${field}\` rises`, more), row(`${noun}: \`${field}\` falls`, less)]
        : [row(`${noun}: \`${field}\` changes`, more)],
    );
  const rows = [
    ...Object.entries(nounGrades).map(([what, graded]) => row(what, graded)),
    ...fields('topic', topicGrades),
    ...fields('application', applicationGrades),
    ...fields('consumer', consumerGrades),
    ...fields('connector', connectorGrades),
    ...fields('plugin', pluginGrades),
  ];
  const nameOf = Object.fromEntries(Object.entries(exitCode).map(([name, code]) => [code, name]));
  return `# Promotion

${note}

## Grades

What \`kafka-kit promote\` makes of each difference. A destructive one needs an entry of that code in the environment's \`approvals\`, unless the environment is \`disposable\`.

${table(['what', 'grade', 'because', 'approved by'], rows)}

## Gates

All are asked; the first that is closed decides the exit code.

${table(
  ['gate', 'exit code when closed'],
  gates.map(({ name, exit }) => [name, `${exit} (${nameOf[exit]})`]),
)}
`;
}

const row = (what: string, { grade, because, approval }: Graded): string[] => [what, grade, because, approval ?? ''];
