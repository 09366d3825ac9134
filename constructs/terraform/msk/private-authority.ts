import { AcmpcaCertificate } from '@cdktf/provider-aws/lib/acmpca-certificate';
import { AcmpcaCertificateAuthority } from '@cdktf/provider-aws/lib/acmpca-certificate-authority';
import { AcmpcaCertificateAuthorityCertificate } from '@cdktf/provider-aws/lib/acmpca-certificate-authority-certificate';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { Construct } from 'constructs';
import { addressed } from '../addressed';

const signingAlgorithm = 'SHA256WITHRSA';

export interface MskPrivateAuthorityProps {
  readonly commonName: string;
  /** Years that its own certificate is valid. Default: 10. */
  readonly validityInYears?: number;
  /** Refuses any plan that deletes the authority, and with it whoever signs in by its certificates. Default: true. */
  readonly preventDestroy?: boolean;
}

/**
 * A root authority of AWS Private CA that signs certificates of Kafka clients. Its key never leaves AWS; its certificate is
 * no secret. https://docs.aws.amazon.com/privateca/latest/userguide/PCACertInstall.html
 */
export class MskPrivateAuthority extends Construct {
  /** Of the authority, once it can sign. */
  readonly certificateAuthorityArn: string;

  constructor(scope: Construct, id: string, props: MskPrivateAuthorityProps) {
    super(scope, `msk-private-authority.${id}`);
    const authority = new AcmpcaCertificateAuthority(this, 'authority', {
      type: 'ROOT',
      certificateAuthorityConfiguration: {
        keyAlgorithm: 'RSA_4096',
        signingAlgorithm,
        subject: { commonName: props.commonName },
      },
      permanentDeletionTimeInDays: 30,
      lifecycle: (props.preventDestroy ?? true) ? { preventDestroy: true } : undefined,
    });
    const { arn, certificateSigningRequest } = addressed(authority, id);
    const { partition } = addressed(new DataAwsPartition(this, 'partition'), `${id}_authority`);
    const certificate = new AcmpcaCertificate(this, 'certificate', {
      certificateAuthorityArn: arn,
      certificateSigningRequest,
      signingAlgorithm,
      templateArn: `arn:${partition}:acm-pca:::template/RootCACertificate/V1`,
      validity: { type: 'YEARS', value: String(props.validityInYears ?? 10) },
    });
    addressed(certificate, id);
    const installed = new AcmpcaCertificateAuthorityCertificate(this, 'installed', {
      certificateAuthorityArn: arn,
      certificate: certificate.certificate,
      certificateChain: certificate.certificateChain,
    });
    // Whoever refers to it so waits until it is installed: an authority without a certificate signs nothing.
    this.certificateAuthorityArn = addressed(installed, id).certificateAuthorityArn;
  }
}
