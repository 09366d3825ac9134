import type { DescribedBridge } from '../bridge';
import type { Made } from './made';

/** A bridge is an application; what may be done through it are its flows. */
export function expandBridge(_bridge: DescribedBridge): Made {
  return {};
}
