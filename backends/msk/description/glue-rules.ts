import type { Cluster } from '../../../model/cluster';
import type { Draft } from '../../../model/draft';
import { labelFix, labelForm, terraformId } from '../../../model/names';
import { useInstead } from '../../../model/near-miss';
import { at } from '../../../model/problem';
import type { Rule } from '../../../model/rule';
import { definitionProblem } from '../../../render/msk/schema-definition';
import { lengthProblem } from '../../../render/msk/schema-length';
import { mskClusters } from './clusters';
import type { GlueRegistry } from './glue';
import { glueRegistryName, glueUsers } from './glue-access';
import { mskSettings } from './settings';

const quotas =
  'https://docs.aws.amazon.com/glue/latest/dg/schema-registry.html#schema-registry-quotas, read 2026-11-21';
const api = 'https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-schema-registry-api.html';

const registriesOf = (cluster: Cluster): [string, GlueRegistry][] => Object.entries(mskSettings(cluster).glue);

const registries = (draft: Draft) =>
  mskClusters(draft).flatMap((cluster) =>
    registriesOf(cluster).map(([name, registry]) => ({ cluster, name, registry })),
  );

export const glueNames: Rule = {
  code: 'KFK-K392',
  severity: 'error',
  title: 'Registries and schemas of Glue have names that it and the state take',
  source: `${api}: 255 letters, digits, '-', '_', '$', '#' and '.'`,
  *check(draft) {
    for (const { cluster, name, registry } of registries(draft)) {
      const full = glueRegistryName(draft.environment.name, cluster.name, name);
      if (!labelForm.test(name) || full.length > 255)
        yield at(cluster, 'glue', name).problem(`'${name}' cannot be the name of a registry`).fix(labelFix);
      const seen = new Map<string, string>();
      for (const schema of Object.keys(registry.schemas)) {
        const twin = seen.get(terraformId(schema));
        seen.set(terraformId(schema), schema);
        if (!/^[\w$#.-]{0,254}[\w$#-]$/.test(schema))
          yield at(cluster, 'glue', name, 'schemas', schema)
            .problem(`'${schema}' cannot be the name of a schema`)
            .fix("use at most 255 letters, digits, '.', '-', '_', '$' and '#', and no '.' at the end");
        if (twin !== undefined)
          yield at(cluster, 'glue', name, 'schemas', schema)
            .problem(`'${schema}' and '${twin}' would have one address in the state`)
            .fix('rename one of them');
      }
    }
  },
};

export const glueDefinitions: Rule = {
  code: 'KFK-K393',
  severity: 'error',
  title: 'A schema of Glue has a definition in its format, of at most 170,000 characters',
  source: quotas,
  *check(draft) {
    for (const { cluster, name, registry } of registries(draft))
      for (const [schema, { definition, format }] of Object.entries(registry.schemas)) {
        const wrong = definitionProblem(format, definition);
        const length = lengthProblem(definition);
        if (length)
          yield at(cluster, 'glue', name, 'schemas', schema, 'definition')
            .problem(length)
            .fix('write the schema as text, and split a larger one by references');
        else if (wrong)
          yield at(cluster, 'glue', name, 'schemas', schema, 'definition').problem(wrong.problem).fix(wrong.fix);
      }
  },
};

export const glueApplications: Rule = {
  code: 'KFK-K394',
  severity: 'error',
  title: 'Who reads or writes schemas of Glue is an application on their cluster',
  source: 'a statement of its policy lets it',
  *check(draft) {
    if (draft.broken.has('applications')) return;
    for (const { cluster, name, registry } of registries(draft)) {
      const here = [...draft.applications.values()].filter((one) => one.cluster === cluster.name && !one.workload);
      const names = here.map((application) => application.name);
      for (const field of glueUsers)
        for (const [index, application] of registry[field].entries())
          if (!names.includes(application))
            yield at(cluster, 'glue', name, field, index)
              .problem(`no application '${application}' is on '${cluster.name}'`)
              .fix(useInstead(application, names));
    }
  },
};

export const glueRegistries: Rule = {
  code: 'KFK-K395',
  severity: 'error',
  title: 'A region has at most 100 registries of Glue with 10,000 versions of schemas',
  source: quotas,
  *check(draft) {
    const regions = new Map<string, { registries: number; schemas: number }>();
    for (const { cluster, name, registry } of registries(draft)) {
      const { region } = mskSettings(cluster);
      const known = regions.get(region) ?? { registries: 0, schemas: 0 };
      const count = {
        registries: known.registries + 1,
        schemas: known.schemas + Object.keys(registry.schemas).length,
      };
      regions.set(region, count);
      if (count.registries > 100)
        yield at(cluster, 'glue', name)
          .problem(`it is number ${count.registries} in ${region}, where an account has 100: ${quotas}`)
          .fix('keep schemas of several topics in one registry');
      if (count.schemas > 10_000)
        yield at(cluster, 'glue', name)
          .problem(
            `with it there are ${count.schemas} schemas in ${region}, where an account has 10000 versions: ${quotas}`,
          )
          .fix('keep them in another region or account');
    }
  },
};

/** What holds of registries of AWS Glue. */
export const glueRules: readonly Rule[] = [glueNames, glueDefinitions, glueApplications, glueRegistries];
