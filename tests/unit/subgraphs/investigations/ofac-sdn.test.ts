import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OrganizationBody, PersonBody } from '../../../../shared/domain/party-body.js';
import { SanctionBody } from '../../../../subgraphs/investigations/domain/sanction-body.js';
import { ofacSdn } from '../../../../subgraphs/investigations/importers/ofac-sdn.js';
import { type ReadImport, readImport, readImportOf, realData } from '../../../fixtures/read-import.js';

const real = realData('us-ofac-glomag');
const none = '-0- ';

interface Lists {
  readonly sdn: readonly (readonly string[])[];
  readonly alt?: readonly (readonly string[])[];
  readonly add?: readonly (readonly string[])[];
}

function read({ sdn, alt = [], add = [] }: Lists): Promise<ReadImport> {
  const csv = (rows: Lists['sdn']) =>
    rows.map((row) => `${row.map((cell) => `"${cell}"`).join(',')}\r\n`).join('');
  return readImportOf(ofacSdn, { 'sdn.csv': csv(sdn), 'alt.csv': csv(alt), 'ADD.CSV': csv(add) });
}

function entity(
  number: string,
  fields: { name: string; type?: string; program?: string; title?: string; remarks?: string },
) {
  const { name, type = none, program = 'GLOMAG', title = none, remarks = none } = fields;
  return [number, name, type, program, title, none, none, none, none, none, none, remarks];
}

const person = (remarks: string, title = none) =>
  entity('7', { name: 'VERRIN, Tamo Illan', type: 'individual', title, remarks });

async function readPerson(remarks: string, title?: string): Promise<PersonBody> {
  const { records } = await read({ sdn: [person(remarks, title)] });
  return PersonBody.parse(records.find(({ type }) => type === 'Person')?.body);
}

async function readOrganization(lists: Lists): Promise<OrganizationBody> {
  const { records } = await read(lists);
  return OrganizationBody.parse(records.find(({ type }) => type === 'Organization')?.body);
}

describe('ofac-sdn', () => {
  it('reads a person with names, date and place of birth, nationalities, gender and post', async () => {
    const { records, rows } = await read({
      sdn: [
        person(
          'DOB 03 Jan 1978; POB Orlenz, Serbia; nationality Serbia; alt. nationality The Gambia; citizen Serbia; Gender Male; Linked To: LANTERN HOLDINGS LTD.',
          'Keeper of the lantern',
        ),
        entity('8', { name: 'LANTERN HOLDINGS LTD.' }),
      ],
      alt: [
        ['7', '70', 'aka', 'VERIN, Tamo', none],
        ['7', '71', 'fka', 'OLD NAME', none],
      ],
      add: [['7', '72', '5 Wick Lane', 'Orlenz', 'Serbia', none]],
    });
    expect(rows).toBe(5);
    expect(records.map(({ type, local }) => `${type} ${local}`)).toEqual([
      'Sanction ofac-7-GLOMAG',
      'Person ofac-7',
      'Sanction ofac-8-GLOMAG',
      'Organization ofac-8',
    ]);
    expect(SanctionBody.parse(records[0]?.body)).toMatchObject({
      entity: { ref: 'Person', id: 'ofac-7', name: 'VERRIN, Tamo Illan' },
      authority: 'OFAC',
      authorityId: '7',
      program: 'Global Magnitsky',
      programId: 'GLOMAG',
      country: 'US',
      linkedTo: ['LANTERN HOLDINGS LTD.'],
      handling: { tlp: 'TLP:CLEAR' },
      provenance: { sourceId: '7', license: 'LicenseRef-US-Public-Domain' },
    });
    const { handling, provenance, ...body } = PersonBody.parse(records[1]?.body);
    expect(body).toEqual({
      name: 'VERRIN, Tamo Illan',
      names: [
        { full: 'VERRIN, Tamo Illan', familyName: 'VERRIN', givenName: 'Tamo Illan', script: 'Latn' },
        { full: 'VERIN, Tamo', familyName: 'VERIN', givenName: 'Tamo', type: 'ALTERNATIVE', script: 'Latn' },
        { full: 'OLD NAME', type: 'FORMER', script: 'Latn' },
      ],
      birthDate: '1978-01-03',
      birthPlace: 'Orlenz, Serbia',
      nationality: ['RS', 'GM'],
      countries: ['RS'],
      gender: 'MALE',
      position: ['Keeper of the lantern'],
      topics: ['sanction'],
    });
  });

  it.each([
    ['DOB 1965.', '1965'],
    ['DOB Mar 1964.', '1964-03'],
    ['DOB circa 12 Mar 1964.', '1964'],
    ['DOB circa 1964.', '1964'],
    ['DOB 31 Feb 1964.', '1964-02'],
    ['DOB 25 Feb 1973; alt. DOB 24 Feb 1973.', '1973-02'],
    ['DOB 03 Jan 1978; alt. DOB 24 Dec 1978.', '1978'],
    ['DOB 01 Jan 1964 to 31 Dec 1964.', '1964'],
  ])('reads %s as %s, no more exact than it is', async (remarks, birthDate) => {
    expect((await readPerson(remarks)).birthDate).toBe(birthDate);
  });

  it.each(['DOB 1965; alt. DOB 1967.', 'DOB 1965 to 1969.', 'DOB in spring.'])(
    'gives %s no date of birth but a reason',
    async (remarks) => {
      const { birthDate, unspecified } = await readPerson(remarks);
      expect([birthDate, unspecified]).toEqual([undefined, [{ field: 'birthDate', reason: 'NOT_READABLE' }]]);
    },
  );

  it('names a nationality it does not know as not readable', async () => {
    const { nationality, unspecified } = await readPerson('nationality Lumiar; nationality Burma.');
    expect(nationality).toEqual(['MM']);
    expect(unspecified).toEqual([{ field: 'nationality', reason: 'NOT_READABLE' }]);
  });

  it('keeps no number of a person, nor any text that holds one', async () => {
    const secrets = ['X1234567', '99887766554', '55443322', '5550100', 'S-777-1'];
    const { records } = await read({
      sdn: [
        person(
          'Passport X1234567 (Serbia) issued 28 Jun 2010; alt. Passport X7654321; National ID No. 99887766554 (Serbia); Tax ID No. 55443322 (Serbia); Phone Number 5550100; SSN S-777-1; POB Orlenz 99887766554.',
          'Holder of X1234567',
        ),
      ],
      alt: [['7', '70', 'aka', 'VERIN, Tamo', 'Passport X1234567']],
      add: [['7', '72', 'Passport Street 99887766554', 'Orlenz 55443322', 'Serbia', 'X1234567']],
    });
    const text = JSON.stringify(records);
    expect([...secrets, 'X7654321', 'Passport'].filter((secret) => text.includes(secret))).toEqual([]);
    expect(records).toHaveLength(2);
  });

  it('reads public numbers of an organisation as identifiers, but no national id', async () => {
    const body = await readOrganization({
      sdn: [
        entity('8', {
          name: 'LANTERN B.V.',
          remarks:
            "V.A.T. Number NL852499000B01; Chamber of Commerce Number 57244000 (Netherlands); Registration ID HE1 (Cyprus); Public Registration Number 1577 (Virgin Islands, British); Tax ID No. 1234; National ID No. 6-71-N72 (Congo, Democratic Republic of the); a.k.a. 'LBV'; f.k.a. 'WICK'.",
        }),
      ],
      add: [
        ['8', '80', none, none, none, none],
        ['8', '81', 'Industrieweg 5', 'Nieuwkoop, Zuid-Holland 2421 LK', 'Netherlands', none],
        ['8', '82', none, 'Kinshasa', 'Congo, Democratic Republic of the', none],
      ],
    });
    expect(body.identifiers).toEqual([
      { scheme: 'NL-VAT', id: 'NL852499000B01' },
      { scheme: 'NL-KVK', id: '57244000' },
      { scheme: 'CY-DRCOR', id: 'HE1' },
      { scheme: 'VG-CR', id: '1577' },
    ]);
    expect(body.names?.map(({ full, type }) => [full, type])).toEqual([
      ['LANTERN B.V.', undefined],
      ['LBV', 'ALTERNATIVE'],
      ['WICK', 'FORMER'],
    ]);
    expect(body.address).toEqual({
      city: 'Nieuwkoop',
      region: 'Zuid-Holland',
      postalCode: '2421 LK',
      country: 'NL',
    });
    expect(body.countries).toEqual(['NL', 'CD']);
  });

  it('makes a sanction of each programme that lists an entity', async () => {
    const { records } = await read({
      sdn: [entity('8', { name: 'LANTERN', program: 'SDGT] [CAATSA - RUSSIA' })],
    });
    expect(records.map(({ local }) => local)).toEqual(['ofac-8-SDGT', 'ofac-8-CAATSA-RUSSIA', 'ofac-8']);
  });

  it('reads entity types in any case, as newer exports write them', async () => {
    const { records } = await read({
      sdn: [entity('7', { name: 'A, B', type: 'Individual' }), entity('8', { name: 'C', type: 'Entity' })],
    });
    expect(records.map(({ type }) => type)).toEqual(['Sanction', 'Person', 'Sanction', 'Organization']);
  });

  it('gives no reject its row, which may hold what must not be kept', async () => {
    const { items } = await read({
      sdn: [
        ['x', 'A', none, 'GLOMAG', none, none, none, none, none, none, none, 'Passport X1234567.'],
        ['7', 'X1234567'],
      ],
      alt: [['9', '90', 'aka', 'X1234567', none]],
    });
    expect(items.map(({ kind }) => kind)).toEqual(['reject', 'reject', 'reject']);
    expect(JSON.stringify(items)).not.toContain('X1234567');
  });

  it('skips vessels, rejects orphans, repeats and rows of another length, and stops at the end-of-file mark', async () => {
    const { records, rejects, skips } = await read({
      sdn: [
        entity('5', { name: 'WICK STAR', type: 'vessel' }),
        entity('6', { name: 'LANTERN' }),
        entity('6', { name: 'LANTERN' }),
        ['9', 'SHORT'],
        entity('x', { name: '-0-' }),
        ['\u001a'],
      ],
      alt: [
        ['5', '50', 'aka', 'WICK', none],
        ['4', '40', 'aka', 'NOBODY', none],
      ],
    });
    expect(records).toHaveLength(2);
    expect(skips).toEqual([
      'sdn.csv:1 of a vessel or an aircraft, which is no party',
      'alt.csv:1 of a vessel or an aircraft, which is no party',
    ]);
    expect(rejects).toEqual([
      'sdn.csv:3 - Expected one row per entity number, this one was already read.',
      'sdn.csv:4 - Expected 12 cells, the row has 2.',
      'sdn.csv:5 number Expected a whole number in "number". Expected a value in "name".',
      'alt.csv:2 - Expected the number of an entity of "sdn.csv", it has none.',
    ]);
  });

  it('refuses a folder without one of the three files', async () => {
    await expect(readImportOf(ofacSdn, { 'sdn.csv': '', 'add.csv': '' })).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: 'Expected the files "sdn.csv", "alt.csv" and "add.csv", "alt.csv" is missing.',
    });
  });

  it.skipIf(real.isMissing)(
    'reads the real snapshot without a passport or national id (needs ../shared/data)',
    async () => {
      const { records, rejects, skips, rows } = await readImport(ofacSdn, [real.path]);
      expect([rejects, skips, rows]).toEqual([[], [], 99 + 80 + 122]);
      const schemas = { Sanction: SanctionBody, Person: PersonBody, Organization: OrganizationBody };
      const counts = Object.entries(schemas).map(([type, schema]) => {
        const ofType = records.filter((record) => record.type === type);
        expect(ofType.flatMap(({ body }) => schema.safeParse(body).error?.issues ?? [])).toEqual([]);
        return [type, ofType.length];
      });
      expect(counts).toEqual([
        ['Sanction', 99],
        ['Person', 41],
        ['Organization', 58],
      ]);
      const source = readFileSync(join(real.path, 'sdn.csv'), 'utf8');
      const secrets = [...source.matchAll(/(?:Passport|National ID No\.) (?:Tatmadaw Kyee )?([\w-]+)/g)].map(
        ([, number = '']) => number,
      );
      expect(secrets.length).toBeGreaterThan(22 + 13);
      expect(secrets.filter((secret) => !/\d{4}/.test(secret.replaceAll('-', '')))).toEqual([]);
      const text = JSON.stringify(records);
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
      expect(text).not.toMatch(/passport|national id|tatmadaw/i);
    },
  );
});
