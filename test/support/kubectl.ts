import { spawnSync } from 'node:child_process';
import { builtByGo } from './go-program';

/** The kubectl of this machine; where there is none, one that is built with Go. */
export const findKubectl = (): string =>
  spawnSync('kubectl', ['version', '--client']).status === 0 ? 'kubectl' : builtByGo({ name: 'kubectl', package: '.' });
