import { applications, owners, plugins, topics } from '../../support/matrix/platform';

/**
 * What every description of the matrix begins with: one of each noun, with as little said as is needed. Nothing is
 * wrong with it, and it is so large that each noun of the platform has somebody who uses it.
 */
export const base = {
  name: 'matrix',
  kubernetes: {},
  clusters: { main: { backend: 'strimzi' } },
  platform: {
    owners,
    topics,
    applications: { ...applications, counter: { ...applications.counter, streams: {} } },
    plugins,
  },
} as const;
