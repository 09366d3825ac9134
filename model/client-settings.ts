/** What a vendor asks of every client, by the names of each client library. */
export interface ClientSettings {
  /** Kafka's Java clients. */
  readonly java: Readonly<Record<string, string>>;
  /** librdkafka and what is built on it. */
  readonly librdkafka: Readonly<Record<string, string>>;
}

export const noClientSettings: ClientSettings = { java: {}, librdkafka: {} };
