/** How one application reaches its cluster: values, or references that its client resolves. */
export interface ClientConnection {
  readonly bootstrapServers: string;
  /** PEM file of the authority that signed the brokers' certificates. Default: one that every client knows. */
  readonly caFile?: string;
  /** The same as PKCS12, which a Java client then reads in its place. Default: it reads PEM. */
  readonly trustStore?: Pkcs12;
  readonly credential: ClientCredential;
  /** Properties by which a Java client resolves references in the values above. Default: they are values. */
  readonly resolvedBy?: Readonly<Record<string, string>>;
}

/** A file that a password opens. */
export interface Pkcs12 {
  readonly file: string;
  readonly password: string;
}

/** What an application proves itself with. */
export type ClientCredential =
  | {
      readonly mechanism: 'SCRAM-SHA-512' | 'SCRAM-SHA-256' | 'PLAIN';
      readonly username: string;
      readonly password: string;
    }
  | MutualTlsCredential
  | TokenCredential
  /** The platform that the application runs on vouches for it, as the vendor's library knows. */
  | { readonly mechanism: 'AWS_MSK_IAM' };

/** Tokens of a server of tokens (OAuth 2.0), or of whom the vendor's settings say. */
export interface TokenCredential {
  readonly mechanism: 'OAUTHBEARER';
  /** Absent: the vendor's settings say it. */
  readonly tokens?: ClientTokens;
}

/** Whom a client asks for its tokens, and what it shows for them. */
export interface ClientTokens {
  readonly tokenEndpoint?: string;
  readonly clientId: string;
  readonly scope?: string;
  /** A secret of its own. Absent: its platform vouches for it by a file. */
  readonly clientSecret?: string;
  /** A file with a token of its platform, shown in place of a secret. */
  readonly assertionFile?: string;
  /** A file with the token that brokers take. */
  readonly tokenFile?: string;
  /** PEM file of the authority that signed the server's certificate. Absent: one that every client knows. */
  readonly authorityFile?: string;
}

/** PEM files, and what a Java client reads: one PEM file with the key and its certificates, references to the two, or PKCS12. */
export type MutualTlsCredential = {
  readonly mechanism: 'mtls';
  readonly keyFile: string;
  readonly certificateFile: string;
} & (
  | { readonly keystoreFile: string }
  | { readonly key: string; readonly certificateChain: string }
  | { readonly keystore: Pkcs12 }
);

/** What an application does, as far as its client must know. */
export interface ClientBehaviour {
  readonly application: string;
  readonly group?: string;
  /** Of a Kafka Streams application, whose library chooses its group. */
  readonly streams?: { readonly applicationId: string; readonly exactlyOnce: boolean };
  readonly isolation?: 'read_committed' | 'read_uncommitted';
  readonly produces: boolean;
}
