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
    for (const [path, { form, fix }] of Object.entries(stateForms[state.backend])) {
      const given = valueAt(state, path);
      if (given !== undefined && !form.test(given))
        yield at(environment, 'state', ...path.split('.'))
          .problem(`'${given}' cannot be its ${path.split('.').at(-1)}`)
          .fix(fix);
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

export const stateRules: readonly Rule[] = [stateNames, stateKeyThere];
