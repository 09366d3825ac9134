import { compare } from '../by-name';
import { clustersOn } from '../draft';
import { at, type Finding } from '../problem';
import type { Rule } from '../rule';
import { kitTags, type TagLimits } from '../tags';

/** The rule about tags themselves, given the back ends whose vendors know any. */
export const tagsUsedOn = (tagging: ReadonlySet<string>): Rule => ({
  code: 'KFK-E022',
  severity: 'error',
  title: 'Tags label what a cloud bills, and the kit keeps its own names',
  source: "users' pain: tags that do not reach what they were meant for (terraform-cdk #3132)",
  *check({ environment, clusters, broken }) {
    const given = Object.keys(environment.tags);
    const isBilled = [...clusters.values()].some(({ backend }) => tagging.has(backend));
    if (given.length > 0 && clusters.size > 0 && !isBilled && broken.isEmpty)
      yield at(environment, 'tags')
        .problem('no cluster here is of a cloud that knows tags, so they would label nothing')
        .fix('remove them');
    for (const name of given)
      if (kitTags.some((own) => own === name.toLowerCase()))
        yield at(environment, 'tags', name)
          .problem(`'${name}' is the kit's own`)
          .fix(`call it otherwise; these are the kit's: ${kitTags.join(', ')}`);
  },
});

/** The rule that a vendor's limits of tags are. */
export const tagRule = (backend: string, limits: TagLimits): Rule => ({
  code: limits.code,
  severity: 'error',
  title: `${limits.vendor} takes at most ${limits.most} tags, names of ${limits.name} characters and values of ${limits.value}`,
  source: `${limits.source}, read ${limits.read}`,
  *check(draft) {
    const { environment } = draft;
    const { holdsFor = () => true } = limits;
    if (!clustersOn(draft, backend).some((cluster) => holdsFor(cluster, environment))) return;
    const tags = Object.entries(environment.tags).sort(([a], [b]) => compare(a, b));
    const room = limits.most - kitTags.length;
    if (tags.length > room)
      yield at(environment, 'tags')
        .problem(
          `${tags.length} are given; ${limits.vendor} takes ${limits.most} on a resource, and the kit needs ${kitTags.length}`,
        )
        .fix(`keep ${room}`);
    yield* sameNames(tags, limits, (name) => at(environment, 'tags', name));
    for (const [name, value] of tags)
      for (const { problem, fix } of wrongs(name, value, limits))
        yield at(environment, 'tags', name).problem(problem).fix(fix);
  },
});

function* sameNames(
  tags: readonly (readonly [string, string])[],
  { vendor, ignoresCase }: TagLimits,
  place: (name: string) => ReturnType<typeof at>,
): Iterable<Finding> {
  if (!ignoresCase) return;
  const seen = new Map<string, string>();
  for (const [name] of tags) {
    const other = seen.get(name.toLowerCase());
    if (other !== undefined)
      yield place(name).problem(`to ${vendor} it is the same as '${other}'`).fix('keep one of them');
    else seen.set(name.toLowerCase(), name);
  }
}

function wrongs(name: string, value: string, limits: TagLimits): readonly { problem: string; fix: string }[] {
  const { vendor, nameForm, valueForm } = limits;
  // As both vendors count: characters, not bytes.
  const [nameLength, valueLength] = [[...name].length, [...value].length];
  return [
    ...(nameLength > limits.name
      ? [{ problem: `its name has ${nameLength} characters; ${vendor} takes ${limits.name}`, fix: 'shorten it' }]
      : []),
    ...(nameForm.form.test(name) ? [] : [{ problem: `${vendor} takes no tag of this name`, fix: nameForm.fix }]),
    ...(valueLength > limits.value
      ? [{ problem: `its value has ${valueLength} characters; ${vendor} takes ${limits.value}`, fix: 'shorten it' }]
      : []),
    ...(valueForm && !valueForm.form.test(value)
      ? [{ problem: `${vendor} does not take the value '${value}'`, fix: valueForm.fix }]
      : []),
  ];
}
