import { isWindow, longestWait } from '../../../backends/strimzi/description/maintenance-windows';

test.each([
  ['every day', ['* * 1-3 * * ?'], 1],
  ['on Sundays', ['* * 1-3 ? * SUN'], 7],
  ['on Sundays, by its number', ['* * 1-3 ? * 1'], 7],
  ['on working days', ['0 0 2 ? * MON-FRI'], 3],
  ['from Friday until Monday', ['0 0 2 ? * FRI-MON'], 4],
  ['on Tuesdays and Saturdays, said in two windows', ['0 0 2 ? * TUE', '0 0 2 ? * SAT'], 4],
  ['on the first of each month', ['* * 1-3 1 * ?'], 31],
  ['on the last day of each month', ['* * 1-3 L * ?'], 31],
  ['on the second Friday of each month', ['* * 1-3 ? * FRI#2'], 35],
  ['on the last Friday of each month', ['* * 1-3 ? * 6L'], 35],
  ['every tenth day of a month', ['0 0 2 1/10 * ?'], 10],
  ['on the first of January', ['* * 1-3 1 1 ?'], 366],
  ['in January', ['* * 1-3 ? JAN *'], 336],
  ['on a 29 February', ['* * 1-3 29 2 ?'], 1461],
  ['in a year that is over', ['* * 1-3 ? * SUN 2025'], Number.POSITIVE_INFINITY],
  ['in two years that end', ['* * 1-3 ? * SUN 2026-2027'], Number.POSITIVE_INFINITY],
])('%s', (_, windows, days) => {
  expect(windows.every(isWindow)).toBe(true);
  expect(longestWait(windows, '2026-11-22')).toBe(days);
});
