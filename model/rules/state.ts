import { ownedClusters } from '../cluster';
import { at } from '../problem';
import type { Rule } from '../rule';
import { type State, stateForms } from '../state';

export const stateNames: Rule = {
  code: 'KFK-E020',
  severity: 'error',
  title: 'The place of the state has names that its store takes',
  source:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html and https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules, read 2026-11-21',
  *check({ environment }) {
    const { state } = environment;
    for (const [path, forms] of Object.entries(stateForms[state.backend])) {
      const given = valueAt(state, path);
      const lacking = given === undefined ? undefined : [forms].flat().find(({ form }) => !form.test(given));
      if (given !== undefined && lacking)
        yield at(environment, 'state', ...path.split('.'))
          .problem(lacking.problem?.(given) ?? `'${given}' cannot be its ${path.split('.').at(-1)}`)
          .fix(lacking.fix);
    }
  },
};

const valueAt = (state: State, path: string): string | undefined =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], state) as
    | string
    | undefined;

export const stateKeyThere: Rule = {
  code: 'KFK-E021',
  severity: 'error',
  title: 'The key that encrypts a state is in the region of its bucket',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html: same Region, read 2026-11-21',
  *check({ environment }) {
    const { state } = environment;
    if (state.backend !== 's3' || state.kmsKey === undefined) return;
    const region = /^arn:[\w-]+:kms:([\w-]+):/.exec(state.kmsKey)?.[1];
    if (region !== undefined && region !== state.region)
      yield at(environment, 'state', 'kmsKey')
        .problem(`the key is in ${region}, and the bucket in ${state.region}`)
        .fix(`use a key of ${state.region}`);
  },
};

export const stateShared: Rule = {
  code: 'KFK-E030',
  severity: 'error',
  profile: 'production',
  waivable: true,
  title: 'The state of a production cluster that Terraform makes is not on one machine',
  source:
    'https://developer.hashicorp.com/terraform/language/backend/local: it keeps the state on the local file system, read 2026-11-21; without its state Terraform would make a cluster a second time',
  *check({ environment, clusters }) {
    if (environment.state.backend !== 'local') return;
    const made = ownedClusters(clusters, 'terraform').filter(({ record }) => record !== undefined);
    if (made.length > 0)
      yield at(environment, 'state')
        .problem(
          `what Terraform knows of ${made.map(({ name }) => `'${name}'`).join(', ')} would be a file of the machine that applies it: who loses it loses hold of the cluster`,
        )
        .fix("keep it in a bucket or container that exists: state: { backend: 's3', … } or { backend: 'azurerm', … }");
  },
};

export const stateRules: readonly Rule[] = [stateNames, stateKeyThere, stateShared];
