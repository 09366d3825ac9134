import type { AccessClients, Answer } from './access-clients';
import { type Cell, keyOf, may, type Right } from './oracle';

/** What became of a matrix that was asked. */
export interface Asked {
  readonly cells: number;
  readonly allowed: number;
  readonly denied: number;
  /** Cells in which the brokers did something else than the rights say, or gave no answer that says anything. */
  readonly wrong: readonly string[];
}

/** Every cell as everybody, each in one batch, all at the same time. */
export async function askAll(everybody: readonly AccessClients[], cells: readonly Cell[], rights: readonly Right[]) {
  const each = await Promise.all(everybody.map((clients) => askOne(clients, cells, rights)));
  return each.reduce((sum, one) => ({
    cells: sum.cells + one.cells,
    allowed: sum.allowed + one.allowed,
    denied: sum.denied + one.denied,
    wrong: [...sum.wrong, ...one.wrong],
  }));
}

export async function askOne(clients: AccessClients, cells: readonly Cell[], rights: readonly Right[]): Promise<Asked> {
  const answers = await clients.ask(cells);
  const count = (outcome: Answer['outcome']) => answers.filter((answer) => answer.outcome === outcome).length;
  return {
    cells: answers.length,
    allowed: count('allowed'),
    denied: count('denied'),
    wrong: answers.flatMap(({ outcome, detail }, at) => {
      const cell = cells[at] as Cell;
      const expected = may(rights, clients.name, cell) ? 'allowed' : 'denied';
      return outcome === expected ? [] : [`${told(clients.name, cell)}: ${outcome}, not ${expected} ${detail}`];
    }),
  };
}

export const told = (who: string, { kind, name, operation }: Cell) => `${who}: ${operation} ${kind} ${name}`;

/** One ACL more or less than there should be. */
export interface Fault {
  readonly how: 'add' | 'drop';
  readonly right: Right;
}

/** The cells that a fault changes, as far as the oracle knows. */
export const reddens = ({ how, right }: Fault, cells: readonly Cell[], rights: readonly Right[]): Cell[] => {
  const faulty = how === 'add' ? [...rights, right] : rights.filter((one) => !same(one, right));
  return cells.filter((cell) => may(faulty, right.who, cell) !== may(rights, right.who, cell));
};

export const same = (one: Right, other: Right): boolean => keyOf(one) === keyOf(other);

/** What the matrix says while a cluster has a fault: the cells that it finds wrong. The fault is gone again afterwards. */
export async function redCells(
  { how, right }: Fault,
  {
    admin,
    clients,
    cells,
    rights,
  }: {
    readonly admin: AccessClients;
    readonly clients: AccessClients;
    readonly cells: readonly Cell[];
    readonly rights: readonly Right[];
  },
): Promise<readonly string[]> {
  const [first] = reddens({ how, right }, cells, rights);
  if (!first) throw new Error(`${how} ${keyOf(right)} changes no cell`);
  await (how === 'add' ? admin.add(right) : admin.drop(right));
  await arrives(clients, first, rights, 1);
  const { wrong } = await askOne(clients, cells, rights);
  await (how === 'add' ? admin.drop(right) : admin.add(right));
  await arrives(clients, first, rights, 0);
  return wrong;
}

/** A broker learns of an ACL some milliseconds after the controller. */
async function arrives(clients: AccessClients, cell: Cell, rights: readonly Right[], wrong: number): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) if ((await askOne(clients, [cell], rights)).wrong.length === wrong) return;
}

/** So many of a list, the same ones each time. */
export function sample<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const left = [...items];
  const taken: Item[] = [];
  while (taken.length < count && left.length > 0) taken.push(...left.splice(Math.floor(next() * left.length), 1));
  return taken;
}
