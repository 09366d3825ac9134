// Whether node_modules holds what the lock file says, as npm itself wrote it down there: also after `npm ci` by hand.

/** @param lock the text of package-lock.json @param written the text of node_modules/.package-lock.json */
export function isInstalled(lock, written) {
  const wanted = packagesOf(lock);
  const there = packagesOf(written);
  const isSame = ([path, { version, integrity }]) =>
    wanted[path]?.version === version && wanted[path]?.integrity === integrity;
  // Those of other platforms are optional, and not there.
  const mayLack = ([path, { optional }]) => path === '' || optional === true || Object.hasOwn(there, path);
  return Object.entries(there).every(isSame) && Object.entries(wanted).every(mayLack);
}

function packagesOf(text) {
  try {
    return JSON.parse(text).packages ?? {};
  } catch {
    return {};
  }
}
