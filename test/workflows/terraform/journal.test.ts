import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TerraformEvent } from '../../../workflows/terraform/events';
import { Journal } from '../../../workflows/terraform/journal';

const creation = (id: string) => ({ address: `kafka_topic.${id}`, id });
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(creation) as [Creation, Creation, Creation, Creation];
type Creation = ReturnType<typeof creation>;
const event = (type: string, { address }: Creation): TerraformEvent => ({ type, text: '', address });
const exists = ({ address }: Creation) => ({
  severity: 'error' as const,
  summary: 'kafka server: Topic with this name already exists',
  detail: '',
  address,
});
const refused = (of: Creation): TerraformEvent => ({ type: 'diagnostic', text: '', diagnostic: exists(of) });

let folder: string;
let journal: Journal;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kit-journal-'));
  journal = new Journal(join(folder, 'orders.journal'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('it knows what an apply is about to create, for its owner only', () => {
  expect(journal.read()).toEqual([]);
  journal.begin([a, b]);
  expect(new Journal(join(folder, 'orders.journal')).read()).toEqual([a, b]);
  expect((statSync(join(folder, 'orders.journal')).mode & 0o777).toString(8)).toBe('600');
});

test('after a failure it keeps what was begun and neither completed nor refused', () => {
  journal.begin([a, b, c, d]);
  journal.keep([...[a, b, c].map((of) => event('apply_start', of)), event('apply_complete', a), refused(b)], true);
  expect(journal.read()).toEqual([c]);
});

test('what is being imported stays until an apply succeeds', () => {
  const imported = { ...a, exists: true as const };
  journal.begin([imported, b]);
  journal.keep([], true);
  expect(journal.read()).toEqual([imported]);
});

test('when Terraform was killed, whatever was not refused may exist', () => {
  journal.begin([a, b, c]);
  journal.keep([event('apply_start', a), event('apply_complete', a), refused(b)], false);
  expect(journal.read()).toEqual([a, c]);
});

test('what Terraform was refused while the kit was dead is not ours', () => {
  journal.begin([a, b]);
  writeFileSync(journal.events, `${JSON.stringify({ type: 'diagnostic', diagnostic: exists(b) })}\n{"type":"cut o`);
  expect(journal.read()).toEqual([a]);
});

test('nothing to remember leaves no file', () => {
  journal.begin([a]);
  journal.keep([event('apply_start', a), event('apply_complete', a)], true);
  expect(existsSync(join(folder, 'orders.journal'))).toBe(false);
  journal.begin([a]);
  writeFileSync(journal.events, '');
  journal.clear();
  expect([existsSync(join(folder, 'orders.journal')), existsSync(journal.events)]).toEqual([false, false]);
});
