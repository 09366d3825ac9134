/**
 * Before a test file: what the files before it in this process left switched on is switched off. jest-circus runs the
 * tests of each file in an `AsyncLocalStorage` of its own, which nothing ever ends, and Node 20 copies every one that is on into
 * every promise: after 350 files that is most of what a promise costs.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

type Storage = AsyncLocalStorage<unknown>;

/** Beside the class, which all files of a process share; they share no variable. */
const used = Symbol.for('kafka-platform-kit.storages-in-use');
const storages = AsyncLocalStorage.prototype as Storage & { [used]?: Set<Storage> };

if (!storages[used]) {
  const inUse = new Set<Storage>();
  const { run } = storages;
  storages[used] = inUse;
  storages.run = function (this: Storage, ...args: Parameters<Storage['run']>) {
    inUse.add(this);
    return run.apply(this, args);
  } as Storage['run'];
}
for (const storage of storages[used] ?? []) storage.disable();
storages[used]?.clear();
