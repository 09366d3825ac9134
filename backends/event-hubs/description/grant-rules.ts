import { azureForms } from '../../../model/azure-forms';
import { compare } from '../../../model/by-name';
import type { Cluster } from '../../../model/cluster';
import type { Draft } from '../../../model/draft';
import type { Flow } from '../../../model/flow';
import { groupBy } from '../../../model/group-by';
import { labelFix, labelForm } from '../../../model/names';
import { useInstead } from '../../../model/near-miss';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { eventHubsSettings } from './cluster';
import { namespaces } from './namespaces';

export const throttledByBytes: Rule = {
  code: 'KFK-K253',
  severity: 'error',
  title: 'A quota on Event Hubs counts bytes',
  source:
    'https://learn.microsoft.com/azure/event-hubs/resource-governance-overview: incoming and outgoing bytes and messages',
  *check(draft) {
    const names = new Set(namespaces(draft).map(({ name }) => name));
    for (const application of draft.applications.values())
      if (names.has(application.cluster) && application.quota?.request_percentage !== undefined)
        yield at(application, 'quota', 'requestPercentage')
          .problem("nobody's threads are counted: an application group throttles bytes")
          .fix("leave it out here: say quota with produce and consume in the environment's overrides");
  },
};

/** Two may be alike by chance; a third is a pattern. */
const several = 3;

export const identicalGrants: Rule = {
  code: 'KFK-K258',
  severity: 'warning',
  title: 'No three applications have the very same role assignments',
  source:
    'https://learn.microsoft.com/azure/role-based-access-control/troubleshoot-limits: 4,000 in a subscription; «reduce them by assigning roles to groups instead of individual users»',
  *check(draft) {
    for (const cluster of namespaces(draft))
      for (const same of groupBy(grantsOn(cluster, draft), ({ topics }) => topics.join(' ')).values()) {
        const [{ topics } = { topics: [] }] = same;
        if (same.length < several || topics.length === 0) continue;
        const names = same.map(({ application }) => `'${application}'`);
        const shown = names.length > 8 ? [...names.slice(0, 8), '…'] : names;
        yield at(cluster, 'identities', 'groups')
          .problem(
            `${same.length} applications have the same ${topics.length} grants: ${shown.join(', ')}; one group of Entra ID would need ${topics.length} role assignments where they need ${same.length * topics.length}`,
          )
          .fix(
            'put them into a group of Entra ID, and say so: identities: { groups }; or waive this where assignments are no matter',
          );
      }
  },
};

/** What each application, or group of them, is granted as somebody whom Entra ID knows: `produce orders.created`. */
function grantsOn(cluster: Cluster, { applications, flows }: Draft) {
  const flowsOf = groupBy(flows, ({ application }) => application);
  const { identities: { groups = {} } = {} } = eventHubsSettings(cluster);
  const grouped = new Set(Object.values(groups).flatMap(({ members }) => members.slice(1)));
  return [...applications.values()]
    .filter(
      (application) =>
        application.cluster === cluster.name && byIdentity(application.authentication) && !application.streams,
    )
    .filter(({ name }) => !grouped.has(name))
    .map(({ name }) => ({ application: name, topics: grantsOf(flowsOf.get(name) ?? []) }));
}

const grantsOf = (flows: readonly Flow[]): string[] =>
  [...new Set(flows.map(({ direction, topic }) => `${direction} ${topic}`))].sort();

const byIdentity = (authentication: string) => authentication !== 'sas';

function* groupsSaid(draft: Draft) {
  for (const cluster of namespaces(draft))
    for (const [name, group] of Object.entries(eventHubsSettings(cluster).identities?.groups ?? {}))
      yield { cluster, name, group };
}

export const groupNames: Rule = {
  code: 'KFK-K290',
  severity: 'error',
  title: 'A group of Entra ID is called something that its roles can be called after',
  source: 'docs/guides/event-hubs-access.md: its roles stay at its address, whoever is in it',
  *check(draft) {
    for (const { cluster, name } of groupsSaid(draft))
      if (!labelForm.test(name))
        yield at(cluster, 'identities', 'groups', name)
          .problem(`'${name}' cannot be what a group is called here`)
          .fix(labelFix);
  },
};

export const groupMembers: Rule = {
  code: 'KFK-K251',
  severity: 'error',
  title: 'A group of Entra ID has two or more applications that Entra ID knows, each of which is in no other',
  source: 'https://learn.microsoft.com/entra/fundamentals/how-to-manage-groups',
  *check(draft) {
    const applications = groupBy(draft.applications.values(), (application) => application.cluster);
    const seen = new Map<string, string>();
    for (const { cluster, name, group } of groupsSaid(draft)) {
      const place = (...field: (string | number)[]) => at(cluster, 'identities', 'groups', name, ...field);
      if (!azureForms.uuid.form.test(group.id))
        yield place('id')
          .problem(`'${group.id}' is not the object id of a group`)
          .fix('give it as `az ad group show --query id` prints it');
      if (group.members.length < 2)
        yield place('members')
          .problem(`${group.members.length} of them share nothing`)
          .fix('name two or more, or remove the group');
      for (const [index, member] of group.members.entries()) {
        const found = draft.applications.get(member);
        const application = found?.cluster === cluster.name ? found : undefined;
        const known = `${cluster.name} ${member}`;
        if (!application && !draft.broken.has('applications', member))
          yield place('members', index)
            .problem(`'${cluster.name}' has no application '${member}'`)
            .fix(
              useInstead(
                member,
                (applications.get(cluster.name) ?? []).map((one) => one.name),
              ),
            );
        else if (application && !byIdentity(application.authentication))
          yield place('members', index)
            .problem(`'${member}' has a key, and a group gives it nothing`)
            .fix("use authentication: 'entra-id' for it, or remove it here");
        else if (seen.has(known))
          yield place('members', index)
            .problem(`'${member}' is in '${seen.get(known)}' already`)
            .fix('remove it from one of them');
        seen.set(known, name);
      }
    }
  },
};

export const groupGrants: Rule = {
  code: 'KFK-K252',
  severity: 'error',
  title: 'Members of a group of Entra ID have the very same grants',
  source:
    'https://learn.microsoft.com/azure/role-based-access-control/overview: who is in a group has all of its roles',
  *check(draft) {
    if (draft.broken.has('flows')) return;
    const flowsOf = groupBy(draft.flows, ({ application }) => application);
    for (const { cluster, name, group } of groupsSaid(draft)) {
      const grants = (member: string) => grantsOf(flowsOf.get(member) ?? []).join(' ');
      const [first = '', ...others] = [...group.members].sort(compare);
      const differing = others.find((member) => grants(member) !== grants(first));
      const stream = group.members.find((member) => draft.applications.get(member)?.streams);
      const place = at(cluster, 'identities', 'groups', name, 'members');
      if (differing !== undefined)
        yield place
          .problem(`'${differing}' does not do what '${first}' does, and would be let do all of it`)
          .fix('leave it out of the group, or give both the same flows');
      else if (stream !== undefined)
        yield place
          .problem(`'${stream}' is a Kafka Streams application, whose topics are its own`)
          .fix('leave it out of the group');
    }
  },
};

export const grantRules: readonly Rule[] = [throttledByBytes, groupNames, groupMembers, groupGrants, identicalGrants];
