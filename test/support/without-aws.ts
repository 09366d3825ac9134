/** What a stack's references to AWS are worth in a test: by type and attribute, else by the attribute alone. */
export const worth: Readonly<Record<string, string>> = {
  arn: 'arn:aws:kafka:eu-west-1:123456789012:cluster/prod-main/7ed5a1e9-2d1f-4a1c-9c0c-0a5b7d1c2e3f-4',
  ssm_parameter_arn: 'arn:aws:ssm:eu-west-1:123456789012:parameter/kafka/prod/main/shop',
  secretsmanager_secret_version_arn:
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:AmazonMSK_prod/main/shop-a1b2c3',
  kms_alias_target_key_arn: 'arn:aws:kms:eu-west-1:123456789012:key/7ed5a1e9-2d1f-4a1c-9c0c-0a5b7d1c2e3f',
  bootstrap_brokers_sasl_iam: 'b-1.prodmain.abc123.c2.kafka.eu-west-1.amazonaws.com:9098',
  bootstrap_brokers_tls: 'b-1.prodmain.abc123.c2.kafka.eu-west-1.amazonaws.com:9094',
  insecure_value: JSON.stringify({
    arn: 'arn:aws:kafka:eu-west-1:123456789012:cluster/prod-main/7ed5a1e9-2d1f-4a1c-9c0c-0a5b7d1c2e3f-s1',
    'certificate-authority': 'arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/7ed5a1e9',
  }),
  bootstrap_brokers_sasl_scram: 'b-1.prodmain.abc123.c2.kafka.eu-west-1.amazonaws.com:9096',
  account_id: '123456789012',
  partition: 'aws',
  region: 'eu-west-1',
  random_password: 'made-by-secrets-manager',
};

/** What no data source says as text. */
const lists = {
  node_info_list: [
    { broker_id: 1, client_subnet: 'subnet-1', endpoints: ['b-1.prodmain.abc123.c2.kafka.eu-west-1.amazonaws.com'] },
  ],
};

type Block = Readonly<Record<string, unknown>>;
interface Config {
  readonly terraform: Block & { readonly required_providers: Block };
  readonly provider: Block;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Block>>>>;
}

export interface WithoutAwsOptions {
  /** Resource types that stay what they are; every other is the built-in `terraform_data`, its attributes the input. */
  readonly keep: (type: string) => boolean;
}

/** A stack as Terraform can read it where the AWS provider is not to be had: the same expressions over known values. */
export function withoutAws(text: string, { keep }: WithoutAwsOptions): object {
  const config = JSON.parse(
    text.replace(reference, (_, type, attribute) => `local.${localOf(type, attribute)}`),
  ) as Config;
  const standIns: Record<string, Block> = {};
  const kept: Record<string, Record<string, Block>> = {};
  for (const [type, named] of Object.entries(config.resource ?? {}))
    for (const [name, { '//': _, lifecycle: __, ...attributes }] of Object.entries(named))
      if (keep(type)) kept[type] = { ...kept[type], [name]: attributes };
      else standIns[`${type}__${name}`] = { input: attributes };
  const kafka = Object.keys(kept).length > 0;
  return {
    terraform: kafka ? { required_providers: { kafka: config.terraform.required_providers.kafka } } : {},
    ...(kafka ? { provider: { kafka: config.provider.kafka } } : {}),
    locals: { ...Object.fromEntries(attributesIn(text).map((name) => [name, name])), ...worth, ...lists },
    resource: { ...kept, terraform_data: standIns },
  };
}

const reference = /\b(?:data\.|ephemeral\.)?aws_(\w+)\.[\w-]+\.(\w+)/g;

const localOf = (type: string, attribute: string): string =>
  Object.hasOwn(worth, `${type}_${attribute}`) ? `${type}_${attribute}` : attribute;

const attributesIn = (text: string): string[] => [...text.matchAll(reference)].map(([, , attribute = '']) => attribute);
