import type { WaitingOverride } from '../../model/promotion';
import { type Description, isMap, type Written } from './description';
import type { StoredRelease } from './releases';

/**
 * An environment with the platform of a release. What its own file says stays; an override of a noun that only the
 * working tree has waits until a release brings the noun, so that both may be written in one change.
 */
export function onRelease(
  written: Written,
  { id, platform, source }: Pick<StoredRelease, 'id' | 'platform' | 'source'>,
): { readonly description: Description; readonly waiting: readonly WaitingOverride[] } {
  const waiting = (['topics', 'applications'] as const).flatMap((noun) =>
    Object.keys(mapIn(written.value.overrides, noun))
      .filter(
        (name) =>
          !Object.hasOwn(mapIn(platform, noun), name) && Object.hasOwn(mapIn(written.value.platform, noun), name),
      )
      .map((name) => ({ environment: written.name, noun, name })),
  );
  const description: Description = {
    ...written,
    value: { ...written.value, ...withoutWaiting(written.value.overrides, waiting), platform },
    sources: { environment: written.sources.environment, platform: source },
    basis: 'release',
    release: id,
    written,
  };
  return { description, waiting };
}

/** `{ overrides }` without what waits; nothing when nothing does, so that what is no map is still refused as it is. */
function withoutWaiting(overrides: unknown, waiting: readonly WaitingOverride[]): { overrides?: unknown } {
  if (waiting.length === 0 || !isMap(overrides)) return {};
  const waits = (noun: string, name: string) => waiting.some((one) => one.noun === noun && one.name === name);
  return {
    overrides: Object.fromEntries(
      Object.entries(overrides).map(([noun, fields]) => [
        noun,
        isMap(fields) ? Object.fromEntries(Object.entries(fields).filter(([name]) => !waits(noun, name))) : fields,
      ]),
    ),
  };
}

const mapIn = (value: unknown, key: string): Readonly<Record<string, unknown>> => {
  const found = isMap(value) ? value[key] : undefined;
  return isMap(found) ? found : {};
};
