import type { OrganizationRef } from '../../../shared/domain/record-body.js';
import { checkRow } from '../../../shared/importing/check-row.js';
import { csvFilesOf } from '../../../shared/importing/csv-files.js';
import { readCsvRecords } from '../../../shared/importing/csv-rows.js';
import type { Importer, ImportItem, ImportSource, RowRef } from '../../../shared/importing/importer.js';
import { type Conviction, readConviction } from './br-conviction.js';
import { ConvictionRow } from './br-conviction-row.js';
import { caseIdOf, toCourtCase } from './br-court-case.js';
import { toOrganization, toSanction } from './br-sanction.js';

const columns = Object.keys(ConvictionRow.shape);

/**
 * Brazil's register of convictions for administrative improbity (CNCIAI), legal entities. Each conviction is a
 * Sanction; the convictions of one process share one CourtCase, since it is one case with several parties. A process
 * is its `id_processo`: process numbers repeat over courts.
 */
export const brCnciai: Importer = {
  format: 'br-cnciai',
  domain: 'investigations',
  describes: 'Brazil, register of convictions for improbity (CNCIAI), legal entities, as published by abjur',
  takes: 'the CSV file or its folder',
  read,
};

/**
 * The rows of a process are spread over the file, so the file is read to its end first. The whole register has some
 * ten thousand rows, which memory holds easily.
 */
async function* read(source: ImportSource): AsyncGenerator<ImportItem> {
  const convictions = new Map<string, Conviction>();
  for (const path of await csvFilesOf(source.paths)) {
    for await (const item of readCsvRecords(path, columns)) {
      const checked = item.kind === 'row' ? checkRow(ConvictionRow, item) : item;
      if (checked.kind === 'reject') {
        yield checked;
        continue;
      }
      const { at, row } = checked;
      const known = convictions.get(row.id_condenacao);
      if (known === undefined) {
        convictions.set(row.id_condenacao, readConviction(at, row, partyOf(row, source)));
      } else {
        yield repeated(at, row, known.row);
      }
    }
  }
  yield* itemsOf([...convictions.values()], source.retrievedAt);
}

function partyOf(row: ConvictionRow, source: ImportSource): OrganizationRef {
  const id = source.keyedId('br-cnciai', 'pessoa', row.id_pessoa);
  return { ref: 'Organization', id, name: row.nm_pessoa };
}

function repeated(at: RowRef, row: ConvictionRow, known: ConvictionRow): ImportItem {
  if (JSON.stringify(row) === JSON.stringify(known)) {
    return { kind: 'skip', at, reason: 'exact repeat of a conviction that was already read' };
  }
  const column = 'id_condenacao';
  const reason = `Expected one row per "${column}", another content under this id was already read.`;
  return { kind: 'reject', at: { ...at, column }, reason, row };
}

/** A conviction's sanction and party, and with the first conviction of a process its case. */
function* itemsOf(convictions: readonly Conviction[], retrievedAt: string): Generator<ImportItem> {
  const cases = new Map<string, [Conviction, ...Conviction[]]>();
  for (const conviction of convictions) {
    const others = cases.get(caseIdOf(conviction));
    if (others === undefined) {
      cases.set(caseIdOf(conviction), [conviction]);
    } else {
      others.push(conviction);
    }
  }
  for (const conviction of convictions) {
    const records = [toSanction(conviction, retrievedAt), toOrganization(conviction, retrievedAt)];
    const ofCase = cases.get(caseIdOf(conviction));
    if (ofCase?.[0] === conviction) {
      records.push(toCourtCase(ofCase, retrievedAt));
    }
    yield { kind: 'records', at: conviction.at, records };
  }
}
