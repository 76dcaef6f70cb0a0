import { basename } from 'node:path';
import { AccordError } from '../../../shared/errors/accord-error.js';
import type { CheckedRow } from '../../../shared/importing/check-row.js';
import { csvFilesOf } from '../../../shared/importing/csv-files.js';
import type { CsvReject } from '../../../shared/importing/csv-rows.js';
import type { Importer, ImportItem, ImportSource } from '../../../shared/importing/importer.js';
import { readOfacRemarks } from './ofac-remarks.js';
import { AddRow, AltRow, readOfacRows, SdnRow } from './ofac-rows.js';
import { toOfacRecords } from './ofac-sanction.js';

/**
 * The US list of Specially Designated Nationals in its three CSV files: a Sanction per entity and programme, and the
 * entity. Passport and national id numbers, home addresses and remarks of other kinds are dropped, not stored.
 */
export const ofacSdn: Importer = {
  format: 'ofac-sdn',
  domain: 'investigations',
  describes: 'US Treasury, OFAC: the list of Specially Designated Nationals or a part of it',
  takes: 'the folder with sdn.csv, alt.csv and add.csv, or the three files',
  read,
};

/** A row may hold a passport number, so that no reject carries its row, not even for `--rejects-with-values`. */
async function* read(source: ImportSource): AsyncGenerator<ImportItem> {
  for await (const item of readLists(source)) {
    yield item.kind === 'reject' ? { kind: 'reject', at: item.at, reason: item.reason } : item;
  }
}

/**
 * Names and addresses are joined to entities by their number, and a link names an entity that may come later, so the
 * files are read whole. The full list has under 100,000 rows.
 */
async function* readLists(source: ImportSource): AsyncGenerator<ImportItem> {
  const files = filesOf(await csvFilesOf(source.paths));
  const entities = new Map<string, ListedEntity>();
  for await (const item of readOfacRows(files.sdn, SdnRow)) {
    if (item.kind === 'reject') {
      yield item;
    } else if (entities.has(item.row.number)) {
      const reason = 'Expected one row per entity number, this one was already read.';
      yield { kind: 'reject', at: item.at, reason };
    } else {
      entities.set(item.row.number, { ...item, aliases: [], addresses: [] });
    }
  }
  yield* join(entities, readOfacRows(files.alt, AltRow), (entity) => entity.aliases);
  yield* join(entities, readOfacRows(files.add, AddRow), (entity) => entity.addresses);
  const names = new Set([...entities.values()].map(({ row }) => row.name));
  for (const entity of entities.values()) {
    yield* itemsOf(entity, names, source.retrievedAt);
  }
}

interface ListedEntity extends CheckedRow<SdnRow> {
  readonly aliases: CheckedRow<AltRow>[];
  readonly addresses: CheckedRow<AddRow>[];
}

function filesOf(paths: readonly string[]): { sdn: string; alt: string; add: string } {
  const named = (name: string) => {
    const found = paths.find((path) => basename(path).toLowerCase() === name);
    if (found === undefined) {
      throw new AccordError(
        'BAD_FILE',
        `Expected the files "sdn.csv", "alt.csv" and "add.csv", "${name}" is missing.`,
      );
    }
    return found;
  };
  return { sdn: named('sdn.csv'), alt: named('alt.csv'), add: named('add.csv') };
}

/** Adds rows to their entity; a row of an entity that is not listed is a reject. */
async function* join<Row extends { readonly number: string }>(
  entities: ReadonlyMap<string, ListedEntity>,
  items: AsyncIterable<CheckedRow<Row> | CsvReject>,
  rowsOf: (entity: ListedEntity) => CheckedRow<Row>[],
): AsyncGenerator<ImportItem> {
  for await (const item of items) {
    const entity = item.kind === 'checked' ? entities.get(item.row.number) : undefined;
    if (item.kind === 'reject') {
      yield item;
    } else if (entity === undefined) {
      const reason = 'Expected the number of an entity of "sdn.csv", it has none.';
      yield { kind: 'reject', at: item.at, reason };
    } else {
      rowsOf(entity).push(item);
    }
  }
}

function* itemsOf(
  { at, row, aliases, addresses }: ListedEntity,
  names: ReadonlySet<string>,
  retrievedAt: string,
): Generator<ImportItem> {
  if (row.type !== undefined && row.type !== 'individual' && row.type !== 'entity') {
    for (const one of [{ at }, ...aliases, ...addresses]) {
      yield { kind: 'skip', at: one.at, reason: 'of a vessel or an aircraft, which is no party' };
    }
    return;
  }
  const entity = {
    row,
    remarks: readOfacRemarks(row.remarks ?? '', names),
    aliases: aliases.map((one) => one.row),
    addresses: addresses.map((one) => one.row),
  };
  const rows = 1 + aliases.length + addresses.length;
  yield { kind: 'records', at, records: toOfacRecords(entity, retrievedAt), rows };
}
