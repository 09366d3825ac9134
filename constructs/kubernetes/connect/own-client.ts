import { authorityFile, type KafkaConnectProps } from './kafka-connect';

export type OwnClientProps = Pick<KafkaConnectProps, 'authentication' | 'trustedCertificates'> & {
  /** Of the Secrets. */
  readonly namespace: string;
};

/** `${secrets:kafka/inventory:password}`: a value of a Secret, looked up when a connector starts. */
export const secretReference = (namespace: string, secret: string, key: string): string =>
  `\${secrets:${namespace}/${secret}:${key}}`;

/**
 * How a Kafka client that a connector has beside Kafka Connect's reaches the workers' cluster: Strimzi configures the
 * workers', and knows of no other. By Kafka's own names; every secret is a reference.
 */
export function ownClient(props: OwnClientProps): Record<string, string> {
  const { authentication, trustedCertificates = [], namespace } = props;
  const [authority] = trustedCertificates;
  const trusted: Record<string, string> = authority
    ? { 'ssl.truststore.type': 'PEM', 'ssl.truststore.location': authorityFile(authority) }
    : {};
  if (authentication.type === 'tls') {
    const { secretName, certificate, key } = authentication.certificateAndKey;
    return {
      'security.protocol': 'SSL',
      ...trusted,
      'ssl.keystore.type': 'PEM',
      'ssl.keystore.certificate.chain': secretReference(namespace, secretName, certificate),
      'ssl.keystore.key': secretReference(namespace, secretName, key),
    };
  }
  return {
    'security.protocol': 'SASL_SSL',
    'sasl.mechanism': authentication.type.toUpperCase(),
    // Strimzi writes it into each user's Secret beside the password.
    'sasl.jaas.config': secretReference(namespace, authentication.passwordSecret.secretName, 'sasl.jaas.config'),
    ...trusted,
  };
}

/** The Secret to which `ownClient` refers: the workers' own. */
export const ownClientSecret = ({ authentication }: Pick<OwnClientProps, 'authentication'>): string =>
  authentication.type === 'tls'
    ? authentication.certificateAndKey.secretName
    : authentication.passwordSecret.secretName;
