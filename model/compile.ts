import { z } from 'zod';
import type { BackendDescriptions } from './backend';
import { check } from './compile/check';
import { derive } from './compile/derive';
import { expand } from './compile/expand';
import { normalise, type Places } from './compile/normalise';
import { parse } from './compile/parse';
import { waive } from './compile/waive';
import type { Draft } from './draft';
import { environmentShape } from './environment';
import type { DescriptionFiles, Inventory } from './inventory';
import { type Literal, literalIn, withoutLiterals } from './literals';
import { formatPath, type Key, type Place, type Source } from './place';
import { byPlace, type Problem } from './problem';
import type { Resolved } from './resolved';
import { noRotations, type Rotations } from './rotations';
import { rulesOn } from './rules';
import { noSecretAnywhere } from './rules/secrets';
import { type StrangeText, strangeIn } from './strange-text';
import { eachText } from './written-text';

/** What `compile` needs to know besides the description. */
export interface Surroundings {
  readonly backends: BackendDescriptions;
  /** What the environment last applied. */
  readonly inventory: Inventory;
  /** Which credentials were made anew. Default: none. */
  readonly rotations?: Rotations;
  /** The day on which the description is judged: `2026-12-31`. */
  readonly today: string;
  /** Where the environment and its platform were written. */
  readonly sources: { readonly environment: Source; readonly platform: Source };
  /** Default: files of the folder `environments`. */
  readonly files?: DescriptionFiles;
}

export interface Compiled {
  /** Errors and warnings, sorted by file and path. */
  readonly problems: readonly Problem[];
  /** What is set aside in writing, and still true. */
  readonly waived: readonly Problem[];
  /** Absent when there is an error. */
  readonly resolved?: Resolved;
}

/** Turns a description into what is to be built, or into every problem that it has. */
export function compile(description: unknown, around: Surroundings): Compiled {
  const places = placesOf(around);
  const locate = (path: readonly Key[]) =>
    path[0] === 'platform' && path.length > 1 ? places.platform(path.slice(1)) : places.environment(path);
  const { literals, strange } = textsOf(description, locate);
  const parsed = parse(shapeOf(around.backends), description, locate, standIns);
  if (!parsed.value) return { problems: withoutLiterals([...parsed.problems].sort(byPlace), literals), waived: [] };

  const normalised = normalise(parsed.value, around.backends, places);
  const draft: Draft = {
    ...normalised,
    ...expand(normalised, around.today),
    inventory: around.inventory,
    rotations: around.rotations ?? noRotations,
    files: around.files ?? {
      inventory: `environments/inventory/${normalised.environment.name}.json`,
      rotations: `environments/rotations/${normalised.environment.name}.json`,
    },
    literals,
    strange,
    today: around.today,
    broken: parsed.broken,
  };
  const rules = rulesOn(around.backends);
  const { problems: found, waived } = waive(check(draft, rules), { ...draft, rules });
  // What somebody says in writing to be no secret is a name like any other.
  const harmless = new Set(waived.filter(({ code }) => code === noSecretAnywhere.code).map(({ path }) => path));
  const problems = withoutLiterals(
    [...parsed.problems, ...normalised.problems, ...found].sort(byPlace),
    literals.filter(({ place }) => !harmless.has(formatPath(place.path))),
  );
  return problems.some(({ severity }) => severity === 'error')
    ? { problems, waived }
    : { problems, waived, resolved: derive(draft) };
}

/** What no text of a description may be, whatever it is written for. */
function textsOf(description: unknown, locate: (path: readonly Key[]) => Place): Pick<Draft, 'literals' | 'strange'> {
  const literals: Literal[] = [];
  const strange: StrangeText[] = [];
  eachText(description, (text) => {
    const literal = literalIn(text, locate);
    if (literal) literals.push(literal);
    strange.push(...strangeIn(text, locate));
  });
  return { literals, strange };
}

/** What the rest of a description cannot do without, so that it is still judged when this is missing. */
const standIns = { name: 'unnamed', platform: { owners: {} }, 'platform.owners': {}, clusters: {} };

const shapes = new WeakMap<BackendDescriptions, ReturnType<typeof environmentShape>>();

/** The shape of an environment on the back ends that are known. */
export function shapeOf(backends: BackendDescriptions): ReturnType<typeof environmentShape> {
  const known = shapes.get(backends);
  if (known) return known;
  const clusters = Object.values(backends).map(({ shape }) => shape) as unknown as [z.core.$ZodTypeDiscriminable];
  const shape = environmentShape(z.discriminatedUnion('backend', clusters));
  shapes.set(backends, shape);
  return shape;
}

const placesOf = ({ sources }: Surroundings): Places => ({
  environment: (path) => ({ source: sources.environment, path }),
  platform: (path) => ({ source: sources.platform, path }),
});
