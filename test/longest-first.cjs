/**
 * Which end-to-end test begins when: the longest ones first, for two run at a time, and one that begins last is waited
 * for alone. A clean clone knows no durations, and jest would go by the size of files, which says nothing of clusters.
 */
const { basename } = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

/** Longest first, as CI has seen them; what is not named here takes less than the last of them. */
const longest = [
  'mirror-maker',
  'rotate-certificates',
  'monitoring',
  'access-matrix',
  'leak-hunt',
  'interrupted-deploy',
  'deploy',
  'order-processing',
  'local-cluster',
  'compose',
  'schema-registry',
  'reassignment',
  'rotate-password',
  'locks-and-moves',
  'audit',
];

const rank = ({ path }) => {
  const at = path.includes('/e2e/') ? longest.indexOf(basename(path, '.test.ts')) : -1;
  return at < 0 ? longest.length : at;
};

module.exports = class LongestFirst extends Sequencer {
  static longest = longest;

  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
};
