import type { Mapping } from '../requests';
import { access } from './access';
import { audit } from './audit';
import { found } from './found';
import { keysAndSecrets } from './keys-and-secrets';
import { msk } from './msk';
import { mskConnect } from './msk-connect';
import { network } from './network';
import { others } from './others';

/** Each type of resource, and of what is looked up (`data.…`), whose requests are held against the models of AWS' services. */
export const mappings: Readonly<Record<string, Mapping>> = {
  ...msk,
  ...mskConnect,
  ...keysAndSecrets,
  ...access,
  ...network,
  ...others,
  ...audit,
  ...found,
};

/** Types that no service of AWS has: what judges them instead. */
export const typedOnly: Readonly<Record<string, string>> = {
  kafka_acl: 'Terraform validates and applies it with the real provider in end-to-end tests',
  kafka_topic: 'as kafka_acl',
  kafka_quota: 'as kafka_acl',
  'data.aws_partition': 'the provider knows it by its region: nobody is asked',
  'data.aws_region': 'the provider’s own setting: nobody is asked',
  terraform_data: 'Terraform’s own',
};
