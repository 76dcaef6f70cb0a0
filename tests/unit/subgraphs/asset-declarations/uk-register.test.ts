import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ukRegister } from '../../../../subgraphs/asset-declarations/importers/uk-register.js';
import { createFolder, type Folder, importOf, itemsOf } from './import-fixture.js';
import { type UkCategoryCode, ukFile, ukFileName, ukRows } from './uk-fixture.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

async function importFile(code: UkCategoryCode, ...changes: readonly Readonly<Record<string, string>>[]) {
  return importOf(ukRegister, folder.write(ukFileName(code), ukFile(code, ...changes)));
}

/** The one declaration of a file with one row. */
async function declare(code: UkCategoryCode, change: Readonly<Record<string, string>> = {}) {
  const { declarations, parties } = await importFile(code, change);
  expect(declarations).toHaveLength(1);
  const body = declarations[0]?.body;
  return { body, parties, gift: body?.gifts?.[0], income: body?.incomes?.[0], text: JSON.stringify(body) };
}

describe('the UK register', () => {
  it('makes one declaration of each interest of the twelve categories', async () => {
    const codes = Object.keys(ukRows).filter((code): code is UkCategoryCode => code in ukRows);
    for (const [i, code] of codes.entries()) {
      folder.write(ukFileName(code), ukFile(code, { ID: `${200 + i}` }));
    }
    const { declarations, rejects } = await importOf(ukRegister, folder.path);
    expect(rejects).toEqual([]);
    expect(declarations.map(({ body }) => body.category?.code)).toEqual([
      '1',
      '1.1',
      '1.2',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ]);
  });

  it('says of each who declares, under which regime, when, and where it comes from', async () => {
    const { declarations, parties } = await importFile('8', {});
    expect(declarations).toMatchObject([
      {
        local: 'interest-101',
        body: {
          country: 'GB',
          regime: 'GB-RMFI',
          category: { scheme: 'GB-RMFI', code: '8', label: 'A category' },
          type: 'INTEREST',
          year: 2024,
          submittedAt: '2026-03-02',
          publishedAt: '2026-03-09',
          sourceUrl: 'https://register.example/interests/101',
          declarant: { person: { id: 'mnis-9001', name: 'Dame Orla Example' } },
          handling: { tlp: 'TLP:CLEAR' },
          provenance: {
            license: 'LicenseRef-OPL-3.0',
            sourceId: '101',
            retrievedAt: '2026-11-23T00:00:00.000Z',
          },
        },
      },
    ]);
    expect(parties).toMatchObject([
      { type: 'Person', local: 'mnis-9001', body: { politicalExposure: 'IS_PEP' } },
    ]);
  });

  it('gives the same records for the same files', async () => {
    folder.write(
      ukFileName('2'),
      ukFile('2', {}, { ID: '102', DonorStatus: 'Individual', DonorName: 'Ann Giver' }),
    );
    expect(await itemsOf(ukRegister, folder.path)).toEqual(await itemsOf(ukRegister, folder.path));
  });

  it('names a payment’s payer by its role, whatever the order of the files', async () => {
    const payment = folder.write(
      ukFileName('1.1'),
      ukFile('1.1', { ID: '102', 'Parent Interest ID': '101' }),
    );
    const role = folder.write(ukFileName('1'), ukFile('1', {}));
    const { declarations } = await importOf(ukRegister, payment, role);
    expect(declarations[1]?.body).toMatchObject({
      parent: 'interest-101',
      year: 2025,
      total: { amount: '1250.5', currency: 'GBP' },
      incomes: [{ payer: { name: 'Northport Gazette' }, receivedAt: '2025-12-30', hoursWorked: '6' }],
    });
  });

  it('leaves a payment that is only expected without a date of receipt', async () => {
    const { body, income } = await declare('1.1', { PaymentReceived: 'False' });
    expect(income?.receivedAt).toBeUndefined();
    expect(body?.unspecified).toMatchObject([{ field: 'incomes[0].receivedAt', reason: 'NOT_APPLICABLE' }]);
  });

  it.each([
    [{ UltimatePayerName: 'Confidential' }, 'INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION'],
    [{ UltimatePayerProtectedByConfidentiality: 'True' }, 'INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE'],
  ])('keeps a withheld ultimate payer as a reason: %j', async (change, reason) => {
    const { body, income } = await declare('1.1', { IsUltimatePayerDifferent: 'True', ...change });
    expect(income?.ultimatePayer).toBeUndefined();
    expect(body?.unspecified).toMatchObject([{ field: 'incomes[0].ultimatePayer', reason }]);
  });

  it('has no total for payments that recur, and keeps a partial date partial', async () => {
    const { body, income } = await declare('1.2');
    expect(body?.total).toBeUndefined();
    expect(income).toMatchObject({ amount: { amount: '1250.5' }, periodicity: 'Monthly', startDate: '2026' });
  });

  it('identifies a company by its number, padded', async () => {
    const { gift, parties, body } = await declare('3');
    const identifiers = [{ scheme: 'GB-COH', id: '00882843' }];
    expect(gift).toMatchObject({
      kind: 'GIFT',
      donor: { ref: 'Organization', identifiers },
      value: { amount: '960' },
    });
    expect(parties[0]?.body).toMatchObject({ identifiers, address: { full: '1 Quay Street, Northport' } });
    expect(body?.title).toBe('A summary');
  });

  it('says of a company number that cannot be read what it was', async () => {
    const { body, gift } = await declare('5', { DonorCompanyIdentifier: 'pending' });
    expect(gift?.donor?.identifiers).toBeUndefined();
    expect(body?.unspecified).toEqual([
      { field: 'gifts[0].donor.identifiers', reason: 'NOT_READABLE', description: 'pending' },
    ]);
  });

  it('makes a person of an individual donor, without address and without the name in the title', async () => {
    const person = { DonorStatus: 'Individual', DonorName: 'Ann Giver', Summary: 'Ann Giver - £960.00' };
    const { body, gift, parties, text } = await declare('2', {
      ...person,
      DonorPublicAddress: '9 Home Lane',
    });
    expect(gift?.donor).toMatchObject({ ref: 'Person', name: 'Ann Giver' });
    expect(body?.title).toBe('Donation from a private individual');
    expect(`${text}${JSON.stringify(parties)}`).not.toContain('Home Lane');
  });

  it('says that the register withholds the address of an individual', async () => {
    const { body } = await declare('2', { DonorStatus: 'Individual', DonorPublicAddress: '' });
    expect(body?.unspecified).toMatchObject([
      { field: 'gifts[0].donor.address', reason: 'WITHHELD_BY_PUBLISHER' },
    ]);
  });

  it('takes namesakes that two members name for two persons', async () => {
    const donor = { DonorStatus: 'Individual', DonorName: 'Ann Giver' };
    const { declarations } = await importFile(
      '2',
      donor,
      { ...donor, ID: '102' },
      { ...donor, ID: '103', 'MNIS ID': '9002', Member: 'Sam Other' },
    );
    const [one, again, other] = declarations.map(({ body }) => body.gifts?.[0]?.donor?.id);
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it('makes a gift of each donor of a visit and adds them up exactly', async () => {
    const { body } = await declare('4', {
      Donors_Name_2: 'Ann Giver',
      Donors_IsPrivateIndividual_2: 'True',
      Donors_PublicAddress_2: '',
      Donors_PaymentType_2: 'Monetary',
      Donors_PaymentDescription_2: 'Hotel',
      Donors_Value_2: '0.20',
      Donors_IsSoleBeneficiary_2: 'False',
      VisitLocations_Country_2: 'Palestine',
      VisitLocations_Destination_2: 'Ramallah',
    });
    expect(body).toMatchObject({
      total: { amount: '0.3', currency: 'GBP' },
      period: { from: '2026-02-01', to: '2026-02-04' },
      gifts: [
        {
          kind: 'VISIT',
          donor: { ref: 'Organization' },
          country: 'IL',
          countries: ['IL', 'PS'],
          destination: 'Haifa; Ramallah',
        },
        { kind: 'VISIT', donor: { ref: 'Person', name: 'Ann Giver' }, value: { amount: '0.2' } },
      ],
      unspecified: [{ field: 'gifts[1].donor.address', reason: 'WITHHELD_BY_PUBLISHER' }],
    });
  });

  it('keeps a country it does not know as a reason', async () => {
    const { body, gift } = await declare('4', { VisitLocations_Country_1: 'Freedonia' });
    expect(gift?.countries).toBeUndefined();
    expect(body?.unspecified).toEqual([
      { field: 'gifts[0].countries', reason: 'NOT_READABLE', description: 'Freedonia' },
    ]);
  });

  it('describes a property by place and kind, with its rent, and drops a postcode', async () => {
    const { body, text } = await declare('6', { Location: 'Flat in Northport NP1 2AB' });
    expect(body?.realEstate).toMatchObject([
      { country: 'FR', city: 'Flat in Northport', numberOfProperties: 2, owner: { kind: 'JOINT' } },
    ]);
    expect(body?.incomes).toMatchObject([{ kind: 'Rental income', startDate: '2024-06' }]);
    expect(text).not.toContain('NP1');
  });

  it('keeps a location that was not given as a reason', async () => {
    const { body } = await declare('6', { Location: 'no location provided' });
    expect(body?.realEstate?.[0]?.city).toBeUndefined();
    expect(body?.unspecified).toMatchObject([
      { field: 'realEstate[0].city', reason: 'INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION' },
    ]);
  });

  it.each([
    ['(i) Shareholdings: over 15% of issued share capital', { share: { exclusiveMinimum: '15' } }],
    [
      '(ii) Other shareholdings, valued at more than £70,000',
      { value: { minimum: '70000', currency: 'GBP' } },
    ],
  ])('reads the threshold %j', async (ShareholdingThreshold, expected) => {
    const { body } = await declare('7', { ShareholdingThreshold });
    expect(body?.interests).toMatchObject([{ ...expected, shareholdingThreshold: ShareholdingThreshold }]);
  });

  it.each([
    ['', 'DECLARANT'],
    ['Held by my spouse', 'SPOUSE'],
    ['Jointly with my wife', 'JOINT'],
  ])('reads whose a shareholding %j is', async (HeldOnBehalfOf, kind) => {
    const { body } = await declare('7', { HeldOnBehalfOf });
    expect(body?.interests?.[0]?.owner?.kind).toBe(kind);
  });

  it.each([
    ['Unpaid role', 'positions'],
    ['Fund to defray legal costs', 'gifts'],
    ['Financial interest or material benefit', 'interests'],
  ] as const)('keeps a miscellaneous %j under %s', async (MiscellaneousInterestType, list) => {
    const donor = 'Harbour Forum, 3 Quay Street';
    const { body, text } = await declare('8', { MiscellaneousInterestType, DonorName: donor });
    expect(body?.[list]).toHaveLength(1);
    expect(text).toContain('Given by Harbour Forum');
    expect(text).not.toContain('Quay Street');
  });

  it.each([
    ['Spouse', 'Related to member directly', 'SPOUSE', 'SPOUSE', 'Spouse'],
    ['Daughter', 'Related to member directly', 'CHILD', 'CHILD', 'Daughter'],
    ['Brother', 'Related to member directly', 'SIBLING', 'FAMILY', 'Brother'],
    ['Father', 'Related to spouse', 'OTHER', 'FAMILY', 'Father; Related to spouse'],
  ])('reads a relative: %s, %s', async (type, level, relationCode, kind, relation) => {
    const { body } = await declare('10', { FamilyRelationType: type, FamilyMemberRelationshipLevel: level });
    expect(body?.family).toMatchObject([{ relationCode, relation, person: { name: 'Pat Example' } }]);
    expect(body?.positions).toMatchObject([{ role: 'Office Manager', holder: { kind } }]);
    expect(body?.title).not.toContain('Pat');
  });

  it.each([
    ['2', { Value: 'about 50' }, 'Value', 'Expected a decimal number such as 1,234.50 in "Value".'],
    ['2', { Value: '1,2.5' }, 'Value', 'Expected a decimal number such as 1,234.50 in "Value".'],
    ['2', { ID: 'x' }, 'ID', 'Expected a number in "ID".'],
    [
      '3',
      { Registered: '02/03/2026' },
      'Registered',
      'Expected a date such as 2019, 2019-05 or 2019-05-03 in "Registered".',
    ],
    [
      '3',
      { IsSoleBeneficiary: 'maybe' },
      'IsSoleBeneficiary',
      'Expected "True", "False" or nothing in "IsSoleBeneficiary".',
    ],
    [
      '4',
      { Donors_Value_1: '?' },
      'Donors.0.Value',
      'Expected a decimal number such as 1,234.50 in "Donors.0.Value".',
    ],
  ] as const)(
    'rejects a row of category %s with %j and keeps the others',
    async (code, change, column, reason) => {
      const { declarations, rejects } = await importFile(code, change, { ID: '102' });
      expect(rejects).toEqual([{ line: 2, column, reason }]);
      expect(declarations.map(({ local }) => local)).toEqual(['interest-102']);
    },
  );

  it('throws BAD_FILE for a file of no category', async () => {
    const path = folder.write('interests.csv', 'ID\n1\n');
    await expect(itemsOf(ukRegister, path)).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: expect.stringMatching(/^Expected a file name .* got "interests\.csv"\.$/),
    });
  });

  it('throws BAD_FILE naming the columns that are missing', async () => {
    const path = folder.write(ukFileName('7'), 'ID,Summary\n1,x\n');
    await expect(itemsOf(ukRegister, path)).rejects.toMatchObject({
      code: 'BAD_FILE',
      message: expect.stringContaining('"OrganisationName"'),
    });
  });
});
