import type { RuleCase } from './rule-case';

const moves = (moved: object, cluster = 'main') => ({ moves: { [cluster]: moved } });

const store = { cluster: 'main', shard: 'orders' };

/** Of what was renamed. */
export const moveCases: Readonly<Record<string, RuleCase>> = {
  'KFK-M020': { failing: moves({ store: 'shop' }, 'mian'), nearly: moves({ store: 'shop' }) },
  'KFK-M021': { failing: moves({ store: 'shop', kiosk: 'shop' }), nearly: moves({ store: 'shop', bills: 'billing' }) },
  'KFK-M022': { failing: moves({ billing: 'shop' }), nearly: moves({ bills: 'billing' }) },
  'KFK-M023': {
    failing: moves({ stroe: 'shop' }),
    nearly: moves({ store: 'shop' }),
    inventory: { topics: {}, applications: { store } },
  },
};
