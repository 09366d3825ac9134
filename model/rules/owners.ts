import type { Draft } from '../draft';
import { at } from '../problem';
import type { Rule } from '../rule';

export const ownerReachable: Rule = {
  code: 'KFK-O002',
  severity: 'error',
  title: "An owner's contact is a mail address or a URL",
  source: 'best practice: route alerts to correct teams',
  *check({ owners }) {
    for (const owner of owners.values())
      if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(owner.contact) && !/^https?:\/\/\S+$/.test(owner.contact))
        yield at(owner, 'contact')
          .problem(`'${owner.contact}' reaches nobody`)
          .fix("write a mail address or a URL: 'orders@example.com'");
  },
};

export const ownerOfSomething: Rule = {
  code: 'KFK-O003',
  severity: 'warning',
  title: 'An owner owns something, or answers for something',
  source: 'best practice: ownership that is true; a team without topics and applications has left',
  *check(draft) {
    const { owners, broken } = draft;
    if (!broken.isEmpty) return;
    const busy = busyOwners(draft);
    for (const owner of owners.values())
      if (!busy.has(owner.name))
        yield at(owner)
          .problem('it owns nothing')
          .fix('give it what it owns; or remove it, if no other environment names it');
  },
};

/** Whoever owns a noun, or answers in writing for what this environment decided: who is removed here is named nowhere. */
function busyOwners(draft: Draft): ReadonlySet<string> {
  const { topics, applications, replications, connectors, connectClusters, bridges, schemaRegistries, operators } =
    draft;
  const nouns = [topics, applications, replications, connectors, connectClusters, bridges, schemaRegistries, operators];
  const { waivers, approvals, accepts, audit } = draft.environment;
  return new Set([
    ...nouns.flatMap((each) => [...each.values()].map(({ owner }) => owner)),
    ...[...waivers, ...approvals, ...Object.values(accepts)].map(({ owner }) => owner),
    ...(audit.collector ? [audit.collector.owner] : []),
  ]);
}

export const objectivePages: Rule = {
  code: 'KFK-O004',
  severity: 'error',
  profile: 'production',
  waivable: true,
  title: 'In production the owner of an objective can be paged',
  source: 'best practice: route alerts to correct teams, page or ticket',
  *check({ flows, applications, owners }) {
    for (const flow of flows) {
      const owner = owners.get(applications.get(flow.application)?.owner ?? '');
      if (flow.direction === 'consume' && flow.lagUnder !== undefined && owner && !owner.page)
        yield at(flow, 'lag')
          .problem(`nobody of '${owner.name}' is paged when it is missed`)
          .fix(`add page to the owner '${owner.name}'`);
    }
  },
};

export const ownerRules: readonly Rule[] = [ownerReachable, ownerOfSomething, objectivePages];
