import type { Mapping } from '../requests';
import { arnOf, keyValues, tagList } from './values';

const key = arnOf('kms', 'key/7ed5a1e9-2d1f-4a1c-9c0c-0a5b7d1c2e3f');
const secret = arnOf('secretsmanager', 'secret:AmazonMSK_prod/main/shop-a1b2c3');

/** Keys, secrets and parameters, and the authority of clients' certificates. */
export const keysAndSecrets: Readonly<Record<string, Mapping>> = {
  aws_kms_key: {
    calls: [
      {
        service: 'kms',
        operation: 'CreateKey',
        members: {
          description: 'Description',
          policy: 'Policy',
          key_usage: 'KeyUsage',
          customer_master_key_spec: 'KeySpec',
          multi_region: 'MultiRegion',
          tags: { to: 'Tags', as: keyValues('TagKey', 'TagValue') },
        },
      },
      {
        service: 'kms',
        operation: 'EnableKeyRotation',
        when: 'enable_key_rotation',
        known: { KeyId: key },
        members: { rotation_period_in_days: 'RotationPeriodInDays' },
      },
      {
        service: 'kms',
        operation: 'ScheduleKeyDeletion',
        known: { KeyId: key },
        members: { deletion_window_in_days: 'PendingWindowInDays' },
      },
    ],
    local: { bypass_policy_lockout_safety_check: 'never said' },
  },
  aws_kms_alias: {
    calls: [{ service: 'kms', operation: 'CreateAlias', members: { name: 'AliasName', target_key_id: 'TargetKeyId' } }],
  },
  aws_secretsmanager_secret: {
    calls: [
      {
        service: 'secretsmanager',
        operation: 'CreateSecret',
        members: { name: 'Name', description: 'Description', kms_key_id: 'KmsKeyId', tags: tagList },
      },
      {
        service: 'secretsmanager',
        operation: 'DeleteSecret',
        known: { SecretId: secret },
        members: {
          // Without a window the provider deletes at once; Secrets Manager takes 7 to 30 days.
          recovery_window_in_days: {
            to: 'RecoveryWindowInDays',
            as: (days: number) => (days === 0 ? undefined : days),
          },
        },
      },
    ],
  },
  aws_secretsmanager_secret_version: {
    calls: [
      {
        service: 'secretsmanager',
        operation: 'PutSecretValue',
        members: { secret_id: 'SecretId', secret_string: 'SecretString', secret_string_wo: 'SecretString' },
      },
    ],
    local: { secret_string_wo_version: 'Terraform’s count of rotations: AWS makes version ids of its own' },
  },
  aws_secretsmanager_secret_policy: {
    calls: [
      {
        service: 'secretsmanager',
        operation: 'PutResourcePolicy',
        members: { secret_arn: 'SecretId', policy: 'ResourcePolicy', block_public_policy: 'BlockPublicPolicy' },
      },
    ],
  },
  'ephemeral.aws_secretsmanager_random_password': {
    calls: [
      {
        service: 'secretsmanager',
        operation: 'GetRandomPassword',
        members: {
          password_length: 'PasswordLength',
          exclude_punctuation: 'ExcludePunctuation',
          exclude_characters: 'ExcludeCharacters',
        },
      },
    ],
  },
  aws_ssm_parameter: {
    calls: [
      {
        service: 'ssm',
        operation: 'PutParameter',
        members: {
          name: 'Name',
          type: 'Type',
          value: 'Value',
          description: 'Description',
          key_id: 'KeyId',
          tier: 'Tier',
          tags: tagList,
        },
      },
    ],
  },
  aws_acmpca_certificate_authority: {
    calls: [
      {
        service: 'acm-pca',
        operation: 'CreateCertificateAuthority',
        members: {
          type: 'CertificateAuthorityType',
          usage_mode: 'UsageMode',
          key_storage_security_standard: 'KeyStorageSecurityStandard',
          'certificate_authority_configuration.key_algorithm': 'CertificateAuthorityConfiguration.KeyAlgorithm',
          'certificate_authority_configuration.signing_algorithm': 'CertificateAuthorityConfiguration.SigningAlgorithm',
          'certificate_authority_configuration.subject.common_name':
            'CertificateAuthorityConfiguration.Subject.CommonName',
          'certificate_authority_configuration.subject.organization':
            'CertificateAuthorityConfiguration.Subject.Organization',
          tags: tagList,
        },
      },
      {
        service: 'acm-pca',
        operation: 'DeleteCertificateAuthority',
        known: {
          CertificateAuthorityArn: arnOf('acm-pca', 'certificate-authority/7ed5a1e9-2d1f-4a1c-9c0c-0a5b7d1c2e3f'),
        },
        members: { permanent_deletion_time_in_days: 'PermanentDeletionTimeInDays' },
      },
    ],
    local: { enabled: 'the status that UpdateCertificateAuthority sets after it is active' },
  },
  aws_acmpca_certificate: {
    calls: [
      {
        service: 'acm-pca',
        operation: 'IssueCertificate',
        members: {
          certificate_authority_arn: 'CertificateAuthorityArn',
          certificate_signing_request: 'Csr',
          signing_algorithm: 'SigningAlgorithm',
          template_arn: 'TemplateArn',
          'validity.type': 'Validity.Type',
          'validity.value': { to: 'Validity.Value', as: Number },
        },
      },
    ],
  },
  aws_acmpca_certificate_authority_certificate: {
    calls: [
      {
        service: 'acm-pca',
        operation: 'ImportCertificateAuthorityCertificate',
        members: {
          certificate_authority_arn: 'CertificateAuthorityArn',
          certificate: 'Certificate',
          certificate_chain: 'CertificateChain',
        },
      },
    ],
  },
};
