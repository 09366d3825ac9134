import type { Cluster } from '../../model/cluster';
import type { Listener } from './description/listener';

/** The Secret with the certificate that brokers present on a listener, where cert-manager makes it. */
export const listenerCertificate = (cluster: string, listener: string): string => `${cluster}-listener-${listener}`;

/** The Secret whose `ca.crt` signed what brokers present on a listener; Strimzi makes the second. */
export const authoritySecret = ({ name }: Cluster, listener: Listener): string =>
  listener.issuer ? listenerCertificate(name, listener.name) : `${name}-cluster-ca-cert`;
