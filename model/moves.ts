import { own } from './by-name';
import type { Environment } from './environment';

/** What an application was called before, where its environment says that it moved. */
export const movedFrom = (
  { moves }: Pick<Environment, 'moves'>,
  { name, cluster }: { readonly name: string; readonly cluster: string },
): string | undefined => Object.entries(own(moves, cluster) ?? {}).find(([, to]) => to === name)?.[0];
