import type { Rotations } from '../../../model/rotations';
import { evidenceOf } from '../../../workflows/evidence/evidence';
import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';

export const day = '2026-11-21';
export const topic = 'orders.created';

export const onKubernetes = {
  kubernetes: {},
  profile: 'production',
  secrets: { store: 'kubernetes', lasts: '90d' },
  'clusters.main': { backend: 'strimzi', rack: 'topology.kubernetes.io/zone', superUsers: ['User:root'] },
  [`platform.topics[${topic}].classification`]: 'personal',
  audit: { collector: { name: 'the SIEM', owner: 'orders', retention: '400d' } },
};

export function told(changes: Readonly<Record<string, unknown>>, rotations?: Rotations) {
  const { resolved, problems, waived } = compileDescription(changed<unknown>(small, changes), {
    today: day,
    rotations,
  });
  if (!resolved) throw new Error(problems.map(({ code, path: at, problem }) => `${code} ${at}: ${problem}`).join('\n'));
  return evidenceOf(resolved, { day, waived });
}

export const named = <Noun extends { readonly name: string }>(nouns: readonly Noun[], name: string): Noun => {
  const found = nouns.find((noun) => noun.name === name);
  if (!found) throw new Error(`nothing is called ${name}`);
  return found;
};
