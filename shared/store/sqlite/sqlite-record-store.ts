import type { MemberId } from '../../domain/ids.js';
import { compareText } from '../../domain/text.js';
import { invariant } from '../../errors/invariant.js';
import type { Logger } from '../../log/logger.js';
import { chooseAccess } from '../choose-access.js';
import type { Conjunction } from '../conjunction.js';
import type { Filter } from '../filter.js';
import { planPage, type WalkedPage } from '../plan-page.js';
import { type Access, planFilter, planSums, type ScanPlan } from '../plan-scan.js';
import { countByPlan, readWalked } from '../read-by-plan.js';
import type {
  GroupQuery,
  GroupSum,
  ImportOptions,
  ImportRun,
  Page,
  PageQuery,
  RecordStore,
  StoreCount,
  StoredRecord,
  StoreStatus,
} from '../record-store.js';
import { type Connection, openConnection } from './connection.js';
import { countAccess, countMatches } from './count-rows.js';
import { indexName, type Layout } from './layout.js';
import { readMeta } from './meta.js';
import { readScannedPage, readServedPage } from './read-page.js';
import { readRecord, recordColumns } from './read-row.js';
import { readGroupSums } from './read-sums.js';
import type { StoreWriter } from './store-writer.js';
import { countByWalk, readWalkedPage } from './walk-page.js';

interface Parts {
  readonly file: string;
  /** For reads; every write and every export has a connection of its own. */
  readonly connection: Connection;
  readonly writer: StoreWriter;
  readonly member: MemberId;
  readonly layouts: ReadonlyMap<string, Layout>;
  readonly logger: Logger;
  readonly scanBudget: number;
}

const idsAtOnce = 1_000;

export class SqliteRecordStore implements RecordStore {
  readonly member: MemberId;
  readonly #parts: Parts;
  #closed = false;

  constructor(parts: Parts) {
    this.member = parts.member;
    this.#parts = parts;
  }

  async getByIds(type: string, locals: readonly string[]): Promise<(StoredRecord | undefined)[]> {
    invariant(locals.length <= idsAtOnce, `more than ${idsAtOnce} records were asked for at once`);
    const { connection } = this.#parts;
    const layout = this.#layoutOf(type);
    const { table, type: recordType } = layout;
    const select = `SELECT ${recordColumns(layout)} FROM ${table} INDEXED BY ${indexName(recordType, [])} WHERE local = ?`;
    return connection.reading(() =>
      locals.map((local) => {
        const row = connection.first(select, [local]);
        return row && readRecord(type, row);
      }),
    );
  }

  async page(query: PageQuery): Promise<Page> {
    const { connection, member } = this.#parts;
    const layout = this.#layoutOf(query.type);
    const plan = planPage(layout.type, query, member);
    if (plan.kind === 'nothing') {
      return { rows: [], hasMore: false };
    }
    if (plan.kind === 'served') {
      return connection.reading(() => readServedPage(connection, { layout, plan, query, member }));
    }
    return plan.kind === 'walked'
      ? this.#walk(layout, plan, query)
      : this.#scan(layout, plan.conjunction, { access: await this.#choose(layout, plan), query });
  }

  async count(type: string, filter: Filter, cap: number): Promise<StoreCount> {
    const layout = this.#layoutOf(type);
    const plan = planFilter(layout.type, filter);
    if (plan.kind === 'nothing') {
      return { value: 0, relation: 'EXACT' };
    }
    const value = await this.#count(layout, plan, cap + 1);
    return value > cap ? { value: cap, relation: 'AT_LEAST' } : { value, relation: 'EXACT' };
  }

  async groupSums(query: GroupQuery): Promise<GroupSum[]> {
    const layout = this.#layoutOf(query.type);
    const plan = planSums(layout.type, query);
    if (plan.kind === 'nothing') {
      return [];
    }
    const served = plan.accesses.find(({ covers, via }) => covers && via !== 'all');
    const access = served ?? (await this.#choose(layout, plan));
    const { conjunction } = plan;
    return readGroupSums(this.#parts.connection, { layout, conjunction, access, query });
  }

  async beginImport(options: ImportOptions): Promise<ImportRun> {
    const run = await this.#parts.writer.beginImport();
    this.#parts.logger.debug({ label: options.label }, 'import run began');
    return run;
  }

  async delete(type: string, locals: readonly string[]): Promise<number> {
    return this.#parts.writer.delete(this.#layoutOf(type), locals);
  }

  async forget(type: string, local: string, reason: string): Promise<boolean> {
    return this.#parts.writer.forget({ type: this.#layoutOf(type).type.name, local }, reason);
  }

  async *export(type?: string): AsyncIterable<StoredRecord> {
    const { file, layouts } = this.#parts;
    const names = type === undefined ? [...layouts.keys()].toSorted(compareText) : [type];
    const connection = openConnection(file, { readOnly: true, waitMs: 5_000, cacheKiB: 16_384 });
    try {
      connection.exec('BEGIN');
      for (const name of names) {
        const layout = this.#layoutOf(name);
        const source = `${layout.table} INDEXED BY ${indexName(layout.type, [])}`;
        const select = `SELECT ${recordColumns(layout)} FROM ${source} ORDER BY local`;
        for (const row of connection.iterate(select)) {
          yield readRecord(name, row);
        }
      }
    } finally {
      connection.close();
    }
  }

  async status(): Promise<StoreStatus> {
    const { connection, layouts } = this.#parts;
    return connection.reading(() => {
      const records = [...layouts].map(([name, { table }]) => {
        const row = connection.first(`SELECT count(*) FROM ${table}`);
        return [name, Number(row?.[0] ?? 0)];
      });
      return {
        lastCommitAt: readMeta(connection, 'lastCommitAt') ?? null,
        records: Object.fromEntries(records),
      };
    });
  }

  async close(): Promise<void> {
    if (!this.#closed) {
      this.#closed = true;
      this.#parts.connection.close();
    }
  }

  #layoutOf(type: string): Layout {
    const layout = this.#parts.layouts.get(type);
    invariant(layout !== undefined, `the store was not opened with the record type "${type}"`);
    return layout;
  }

  async #walk(layout: Layout, plan: WalkedPage, query: PageQuery): Promise<Page> {
    const { connection, member, scanBudget } = this.#parts;
    const { conjunction } = plan.narrower;
    return readWalked(layout.type, plan, {
      budget: scanBudget,
      count: (access, cap) => countAccess(connection, { layout, conjunction, access, cap }),
      walk: (budget) =>
        connection.reading(() => readWalkedPage(connection, { layout, plan, query, member, budget })),
      scan: (access) => this.#scan(layout, conjunction, { access, query }),
    });
  }

  #scan(layout: Layout, conjunction: Conjunction, by: { access: Access; query: PageQuery }): Page {
    const { connection, member } = this.#parts;
    return connection.reading(() => readScannedPage(connection, { layout, conjunction, member, ...by }));
  }

  #count(layout: Layout, plan: ScanPlan, cap: number): Promise<number> {
    const { connection, scanBudget } = this.#parts;
    const from = { layout, conjunction: plan.conjunction, cap };
    return countByPlan(layout.type, plan, {
      budget: scanBudget,
      cap,
      count: (access, most) => countAccess(connection, { ...from, access, cap: most }),
      matches: (access) => countMatches(connection, { ...from, access }),
      walk: (access, budget) =>
        connection.reading(() => countByWalk(connection, { ...from, access, budget })),
    });
  }

  #choose(layout: Layout, plan: ScanPlan): Promise<Access> {
    const { connection, scanBudget: limit } = this.#parts;
    const { conjunction } = plan;
    return chooseAccess(layout.type, plan, {
      limit,
      count: (access, cap) => countAccess(connection, { layout, conjunction, access, cap }),
    });
  }
}
