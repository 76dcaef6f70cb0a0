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

/**
 * Names and addresses are joined to entities by their number, and a link names an entity that may come later, so the
 * files are read whole. The full list has under 100,000 rows.
 */
async function* read(source: ImportSource): AsyncGenerator<ImportItem> {
  const files = filesOf(await csvFilesOf(source.paths));
  const entities = new Map<string, CheckedRow<SdnRow>>();
  for await (const item of readOfacRows(files.sdn, SdnRow)) {
    if (item.kind === 'reject') {
      yield item;
    } else if (entities.has(item.row.number)) {
      const reason = 'Expected one row per entity number, this one was already read.';
      yield { kind: 'reject', at: item.at, reason, row: item.row };
    } else {
      entities.set(item.row.number, item);
    }
  }
  const aliases = new Map<string, CheckedRow<AltRow>[]>();
  yield* joinTo(entities, readOfacRows(files.alt, AltRow), aliases);
  const addresses = new Map<string, CheckedRow<AddRow>[]>();
  yield* joinTo(entities, readOfacRows(files.add, AddRow), addresses);

  const names = new Set([...entities.values()].map(({ row }) => row.name));
  for (const [number, { at, row }] of entities) {
    const ofEntity = { aliases: aliases.get(number) ?? [], addresses: addresses.get(number) ?? [] };
    if (row.type !== undefined && row.type !== 'individual') {
      for (const one of [{ at }, ...ofEntity.aliases, ...ofEntity.addresses]) {
        yield { kind: 'skip', at: one.at, reason: 'of a vessel or an aircraft, which is no party' };
      }
      continue;
    }
    const entity = {
      row,
      remarks: readOfacRemarks(row.remarks ?? '', names),
      aliases: ofEntity.aliases.map((one) => one.row),
      addresses: ofEntity.addresses.map((one) => one.row),
    };
    const rows = 1 + entity.aliases.length + entity.addresses.length;
    yield { kind: 'records', at, records: toOfacRecords(entity, source.retrievedAt), rows };
  }
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

/** Collects rows by their entity; a row of an entity that is not listed is a reject. */
async function* joinTo<Row extends { readonly number: string }>(
  entities: ReadonlyMap<string, unknown>,
  items: AsyncIterable<CheckedRow<Row> | CsvReject>,
  joined: Map<string, CheckedRow<Row>[]>,
): AsyncGenerator<ImportItem> {
  for await (const item of items) {
    if (item.kind === 'reject') {
      yield item;
    } else if (entities.has(item.row.number)) {
      joined.set(item.row.number, [...(joined.get(item.row.number) ?? []), item]);
    } else {
      yield {
        kind: 'reject',
        at: item.at,
        reason: 'Expected the number of an entity of "sdn.csv", it has none.',
        row: item.row,
      };
    }
  }
}
