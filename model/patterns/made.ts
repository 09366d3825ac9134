import type { Application } from '../application';
import type { Flow } from '../flow';
import type { Topic } from '../topic';

/** What a pattern stands for. What is described by hand under the same name wins. */
export interface Made {
  readonly topics?: readonly Topic[];
  readonly applications?: readonly Application[];
  readonly flows?: readonly Flow[];
}
