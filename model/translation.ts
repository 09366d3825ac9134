import type { Feature } from './capabilities';
import type { Draft } from './draft';
import { featuresUsed } from './features-used';
import { formatPath } from './place';

/** Something that a back end expresses in its own way, and what is lost by that. */
export interface Translation {
  readonly cluster: string;
  readonly feature: Feature;
  readonly loses: string;
  /** The vendor's page that says so. */
  readonly source: string;
  /** The places in the description that use the feature. */
  readonly usedBy: readonly string[];
}

/** What the environment's back ends lose of what the description says; nothing is lost silently. */
export function translationsOf(draft: Draft): Translation[] {
  const found = new Map<string, Translation & { readonly usedBy: string[] }>();
  for (const { cluster, feature, noun, field } of featuresUsed(draft)) {
    const capability = draft.clusters.get(cluster)?.capabilities[feature];
    if (capability?.support !== 'translated') continue;
    const { loses, source } = capability;
    const key = `${cluster} ${feature}`;
    const known = found.get(key) ?? { cluster, feature, loses, source, usedBy: [] };
    known.usedBy.push(formatPath(noun.origin.at(...field).path));
    found.set(key, known);
  }
  return [...found.values()];
}
