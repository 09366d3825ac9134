import type { Application } from './application';
import type { Permission } from './permissions';

/** What a noun becomes: its address in its stack, or its kind and name in its folder. */
export interface Addresses {
  topic(name: string): string;
  /** Of a permission of that application; how it proves who it is can decide what its permissions become. */
  permission(permission: Permission, application: Application): string;
}
