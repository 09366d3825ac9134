import { setTimeout as sleep } from 'node:timers/promises';
import type { Permission } from '../../model/permissions';
import type { CapturedDatabase } from './captured-database';

/** What is to be seen of workers that have every permission. */
export interface Captured {
  /** They take connectors. */
  readonly taken: boolean;
  /** Their REST interface knows the connectors' state. */
  readonly status: boolean;
  /** The rows that were there are in the table's topic. */
  readonly snapshot: boolean;
  readonly heartbeats: boolean;
  /** A snapshot that was asked for is there. */
  readonly signals: boolean;
  /** What the table's topic has is in the file. */
  readonly sunk: boolean;
}

export const everything: Captured = {
  taken: true,
  status: true,
  snapshot: true,
  heartbeats: true,
  signals: true,
  sunk: true,
};

/** What workers do with what they left. */
export type Restarted = 'goes on' | 'begins anew' | 'stands still';

/** What somebody sees of the workers of a captured database, with a permission and without it. */
export class CapturedSeen {
  /** Milliseconds until everything was seen; what must not be seen has as long again to appear. */
  private took = 20_000;

  constructor(private readonly shop: CapturedDatabase) {}

  /**
   * What workers that start anew manage without a permission. It is waited for all that should be seen; then whatever
   * should not be has as long again to appear.
   */
  async without(permission: Permission, unseen: Partial<Captured>): Promise<Captured> {
    await this.shop.admin.withdraw('main', permission);
    try {
      return await this.captured(unseen);
    } finally {
      await this.shop.admin.grant('main', permission);
    }
  }

  /** What workers manage that start anew, from a cluster on which they have nothing. */
  async captured(unseen: Partial<Captured> = {}): Promise<Captured> {
    await this.shop.forget();
    const before = await this.shop.counts();
    const started = Date.now();
    const workers = this.shop.startWorkers();
    try {
      const taken = await this.shop.give(workers);
      let asked: number | undefined;
      const seen = async (): Promise<Captured> => {
        const now = await this.shop.counts();
        const snapshot = now.table >= before.table + this.shop.rows();
        if (snapshot && asked === undefined) {
          asked = now.table;
          await this.shop.askForSnapshot();
        }
        return {
          taken,
          status: (await workers.status('inventory')) !== undefined,
          snapshot,
          heartbeats: now.heartbeats > before.heartbeats,
          signals: asked !== undefined && now.table >= asked + this.shop.rows(),
          sunk: this.shop.sunk(),
        };
      };
      if (!taken) return await seen();
      const all = Object.keys(everything) as (keyof Captured)[];
      await this.shop.until(seen, (state) => all.every((what) => state[what] || unseen[what] === false));
      if (Object.keys(unseen).length > 0) await sleep(this.took);
      else this.took = Math.max(this.took, Date.now() - started);
      return await seen();
    } finally {
      await workers.stop();
    }
  }

  /** What becomes of a row when workers start again on what they left: they lack a permission from the start, or only then. */
  async restarted(permission?: Permission, lacking: 'from the start' | 'then' = 'then'): Promise<Restarted> {
    if (permission && lacking === 'from the start') await this.shop.admin.withdraw('main', permission);
    await this.captured();
    if (permission && lacking === 'then') await this.shop.admin.withdraw('main', permission);
    const before = await this.shop.counts();
    const workers = this.shop.startWorkers();
    try {
      await this.shop.give(workers);
      this.shop.sql("insert into orders (state) values ('new')");
      await this.shop.until(
        () => this.shop.counts(),
        ({ table }) => table > before.table,
        2 * this.took,
      );
      await sleep(5_000);
      const more = (await this.shop.counts()).table - before.table;
      return more === 0 ? 'stands still' : more === 1 ? 'goes on' : 'begins anew';
    } finally {
      await workers.stop();
      if (permission) await this.shop.admin.grant('main', permission);
    }
  }
}
