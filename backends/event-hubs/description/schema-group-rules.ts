import type { Draft } from '../../../model/draft';
import { groupBy } from '../../../model/group-by';
import { terraformId } from '../../../model/names';
import { useInstead } from '../../../model/near-miss';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { entityNames, isEntityName } from '../../../render/event-hubs/hubs';
import { eventHubsSettings } from './cluster';
import { namespaces } from './namespaces';
import { schemaGroupOf } from './schema-group';

const concepts = 'https://learn.microsoft.com/azure/event-hubs/schema-registry-concepts';

function* groups(draft: Draft) {
  for (const cluster of namespaces(draft))
    for (const [name, group] of Object.entries(eventHubsSettings(cluster).schemaGroups ?? {}))
      yield { cluster, name, group };
}

export const schemaGroupNames: Rule = {
  code: 'KFK-K254',
  severity: 'error',
  title: 'A schema group has a name of its own',
  source: 'https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsofteventhub',
  *check(draft) {
    const seen = new Map<string, string>();
    for (const { cluster, name } of groups(draft)) {
      const folded = `${cluster.name} ${terraformId(name).toLowerCase()}`;
      if (!isEntityName(name))
        yield at(cluster, 'schemaGroups', name)
          .problem(`'${name}' cannot be the name of a schema group`)
          .fix(entityNames);
      else if (seen.has(folded))
        yield at(cluster, 'schemaGroups', name)
          .problem(
            `'${name}' is '${seen.get(folded)}' again: Azure tells names by no case, and Terraform by no periods`,
          )
          .fix('rename one of them');
      else seen.set(folded, name);
    }
  },
};

export const onlyAvroEvolves: Rule = {
  code: 'KFK-K255',
  severity: 'error',
  title: 'Only schemas in Avro are held to a compatibility',
  source: `${concepts}: «schema evolution is supported for Avro schema format only»`,
  *check(draft) {
    for (const { cluster, name, group } of groups(draft)) {
      const { type, compatibility } = schemaGroupOf(group);
      if (type !== 'avro' && compatibility !== 'none')
        yield at(cluster, 'schemaGroups', name, 'compatibility')
          .problem(`nobody would hold schemas of '${type}' to '${compatibility}'`)
          .fix("remove it, or use type: 'avro'");
    }
  },
};

export const schemaUsers: Rule = {
  code: 'KFK-K256',
  severity: 'error',
  title: 'Readers and writers of schemas are applications of the cluster that Entra ID knows',
  source: `${concepts}: «add the security principal to one of the roles», which a key has none of`,
  *check(draft) {
    const applications = groupBy(draft.applications.values(), (application) => application.cluster);
    for (const { cluster, name, group } of groups(draft)) {
      for (const field of ['readers', 'writers'] as const)
        for (const [index, user] of (group[field] ?? []).entries()) {
          const place = at(cluster, 'schemaGroups', name, field, index);
          const application = draft.applications.get(user);
          const here = application?.cluster === cluster.name;
          if (!here && !draft.broken.has('applications', user))
            yield place.problem(`'${cluster.name}' has no application '${user}'`).fix(
              useInstead(
                user,
                (applications.get(cluster.name) ?? []).map((known) => known.name),
              ),
            );
          else if (here && application.authentication === 'sas')
            yield place
              .problem(`'${user}' has a key, and the schema registry knows no keys`)
              .fix("use authentication: 'entra-id' for it");
        }
    }
  },
};

export const schemaGroupExists: Rule = {
  code: 'KFK-K257',
  severity: 'error',
  title: 'Of a namespace that exists, its schema groups exist too',
  source: 'docs/guides/event-hubs.md: of an existing namespace only hubs and access are managed',
  *check(draft) {
    for (const { cluster, name, group } of groups(draft))
      for (const field of ['type', 'compatibility'] as const)
        if (eventHubsSettings(cluster).existing && group[field] !== undefined)
          yield at(cluster, 'schemaGroups', name, field)
            .problem(`'${group[field]}' would be read by nobody: the group is made where the namespace is`)
            .fix('remove it; readers and writers stay');
  },
};

export const schemaGroupRules: readonly Rule[] = [schemaGroupNames, onlyAvroEvolves, schemaUsers, schemaGroupExists];
