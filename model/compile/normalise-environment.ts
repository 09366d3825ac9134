import { auditOf } from '../audit';
import type { Environment, EnvironmentShape } from '../environment';
import { gitOpsOf } from '../gitops';
import { kubernetesOf } from '../kubernetes';
import type { Origin } from '../place';
import type { Quantities } from './quantities';

/** What an environment says of itself, every default decided. */
export function normaliseEnvironment(input: EnvironmentShape, origin: Origin, quantities: Quantities): Environment {
  return {
    name: input.name,
    profile: input.profile ?? 'baseline',
    residency: input.residency,
    disposable: input.disposable ?? false,
    promotesFrom: input.promotesFrom,
    secrets: {
      store: input.secrets?.store,
      generated: input.secrets?.generated ?? true,
      vault: input.secrets?.vault,
      versions: input.secrets?.versions ?? {},
      users: input.secrets?.users ?? 'one',
      lasts: quantities.duration(input.secrets?.lasts, origin, 'secrets', 'lasts'),
    },
    kubernetes: input.kubernetes && kubernetesOf(input.kubernetes),
    delivery: input.delivery ?? (input.gitops ? 'gitops' : 'apply'),
    gitops: input.gitops && gitOpsOf(input.gitops, input.name),
    tags: input.tags ?? {},
    moves: input.moves ?? {},
    state: input.state ?? { backend: 'local' },
    audit: auditOf(input.audit, input.profile ?? 'baseline', (text, ...field) =>
      quantities.duration(text, origin, 'audit', ...field),
    ),
    accepts: input.accepts ?? {},
    approvals: input.approvals ?? [],
    waivers: input.waivers ?? [],
    origin,
  };
}
