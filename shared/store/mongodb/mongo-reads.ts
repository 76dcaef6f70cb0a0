import { ObjectId } from 'mongodb';
import { compareText } from '../../domain/text.js';
import { chooseAccess } from '../choose-access.js';
import type { Conjunction } from '../conjunction.js';
import type { Filter } from '../filter.js';
import { planPage, type WalkedPage } from '../plan-page.js';
import { type Access, planFilter, planSums, type ScanPlan } from '../plan-scan.js';
import { countByPlan, readWalked } from '../read-by-plan.js';
import type {
  GroupQuery,
  GroupSum,
  Page,
  PageQuery,
  StoreCount,
  StoredRecord,
  StoreStatus,
} from '../record-store.js';
import type { RecordType } from '../record-type.js';
import {
  allOf,
  always,
  type Condition,
  conjunctionCondition,
  keyTestCondition,
  termsCondition,
} from './compile-filter.js';
import type { Database } from './database.js';
import { type RecordDocument, toRecord } from './document.js';
import { type HeldMoment, holdMoment, readAtOneMoment, readState, visibleAt } from './moments.js';
import { type PageSource, readScannedPage, readServedPage } from './read-page.js';
import { readSums } from './read-sums.js';
import { guarded } from './store-fault.js';
import type { MongoSurroundings } from './surroundings.js';
import { countByWalk, readWalkedPage } from './walk-page.js';
import { batchSize } from './write-run.js';

/** The reading half of the store, see the port. */
export class MongoReads {
  readonly #database: Database;
  readonly #around: MongoSurroundings;

  constructor(database: Database, around: MongoSurroundings) {
    this.#database = database;
    this.#around = around;
  }

  getByIds(typeName: string, locals: readonly string[]): Promise<(StoredRecord | undefined)[]> {
    const type = this.#around.typeOf(typeName);
    return this.#read(async (run) => {
      const wanted = { local: { $in: [...new Set(locals)] }, ...visibleAt(run) };
      const found = await this.#database.search(typeName).find<RecordDocument>(wanted).toArray();
      const byLocal = new Map(found.map((document) => [document.local, toRecord(type, document)]));
      return locals.map((local) => byLocal.get(local));
    });
  }

  async page(query: PageQuery): Promise<Page> {
    const { member, typeOf } = this.#around;
    const type = typeOf(query.type);
    const plan = planPage(type, query, member);
    if (plan.kind === 'nothing') {
      return { rows: [], hasMore: false };
    }
    return this.#read(async (run) => {
      const source = { database: this.#database, type, query, member, run };
      if (plan.kind === 'served') {
        return readServedPage(source, plan);
      }
      if (plan.kind === 'walked') {
        return this.#walk(source, plan);
      }
      await this.#choose(type, plan);
      return readScannedPage(source, plan.conjunction);
    });
  }

  async count(typeName: string, filter: Filter, cap: number): Promise<StoreCount> {
    const type = this.#around.typeOf(typeName);
    const plan = planFilter(type, filter);
    if (plan.kind === 'nothing') {
      return { value: 0, relation: 'EXACT' };
    }
    const value = await this.#read((run) => this.#countPlanned({ type, plan, run, cap: cap + 1 }));
    return value > cap ? { value: cap, relation: 'AT_LEAST' } : { value, relation: 'EXACT' };
  }

  async groupSums(query: GroupQuery): Promise<GroupSum[]> {
    const type = this.#around.typeOf(query.type);
    const plan = planSums(type, query);
    if (plan.kind === 'nothing') {
      return [];
    }
    return this.#read(async (run) => {
      // What an index finds exactly is summed whatever its number.
      if (!plan.accesses.some(({ covers }) => covers)) {
        await this.#choose(type, plan);
      }
      return readSums(this.#database, { type, query, conjunction: plan.conjunction, run });
    });
  }

  async *export(typeName?: string): AsyncIterable<StoredRecord> {
    const { now, types, typeOf } = this.#around;
    const wanted =
      typeName === undefined ? types.toSorted((a, b) => compareText(a.name, b.name)) : [typeOf(typeName)];
    const moment = await guarded(() => holdMoment(this.#database, { id: new ObjectId().toHexString(), now }));
    try {
      for (const type of wanted) {
        yield* this.#exportType(type, moment);
      }
    } finally {
      await guarded(() => moment.release());
    }
  }

  status(): Promise<StoreStatus> {
    return this.#read(async (run) => {
      const { lastCommitAt } = await readState(this.#database);
      const records: Record<string, number> = {};
      for (const type of this.#around.types) {
        records[type.name] = await this.#count(type, always, { run });
      }
      return { lastCommitAt, records };
    });
  }

  async *#exportType(type: RecordType, moment: HeldMoment): AsyncIterable<StoredRecord> {
    let after: string | undefined;
    for (;;) {
      const beyond: Condition = after === undefined ? always : { local: { $gt: after } };
      const documents = await guarded(async () => {
        const filter = { ...beyond, ...visibleAt(moment.run) };
        const found = await this.#database
          .search(type.name)
          .find<RecordDocument>(filter, { sort: { local: 1 }, limit: batchSize })
          .toArray();
        await moment.assertWhole();
        return found;
      });
      yield* documents.map((document) => toRecord(type, document));
      after = documents.at(-1)?.local;
      if (documents.length < batchSize) {
        return;
      }
    }
  }

  #read<T>(read: (run: number) => Promise<T>): Promise<T> {
    return guarded(() => readAtOneMoment(this.#database, read));
  }

  #count(
    type: RecordType,
    condition: Condition,
    of: { readonly run: number; readonly cap?: number },
  ): Promise<number> {
    const options = of.cap === undefined ? {} : { limit: of.cap };
    return this.#database.search(type.name).countDocuments({ $and: [condition, visibleAt(of.run)] }, options);
  }

  #walk(source: PageSource, plan: WalkedPage): Promise<Page> {
    const { conjunction } = plan.narrower;
    const { type } = source;
    return readWalked(type, plan, {
      budget: this.#around.scanBudget,
      count: this.#counterOf(type, conjunction),
      walk: (budget) => readWalkedPage(source, plan, budget),
      scan: () => readScannedPage(source, conjunction),
    });
  }

  #countPlanned(of: {
    readonly type: RecordType;
    readonly plan: ScanPlan;
    readonly run: number;
    readonly cap: number;
  }): Promise<number> {
    const { type, plan, run, cap } = of;
    const { conjunction } = plan;
    const from = { database: this.#database, type, conjunction, run };
    return countByPlan(type, plan, {
      budget: this.#around.scanBudget,
      cap,
      count: this.#counterOf(type, conjunction),
      matches: () => this.#count(type, conjunctionCondition(type, conjunction), { run, cap }),
      walk: (access, budget) =>
        countByWalk(from, accessCondition(type, conjunction, access), { cap, budget }),
    });
  }

  /** Throws QUERY_TOO_BROAD when every way to find the records examines more than the scan budget. */
  async #choose(type: RecordType, plan: ScanPlan): Promise<void> {
    const count = this.#counterOf(type, plan.conjunction);
    await chooseAccess(type, plan, { limit: this.#around.scanBudget, count });
  }

  /** Counts what accesses find: old versions are examined as well, so they count. */
  #counterOf(type: RecordType, conjunction: Conjunction): (access: Access, cap: number) => Promise<number> {
    const records = this.#database.search(type.name);
    return (access, cap) =>
      records.countDocuments(accessCondition(type, conjunction, access), { limit: cap });
  }
}

function accessCondition(type: RecordType, conjunction: Conjunction, access: Access): Condition {
  switch (access.via) {
    case 'all':
      return always;
    case 'terms':
      return termsCondition(conjunction.terms);
    case 'index':
      return allOf(access.tests.map(({ key, test }) => keyTestCondition(type, key, test)));
  }
}
