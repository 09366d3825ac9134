import { changed } from '../../support/change';
import { compileDescription, small } from '../../support/describe';
import { recorded, recordedMain } from './recorded.cases';

test('a volume that goes is emptied by its own plan, whatever its pool is called', () => {
  const volumes = [{ id: 1, size: '100GiB' }];
  const { problems } = compileDescription(
    changed<unknown>(small, {
      kubernetes: {},
      'clusters.main': {
        backend: 'strimzi',
        pools: { controller: { roles: ['controller'], nodes: 3 }, fewer: { nodes: 3, volumes } },
      },
    }),
    {
      inventory: recorded({
        pools: {
          controller: recordedMain.pools.controller ?? { roles: [], nodes: 0, volumes: {} },
          fewer: { roles: ['broker'], nodes: 3, volumes: { 0: { size: 100 * 2 ** 30 } } },
        },
      }),
    },
  );
  const [told] = problems.filter(({ code }) => code === 'KFK-I009');
  expect(told?.fix).toContain("'empty-fewer': { mode: 'remove-disks'");
  expect(told?.fix).not.toContain('spread-fewer');
});
