import { inParallel } from '../../workflows/parallel';

test('no more than the limit run at once, and the results keep their order', async () => {
  let running = 0;
  let most = 0;
  const results = await inParallel([30, 5, 20, 1], 2, async (milliseconds) => {
    most = Math.max(most, ++running);
    await new Promise((done) => setTimeout(done, milliseconds));
    running -= 1;
    return milliseconds * 2;
  });
  expect(results).toEqual([60, 10, 40, 2]);
  expect(most).toBe(2);
});

test('nothing to do is done at once', async () => {
  expect(await inParallel([], 2, async () => 1)).toEqual([]);
});

test('when one throws, the others are waited for', async () => {
  const done: number[] = [];
  const run = inParallel([1, 2], 2, async (item) => {
    if (item === 1) throw new Error('no');
    await new Promise((resolve) => setTimeout(resolve, 20));
    done.push(item);
  });
  await expect(run).rejects.toThrow('no');
  expect(done).toEqual([2]);
});
