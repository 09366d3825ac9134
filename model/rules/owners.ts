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
  title: 'An owner owns something',
  source: 'best practice: ownership that is true; a team without topics and applications has left',
  *check({ owners, topics, applications, broken }) {
    if (!broken.isEmpty) return;
    const busy = new Set([...topics.values(), ...applications.values()].map(({ owner }) => owner));
    for (const owner of owners.values())
      if (!busy.has(owner.name)) yield at(owner).problem('it owns nothing').fix('remove it, or give it what it owns');
  },
};

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
