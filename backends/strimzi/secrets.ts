import type { Cluster } from '../../model/cluster';
import { strimziSettings } from './description/cluster';

/** The Secret with the certificate that brokers present, where cert-manager makes it. */
export const listenerCertificate = (cluster: string): string => `${cluster}-listener`;

/** The Secret whose `ca.crt` signed the brokers' certificates; Strimzi makes the second. */
export const authoritySecret = (cluster: Cluster): string =>
  strimziSettings(cluster).issuer ? listenerCertificate(cluster.name) : `${cluster.name}-cluster-ca-cert`;
