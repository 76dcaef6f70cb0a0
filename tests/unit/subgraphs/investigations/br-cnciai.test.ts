import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readDecimal, writeDecimal } from '../../../../shared/domain/decimal.js';
import { OrganizationBody } from '../../../../shared/domain/party-body.js';
import { CourtCaseBody } from '../../../../subgraphs/investigations/domain/court-case-body.js';
import { SanctionBody } from '../../../../subgraphs/investigations/domain/sanction-body.js';
import { brCnciai } from '../../../../subgraphs/investigations/importers/br-cnciai.js';
import { type ReadImport, readImport, readImportOf, realData } from '../../../fixtures/read-import.js';

const real = realData('br-improbity-convictions');
const plain = {
  id_condenacao: '1',
  id_processo: '10',
  id_pessoa: '100',
  n_processo: '00010',
  nm_pessoa: 'FAROL CONSTRUçõES LTDA',
  tribunal: 'Tribunal de Lumiar',
  instancia: '1 grau',
  esfera_processo: 'Estadual',
  comarca_secao: 'LUMIAR',
  vara_camara: '1ª VARA',
  uf_processo: 'SP',
  dt_propositura: '2010-05-06',
  dt_pena: '2015-02-03',
  dt_cadastro: '2016-01-01',
  tipo_pena: 'Trânsito em julgado',
  assunto_nm_1: 'Dano ao Erário',
  assunto_nm_2: '',
  assunto_nm_3: '',
  teve_multa: 'False',
  vl_multa: '',
  teve_ressarcimento: 'False',
  vl_ressarcimento: '',
  teve_perda_bens: 'False',
  vl_perda_bens: '',
  teve_proibicao: 'False',
  de_proibicao: '',
  ate_proibicao: '',
};

function read(...rows: readonly Partial<typeof plain>[]): Promise<ReadImport> {
  const lines = rows.map((row) =>
    Object.values({ ...plain, ...row })
      .map((cell) => `"${cell}"`)
      .join(','),
  );
  return readImportOf(brCnciai, { 'c.csv': `${[Object.keys(plain).join(','), ...lines].join('\n')}\n` });
}

function sanctionsOf({ records }: ReadImport): SanctionBody[] {
  return records.filter(({ type }) => type === 'Sanction').map(({ body }) => SanctionBody.parse(body));
}

function casesOf({ records }: ReadImport): CourtCaseBody[] {
  return records.filter(({ type }) => type === 'CourtCase').map(({ body }) => CourtCaseBody.parse(body));
}

describe('br-cnciai', () => {
  it('reads a conviction into a sanction, its entity and its case', async () => {
    const done = await read({
      teve_multa: 'True',
      vl_multa: '56747.729999999996',
      teve_proibicao: 'True',
      de_proibicao: '2015-02-03',
      ate_proibicao: '2020-02-03',
    });
    expect(done.records.map(({ type, local }) => [type, local.length === 26 || local])).toEqual([
      ['Sanction', 'cnciai-condenacao-1'],
      ['Organization', true],
      ['CourtCase', 'cnciai-processo-10'],
    ]);
    const [, organization] = done.records;
    expect(OrganizationBody.parse(organization?.body).name).toBe('FAROL CONSTRUçõES LTDA');
    expect(sanctionsOf(done)).toMatchObject([
      {
        entity: { ref: 'Organization', id: organization?.local, name: 'FAROL CONSTRUçõES LTDA' },
        authority: 'Tribunal de Lumiar',
        programId: 'CNCIAI',
        country: 'BR',
        startDate: '2015-02-03',
        endDate: '2020-02-03',
        listingDate: '2016-01-01',
        amount: { amount: '56747.73', currency: 'BRL', original: '56747.729999999996' },
        courtCase: 'cnciai-processo-10',
        handling: { tlp: 'TLP:CLEAR' },
        provenance: { license: 'MIT', sourceId: '1' },
      },
    ]);
    expect(casesOf(done)).toMatchObject([
      {
        caseNumber: '00010',
        jurisdiction: 'BR-SP',
        fileDate: '2010-05-06',
        closeDate: '2015-02-03',
        subjectMatter: ['Dano ao Erário'],
        events: [
          { stage: 'FINAL', disposition: 'convicted', authority: '1ª VARA, LUMIAR', amountKind: 'fine' },
        ],
      },
    ]);
  });

  it('makes one case of the convictions of a process, open while one ruling is not final', async () => {
    const done = await read(
      {},
      { id_condenacao: '2', id_processo: '11' },
      { id_condenacao: '3', id_pessoa: '101', nm_pessoa: 'OUTRA LTDA', tipo_pena: 'Órgão colegiado' },
    );
    const [shared, other] = casesOf(done);
    expect(shared?.parties?.map(({ party }) => party?.name)).toEqual([
      'FAROL CONSTRUçõES LTDA',
      'OUTRA LTDA',
    ]);
    expect(shared?.events?.map(({ stage }) => stage)).toEqual(['FINAL', 'JUDGMENT']);
    expect([shared?.status, shared?.closeDate]).toEqual(['Órgão colegiado', undefined]);
    expect(other?.parties).toHaveLength(1);
    expect(sanctionsOf(done).map(({ courtCase }) => courtCase)).toEqual([
      'cnciai-processo-10',
      'cnciai-processo-11',
      'cnciai-processo-10',
    ]);
  });

  it('gives one entity the same record from each of its convictions', async () => {
    const { records } = await read({}, { id_condenacao: '2', id_processo: '11' });
    const [one, other] = records.filter(({ type }) => type === 'Organization');
    expect(one).toEqual(other);
  });

  it.each([
    ['fileDate', { dt_propositura: '31/12/2010' }, 'NOT_READABLE', '31/12/2010'],
    ['events[0].date', { dt_pena: '2015-02-30' }, 'NOT_READABLE', '2015-02-30'],
    ['events[0].amount', { teve_multa: 'True', vl_multa: 'R$ 5' }, 'NOT_READABLE', 'R$ 5'],
    ['events[0].amount', { teve_multa: 'True', vl_multa: '1.23456789' }, 'NOT_READABLE', '1.23456789'],
    ['events[0].amount', { teve_multa: 'True' }, 'INFORMATION_UNKNOWN_TO_PUBLISHER', undefined],
  ])('leaves %s empty with a reason when it is %o', async (field, row, reason, description) => {
    const [body] = casesOf(await read(row));
    expect(body?.unspecified).toEqual([{ field, reason, ...(description ? { description } : {}) }]);
  });

  it.each([
    ['1234.5', '1234.5'],
    ['4465.7699999999995', '4465.77'],
    ['58066.380000000005', '58066.38'],
    ['0.9999999999', '1'],
  ])('reads the amount %s as %s', async (text, amount) => {
    const [body] = sanctionsOf(await read({ teve_multa: 'True', vl_multa: text }));
    expect(body?.amount?.amount).toBe(amount);
  });

  it('skips an exact repeat and rejects another content under the same id', async () => {
    const { records, rejects, skips } = await read({}, {}, { nm_pessoa: 'OUTRA LTDA' });
    expect(skips).toEqual(['c.csv:3 exact repeat of a conviction that was already read']);
    expect(rejects).toEqual([
      'c.csv:4 id_condenacao Expected one row per "id_condenacao", another content under this id was already read.',
    ]);
    expect(records).toHaveLength(3);
  });

  it.each([
    ['id_condenacao', { id_condenacao: 'x' }, 'a whole number'],
    ['nm_pessoa', { nm_pessoa: ' ' }, 'a name'],
    ['teve_multa', { teve_multa: 'sim' }, '"True" or "False"'],
    ['uf_processo', { uf_processo: 'São Paulo' }, 'a state of two letters or nothing'],
  ])('rejects a row with a faulty %s', async (column, row, expected) => {
    const { records, rejects } = await read(row);
    expect(records).toEqual([]);
    expect(rejects).toEqual([`c.csv:2 ${column} Expected ${expected} in "${column}".`]);
  });

  it.skipIf(real.isMissing)('reads the real register (needs ../shared/data)', async () => {
    const done = await readImport(brCnciai, [real.path]);
    expect(done.rejects).toEqual([]);
    expect(done.skips).toHaveLength(3);
    expect(done.rows).toBe(1623);
    const sanctions = sanctionsOf(done);
    expect([sanctions.length, casesOf(done).length]).toEqual([1620, 1291]);
    for (const { body, type } of done.records) {
      expect(type === 'Organization' ? OrganizationBody.parse(body).name : type).toBeTruthy();
    }
    const organizations = done.records.filter(({ type }) => type === 'Organization');
    expect(new Set(organizations.map(({ local }) => local)).size).toBe(1408);
    const fines = sanctions.reduce((sum, { amount }) => sum + readDecimal(amount?.amount ?? '0'), 0n);
    expect(writeDecimal(fines)).toBe((centavosOf(real.path) / 100).toFixed(2));
  });
});

/** The sum of the fines straight from the cells, each rounded to centavos, repeats counted once. */
function centavosOf(folder: string): number {
  const path = join(folder, 'convictions-legal-entities.csv');
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true });
  const byId = new Map(rows.map((row) => [row['id_condenacao'], Number(row['vl_multa'])]));
  return [...byId.values()].reduce((sum, fine) => sum + Math.round(fine * 100), 0);
}
