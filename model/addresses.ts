import type { Permission } from './permissions';

/** What a noun becomes: its address in its stack, or its kind and name in its folder. */
export interface Addresses {
  topic(name: string): string;
  permission(permission: Permission): string;
}
