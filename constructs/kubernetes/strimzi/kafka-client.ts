import { type TrustedCertificate, trustedCertificate } from './trusted-certificate';

/** A password, or a certificate with its key, in a Secret of the same namespace. */
export type KafkaClientAuthentication =
  | {
      readonly type: 'scram-sha-512' | 'scram-sha-256';
      readonly username: string;
      /** `password` is the key in the Secret. */
      readonly passwordSecret: { readonly secretName: string; readonly password: string };
    }
  | {
      readonly type: 'tls';
      /** `certificate` and `key` are keys in the Secret. */
      readonly certificateAndKey: {
        readonly secretName: string;
        readonly certificate: string;
        readonly key: string;
      };
    };

/** How a user reaches the brokers of a cluster. */
export interface KafkaClient {
  /** Addresses, separated by commas, reached over TLS. */
  readonly bootstrapServers: string;
  /** Secrets that hold the authority of the brokers, and which of their keys. Default: authorities that everybody knows. */
  readonly trustedCertificates?: readonly TrustedCertificate[];
  readonly authentication: KafkaClientAuthentication;
}

/** As Strimzi's objects say it: with an empty list it asks for TLS and trusts whom Java trusts. */
export const kafkaClient = ({ bootstrapServers, trustedCertificates = [], authentication }: KafkaClient) => ({
  bootstrapServers,
  tls: { trustedCertificates: trustedCertificates.map(trustedCertificate) },
  authentication,
});
