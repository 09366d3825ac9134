import { millisecondsOfDay } from '../../../model/days';

/**
 * When Strimzi may restart what has to restart, as cron expressions of Quartz: seconds, minutes, hours, day of month,
 * month, day of week, and perhaps years; one of the two days is `?`.
 * @see https://www.quartz-scheduler.org/documentation/quartz-2.3.0/tutorials/crontrigger.html
 */
export function isWindow(text: string): boolean {
  const fields = fieldsOf(text);
  const [, , , dayOfMonth, , dayOfWeek] = fields;
  return (
    (fields.length === 6 || fields.length === 7) &&
    fields.every((field) => /^[\dA-Za-z*?,/#-]+$/.test(field)) &&
    (dayOfMonth === '?') !== (dayOfWeek === '?')
  );
}

const fieldsOf = (text: string): string[] => text.trim().split(/\s+/);

/** How far is looked ahead: beyond any 29 February. */
const horizon = 9 * 366;

/** Days from the end of one of these windows until one is open again, at most; infinite where none ever is. */
export function longestWait(windows: readonly string[], today: string): number {
  const opens = windows.map(opening);
  const first = Date.parse(today);
  let [last, longest, found] = [-1, 0, false];
  for (let ahead = 0; ahead < horizon; ahead++) {
    if (!opens.some((isOpen) => isOpen(new Date(first + ahead * millisecondsOfDay)))) continue;
    longest = Math.max(longest, ahead - last);
    [last, found] = [ahead, true];
  }
  // Windows of years that are over do not come again.
  return found && horizon - last <= longest + 366 ? longest : Number.POSITIVE_INFINITY;
}

/** Whether a window opens on a day; at what time of it makes no difference of days. */
function opening(window: string): (on: Date) => boolean {
  const [, , , dayOfMonth = '?', month = '*', dayOfWeek = '?', year = '*'] = fieldsOf(window);
  return (on) =>
    matches(year, on.getUTCFullYear(), { from: 1970 }) &&
    matches(month, on.getUTCMonth() + 1, { from: 1, names: months }) &&
    (dayOfMonth === '?' ? isDayOfWeek(dayOfWeek, on) : isDayOfMonth(dayOfMonth, on));
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
/** Quartz counts them from 1. */
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const isLast = (on: Date, within: number): boolean =>
  new Date(on.getTime() + within * millisecondsOfDay).getUTCMonth() !== on.getUTCMonth();

function isDayOfMonth(field: string, on: Date): boolean {
  // The working day that is nearest is two days away at most.
  if (/^(L|LW)$/i.test(field)) return isLast(on, 1);
  return matches(field.replace(/W$/i, ''), on.getUTCDate(), { from: 1 });
}

function isDayOfWeek(field: string, on: Date): boolean {
  const today = on.getUTCDay() + 1;
  const isThat = (said: string) => matches(said, today, { from: 1, names: weekdays });
  const [, which, count] = /^(\w+)#(\d)$/.exec(field) ?? [];
  if (which !== undefined) return isThat(which) && Math.ceil(on.getUTCDate() / 7) === Number(count);
  const [, last] = /^(\w+)L$/i.exec(field) ?? [];
  return last === undefined ? isThat(field.replace(/^L$/i, 'SAT')) : isThat(last) && isLast(on, 7);
}

interface Values {
  readonly from: number;
  /** Words for `from` and what follows. Default: numbers alone. */
  readonly names?: readonly string[];
}

/** `*`, a value, a range, steps of either, or a list of those. */
function matches(field: string, value: number, { from, names = [] }: Values): boolean {
  const numberOf = (text: string): number => {
    const index = names.indexOf(text.toUpperCase());
    return index === -1 ? Number(text) : from + index;
  };
  return field.split(',').some((part) => {
    const [range = '', step] = part.split('/');
    const [low = '', high] = range.split('-');
    if (low === '*' || low === '?') return (value - from) % Number(step ?? 1) === 0;
    const first = numberOf(low);
    const end = high === undefined ? (step === undefined ? first : Number.POSITIVE_INFINITY) : numberOf(high);
    // `FRI-MON` goes over the end.
    const isWithin = first <= end ? value >= first && value <= end : value >= first || value <= end;
    return isWithin && (value - first) % Number(step ?? 1) === 0;
  });
}
