/** The Kafka endpoint of a namespace: one address, always SASL_SSL, in Azure's public cloud. */
export const bootstrapServers = (namespace: string): string => `${namespace}.servicebus.windows.net:9093`;
