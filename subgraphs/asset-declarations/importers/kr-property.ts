import type { PersonBody } from '../../../shared/domain/party-body.js';
import type { PersonRef, Unspecified } from '../../../shared/domain/record-body.js';
import { checkRow } from '../../../shared/importing/check-row.js';
import { compactBody } from '../../../shared/importing/compact-body.js';
import { csvFilesOf } from '../../../shared/importing/csv-files.js';
import { type CsvReject, type CsvRow, readCsvRows } from '../../../shared/importing/csv-rows.js';
import type { Importer, ImportItem, ImportSource, RowRef } from '../../../shared/importing/importer.js';
import { createOrdinals } from '../../../shared/importing/ordinals.js';
import type { RecordInput } from '../../../shared/store/record-store.js';
import type { DeclarationBody } from '../domain/declaration-body.js';
import { createKrDraft, createKrOrganizations, type KrDraft, type KrOrganizations } from './kr-draft.js';
import { addKrItem } from './kr-items.js';
import { krHandling, krProvenance } from './kr-provenance.js';
import { KrRow, krColumns, wonAmount } from './kr-row.js';

/** The day the file is of, which it does not say itself. */
const asOf = '2012-05-30';
const regime = 'KR-PETI';

/**
 * Property of members of South Korea's National Assembly: one declaration per person, whose rows follow each other.
 * A name that comes again after another one is another person.
 */
export const krProperty: Importer = {
  format: 'kr-property',
  domain: 'asset-declarations',
  describes: 'Property of members of the National Assembly of South Korea, 2012-05-30',
  takes: 'the headerless CSV file or its folder',
  read,
};

interface Person {
  readonly name: string;
  readonly at: RowRef;
  readonly draft: KrDraft;
}

async function* read(source: ImportSource): AsyncGenerator<ImportItem> {
  const organizations = createKrOrganizations(source);
  const ordinalOf = createOrdinals();
  for (const path of await csvFilesOf(source.paths)) {
    for await (const item of readPersons(path, organizations)) {
      if ('kind' in item) {
        yield item;
      } else if (item.draft.rows > 0) {
        const records = [...recordsOf(item, ordinalOf(item.name), source), ...organizations.takeNew()];
        yield { kind: 'records', at: item.at, rows: item.draft.rows, records };
      }
    }
  }
}

/** The persons of a file, and the rows that cannot be read. */
async function* readPersons(
  path: string,
  organizations: KrOrganizations,
): AsyncGenerator<Person | CsvReject> {
  let person: Person | undefined;
  let isUnowned = false;
  for await (const item of readCsvRows(path)) {
    const name = item.kind === 'row' ? item.cells[0]?.normalize('NFC').trim() : undefined;
    if (name && name !== person?.name) {
      if (person !== undefined) {
        yield person;
      }
      person = { name, at: item.at, draft: createKrDraft() };
      person.draft.isPartial = isUnowned;
    }
    // A row that cannot be read at all may be of the person before or of the one after.
    isUnowned = name === undefined;
    const reject =
      item.kind === 'reject' ? item : addRow(item, person?.draft ?? createKrDraft(), organizations);
    if (reject !== undefined) {
      if (person !== undefined) {
        person.draft.isPartial = true;
      }
      yield reject;
    }
  }
  if (person !== undefined) {
    yield person;
  }
}

function addRow(item: CsvRow, draft: KrDraft, organizations: KrOrganizations): CsvReject | undefined {
  const { at, cells } = item;
  if (cells.length !== krColumns.length) {
    const reason = `Expected ${krColumns.length} cells, the row has ${cells.length}.`;
    return { kind: 'reject', at, reason, row: cells };
  }
  const named = Object.fromEntries(krColumns.map((column, i) => [column, cells[i]]));
  const checked = checkRow(KrRow, { at, row: named });
  if (checked.kind === 'reject') {
    return checked;
  }
  if (!addKrItem(checked.row, draft, organizations)) {
    const reason = 'Expected a heading of the register in "class".';
    return { kind: 'reject', at: { ...at, column: 'class' }, reason, row: named };
  }
  return undefined;
}

/** The declaration and who declares. `ordinal` tells persons of one name apart. */
function recordsOf({ name, draft }: Person, ordinal: number, source: ImportSource): RecordInput[] {
  const base = { handling: krHandling, provenance: krProvenance(source.retrievedAt) };
  const parts = ordinal === 1 ? [name] : [name, `${ordinal}`];
  const person: PersonRef = { ref: 'Person', id: source.keyedId('kr-property', 'Person', ...parts), name };
  const declaration: DeclarationBody = {
    ...base,
    ...draft.lists,
    unspecified: [...draft.unspecified, ...(draft.isPartial ? [partialTotal] : [])],
    declarant: { person, post },
    title: `국회의원 재산등록 ${asOf}`,
    country: 'KR',
    regime,
    period: { to: asOf },
    year: Number(asOf.slice(0, 4)),
    // As the register's own total (총계): assets minus liabilities, of the declarant and of the family together.
    total: draft.isPartial ? undefined : { ...wonAmount(draft.total), asOf },
  };
  const body: PersonBody = {
    ...base,
    name,
    names: [{ full: name, language: 'kor' }],
    countries: ['KR'],
    position: [post],
    topics: ['role.pep'],
    politicalExposure: 'IS_PEP',
  };
  const local = source.keyedId('kr-property', 'Declaration', asOf, ...parts);
  return [
    { type: 'Declaration', local, body: compactBody(declaration) },
    { type: 'Person', local: person.id, body: compactBody(body) },
  ];
}

/** Member of the National Assembly. */
const post = '국회의원';

const partialTotal: Unspecified = {
  field: 'total',
  reason: 'NOT_READABLE',
  description: 'A row of the declaration could not be read',
};
