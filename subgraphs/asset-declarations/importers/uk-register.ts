import { basename } from 'node:path';
import type { PartyRef } from '../../../shared/domain/record-body.js';
import { AccordError } from '../../../shared/errors/accord-error.js';
import { compactBody } from '../../../shared/importing/compact-body.js';
import { csvFilesOf } from '../../../shared/importing/csv-files.js';
import { readCsvRecords } from '../../../shared/importing/csv-rows.js';
import type { Importer, ImportItem, ImportSource } from '../../../shared/importing/importer.js';
import type { RecordInput } from '../../../shared/store/record-store.js';
import type { DeclarationBody } from '../domain/declaration-body.js';
import type { InterestContext, InterestDetails, InterestRow, UkCategory } from './uk-category.js';
import { ukAgreement, ukPayment, ukRole } from './uk-employment.js';
import { ukFamilyEmployed, ukFamilyLobbying } from './uk-family.js';
import { ukDonation, ukGift } from './uk-gifts.js';
import { ukMiscellaneous } from './uk-miscellaneous.js';
import { createUkParties } from './uk-parties.js';
import { ukProperty } from './uk-property.js';
import { ukHandling, ukProvenance } from './uk-provenance.js';
import { ukShareholding } from './uk-shareholdings.js';
import { ukVisit } from './uk-visits.js';

const regime = 'GB-RMFI';

/** In the order they are read: 1 names the payers of 1.1 and 1.2. */
const categories: ReadonlyMap<string, UkCategory> = new Map([
  ['1', ukRole],
  ['1.1', ukPayment],
  ['1.2', ukAgreement],
  ['2', ukDonation],
  ['3', ukGift],
  ['4', ukVisit],
  ['5', ukGift],
  ['6', ukProperty],
  ['7', ukShareholding],
  ['8', ukMiscellaneous],
  ['9', ukFamilyEmployed],
  ['10', ukFamilyLobbying],
]);

/**
 * The Register of Members' Financial Interests of the UK House of Commons: one declaration per published interest,
 * known by the register's own interest id, which stays the same over editions.
 */
export const ukRegister: Importer = {
  format: 'uk-register',
  domain: 'asset-declarations',
  describes: "UK Register of Members' Financial Interests, one CSV file per category",
  takes: 'the folder with the twelve CSV files, or some of them',
  read,
};

async function* read(source: ImportSource): AsyncGenerator<ImportItem> {
  const files = await categoryFilesOf(source.paths);
  const context: InterestContext = {
    parties: createUkParties(source),
    payers: new Map<string, PartyRef>(),
  };
  for (const { path, code, category } of files) {
    for await (const item of readCsvRecords(path, category.columns)) {
      const read = item.kind === 'row' ? category.read(item, context) : item;
      if (read.kind === 'reject') {
        yield read;
        continue;
      }
      const declaration = declarationOf(read, { code, context, retrievedAt: source.retrievedAt });
      yield { kind: 'records', at: item.at, records: [declaration, ...context.parties.takeNew()] };
    }
  }
}

interface CategoryFile {
  readonly path: string;
  readonly code: string;
  readonly category: UkCategory;
}

/** The files in the order of their categories, whatever the order they were named in. Throws BAD_FILE. */
async function categoryFilesOf(paths: readonly string[]): Promise<CategoryFile[]> {
  const order = [...categories.keys()];
  const files = (await csvFilesOf(paths)).map((path) => {
    const code = /_(\d+(?:\.\d+)?)\.csv$/i.exec(basename(path))?.[1] ?? '';
    const category = categories.get(code);
    if (category === undefined) {
      const names = `"PublishedInterest-Category_<number>.csv" with a number of ${order.join(', ')}`;
      throw new AccordError('BAD_FILE', `Expected a file name ${names}, got "${basename(path)}".`);
    }
    return { path, code, category };
  });
  return files.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
}

function declarationOf(
  { row, details }: { row: InterestRow; details: InterestDetails },
  { code, context, retrievedAt }: { code: string; context: InterestContext; retrievedAt: string },
): RecordInput {
  const parent = row['Parent Interest ID'];
  const about = details.date ?? row.Registered ?? row.Published;
  const body: DeclarationBody = {
    ...details.fields,
    handling: ukHandling,
    provenance: { ...ukProvenance(retrievedAt), sourceUrl: row.Link, sourceId: row.ID },
    unspecified: details.unspecified === undefined ? undefined : [...details.unspecified],
    declarant: {
      person: context.parties.member(row['MNIS ID'], row.Member),
      post: 'Member of Parliament',
    },
    title: details.title ?? row.Summary,
    country: 'GB',
    regime,
    category: { scheme: regime, code, label: row.Category },
    type: 'INTEREST',
    year: about === undefined ? undefined : Number(about.slice(0, 4)),
    submittedAt: row.Registered,
    publishedAt: row.Published,
    sourceUrl: row.Link,
    parent: parent === undefined ? undefined : localIdOf(parent),
  };
  return { type: 'Declaration', local: localIdOf(row.ID), body: compactBody(body) };
}

function localIdOf(interestId: string): string {
  return `interest-${interestId}`;
}
