import type { Cluster } from '../../model/cluster';
import { type Problem, problemAt } from '../../model/problem';
import type { Resolved } from '../../model/resolved';
import type { Description } from './description';

interface Signing {
  readonly name: string;
  readonly resolved?: Pick<Resolved, 'clusters'>;
  readonly description: Pick<Description, 'sources'>;
}

/**
 * No rule sees more than one environment. Brokers ask who signed, and not in which role: an application has one name
 * everywhere, so what lets it into one environment opens the other. Nobody is kept from that, since two environments of
 * one kind, in two regions, may want it; told once for each two of them.
 */
export function sameAuthorities(environments: readonly Signing[]): Problem[] {
  const seen = new Map<string, string>();
  return environments.flatMap(({ name, resolved, description }) => {
    const told = new Set<string>();
    return [...(resolved?.clusters.values() ?? [])].flatMap((cluster): Problem[] => {
      const { clientAuthority: authority } = cluster;
      if (!authority) return [];
      const other = seen.get(authority.name) ?? name;
      seen.set(authority.name, other);
      if (other === name || told.has(authority.name)) return [];
      told.add(authority.name);
      return [
        problemAt(
          { source: description.sources.environment, path: ['clusters', cluster.name, ...authority.field] },
          { code: 'KFK-X097', severity: 'warning', ...sameAuthority(authority, other) },
        ),
      ];
    });
  });
}

const sameAuthority = ({ name, fix }: NonNullable<Cluster['clientAuthority']>, other: string) => ({
  problem: `${name} signs for '${other}' as well: whoever has a certificate of an application there is that application here, whatever role signed it`,
  fix,
});
