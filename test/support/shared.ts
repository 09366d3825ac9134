import { join, resolve } from 'node:path';

/**
 * Test data that is not ours, and what starts a real kube-apiserver: API definitions of other projects (`crds/`),
 * Strimzi's examples (`strimzi-examples/`), `tools/apiserver.sh`. test/README.md says where each project publishes it.
 */
export const shared = resolve(process.env.KAFKA_KIT_SHARED ?? join(__dirname, '..', '..', '..', 'shared'));
