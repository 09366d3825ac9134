import { formatSize } from '../model/units';

/** Bytes as Kubernetes writes them: `107374182400` is `100Gi`. https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
export const quantity = (bytes: number): string => formatSize(bytes).replace(/B$/, '').replace(/K$/, 'k');
