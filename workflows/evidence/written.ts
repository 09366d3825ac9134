import { entriesOf } from '../../model/by-name';
import type { Problem } from '../../model/problem';
import type { Resolved } from '../../model/resolved';
import type { WrittenEvidence } from './evidence-shape';

/** What somebody has taken upon himself in writing: rules set aside, what is not recorded or only a preview, data that may go. */
export const writtenEvidence = ({ environment }: Resolved, waived: readonly Problem[]): WrittenEvidence[] => [
  ...environment.waivers.map(({ code, path, reason, owner, expires }) => ({
    kind: 'waiver' as const,
    of: code,
    where: path,
    reason,
    owner,
    until: expires,
    used: waived.some((problem) => problem.code === code && problem.path === path),
  })),
  ...entriesOf(environment.accepts).flatMap(([feature, said]) =>
    said ? [{ kind: 'acceptance' as const, of: feature, where: environment.name, ...said, used: null }] : [],
  ),
  ...environment.approvals.map(({ code, address, reason, owner, expires }) => ({
    kind: 'approval' as const,
    of: code,
    where: address,
    reason,
    owner,
    until: expires,
    used: null,
  })),
];
