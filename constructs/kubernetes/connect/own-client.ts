import { authorityFile, type KafkaConnectProps, mountedAuthority } from './kafka-connect';

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
  const { authentication, namespace } = props;
  const trusted = trustOf(props);
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

/**
 * Of several authorities each is asked for when a connector starts, as Strimzi's workers do themselves: those that are in
 * one Secret are joined by their pattern.
 * @see https://github.com/strimzi/kafka-kubernetes-config-provider/pull/27
 */
function trustOf({ trustedCertificates = [], namespace }: OwnClientProps): Record<string, string> {
  const mounted = mountedAuthority(trustedCertificates);
  if (mounted) return { 'ssl.truststore.type': 'PEM', 'ssl.truststore.location': authorityFile(mounted) };
  if (trustedCertificates.length === 0) return {};
  const each = trustedCertificates.map(({ secretName, certificate, pattern = certificate }) =>
    secretReference(namespace, secretName, pattern),
  );
  return { 'ssl.truststore.type': 'PEM', 'ssl.truststore.certificates': each.join('\n') };
}

/** The Secrets to which `ownClient` refers: the workers' own, and those of authorities that hold nothing else. */
export const ownClientSecrets = (props: Pick<OwnClientProps, 'authentication' | 'trustedCertificates'>): string[] => {
  const { authentication, trustedCertificates = [] } = props;
  return [
    authentication.type === 'tls'
      ? authentication.certificateAndKey.secretName
      : authentication.passwordSecret.secretName,
    ...(mountedAuthority(trustedCertificates) ? [] : trustedCertificates.map(({ secretName }) => secretName)),
  ];
};
