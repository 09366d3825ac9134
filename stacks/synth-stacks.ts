import type { App } from 'cdktf';
import type { Resolved } from '../model/resolved';
import { type TerraformAppOptions, terraformApp } from './terraform-app';

/** Writes the stacks of some environments. */
export function synthStacks(environments: readonly Resolved[], options: TerraformAppOptions): App {
  return withoutTokenTraces(() => {
    const app = terraformApp(environments, options);
    app.synth();
    return app;
  });
}

/**
 * cdktf notes for every token where in the program it was made, all frames of it, for messages that nobody gets to see
 * here: a fifth of the time that 5,000 topics take. What is thrown keeps its own.
 */
function withoutTokenTraces<Result>(make: () => Result): Result {
  const capture = Error.captureStackTrace;
  Error.captureStackTrace = (target, below) => {
    if (target.constructor !== Object) capture(target, below);
  };
  try {
    return make();
  } finally {
    Error.captureStackTrace = capture;
  }
}
