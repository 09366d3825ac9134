import type { Policy } from './iam-evaluator';
import { resourcesOf, type TerraformJson } from './synthesize';

const account = '111122223333';

/** ARNs that AWS would give to what a stack makes or finds, on a cluster that it would call so. */
export interface Arns {
  readonly cluster: string;
  readonly of: (address: string) => string;
}

/** What Terraform would know only once it has applied: like AWS' own, and different for each thing. */
export const arnsOf = (clusterName: string, region = 'eu-west-1'): Arns => ({
  cluster: `arn:aws:kafka:${region}:${account}:cluster/${clusterName}/0a1b2c3d-0000-4000-8000-000000000000-1`,
  of: (address) => `arn:aws:${serviceOf(address)}:${region}:${account}:${address}`,
});

const serviceOf = (address: string): string => /^(?:data\.)?aws_([a-z]+)_/.exec(address)?.[1] ?? '';

const expressions: readonly { readonly form: RegExp; readonly value: (arns: Arns, ...groups: string[]) => string }[] = [
  {
    form: /\$\{replace\((?:data\.aws_msk_cluster\.[\w-]+\.arn|jsondecode\(data\.aws_ssm_parameter\.[\w-]+\.insecure_value\)\.arn), ":cluster\/", ":([\w-]+)\/"\)\}/g,
    value: ({ cluster }, type = '') => cluster.replace(':cluster/', `:${type}/`),
  },
  { form: /\$\{data\.aws_caller_identity\.[\w-]+\.account_id\}/g, value: () => account },
  { form: /\$\{data\.aws_msk_cluster\.[\w-]+\.arn\}/g, value: ({ cluster }) => cluster },
  {
    form: /\$\{jsondecode\(data\.aws_ssm_parameter\.[\w-]+\.insecure_value\)\.arn\}/g,
    value: ({ cluster }) => cluster,
  },
  { form: /\$\{((?:data\.)?aws_[\w-]+\.[\w-]+)\.(?:target_key_)?arn\}/g, value: ({ of }, address = '') => of(address) },
];

/** A policy document as IAM would read it. Throws for an expression that nobody has given a value. */
export function policyWith(document: string, arns: Arns): Policy {
  const known = expressions.reduce(
    (text, { form, value }) => text.replace(form, (_, ...groups) => value(arns, ...groups.filter(isText))),
    document,
  );
  if (known.includes('${')) throw new Error(`nothing is known of ${/\$\{[^}]*\}/.exec(known)?.[0]}`);
  return JSON.parse(known) as Policy;
}

const isText = (group: unknown): group is string => typeof group === 'string';

/** The managed policies of one application in what a stack became: its own, and those with a number. */
export const policiesOf = (output: TerraformJson, application: string, arns: Arns): Policy[] =>
  [...resourcesOf(output)].flatMap(([address, { policy }]) =>
    address === `aws_iam_policy.${application}` || new RegExp(`^aws_iam_policy\\.${application}-\\d+$`).test(address)
      ? [policyWith(String(policy), arns)]
      : [],
  );
