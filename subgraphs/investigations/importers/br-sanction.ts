import type { OrganizationBody } from '../../../shared/domain/party-body.js';
import { compactBody } from '../../../shared/importing/compact-body.js';
import type { RecordInput } from '../../../shared/store/record-store.js';
import type { SanctionBody } from '../domain/sanction-body.js';
import { type Conviction, given, unspecifiedOf } from './br-conviction.js';
import { caseIdOf } from './br-court-case.js';
import { brHandling, brProvenance } from './br-provenance.js';

const program =
  'Cadastro Nacional de Condenações Cíveis por Ato de Improbidade Administrativa e Inelegibilidade';
const prohibition =
  'Proibição de contratar com o Poder Público ou receber benefícios ou incentivos fiscais ou creditícios';

/** The sanction of a conviction; its dates are those of the prohibition, where there is one. */
export function toSanction(conviction: Conviction, retrievedAt: string): RecordInput {
  const { row } = conviction;
  const body: SanctionBody = {
    handling: brHandling,
    provenance: brProvenance('condenacao', row.id_condenacao, retrievedAt),
    entity: conviction.party,
    authority: row.tribunal,
    authorityId: row.id_condenacao,
    program,
    programId: 'CNCIAI',
    country: 'BR',
    startDate: given(conviction.prohibitedFrom),
    endDate: given(conviction.prohibitedUntil),
    listingDate: given(conviction.enteredOn),
    reason: conviction.subjects.join('; ') || undefined,
    provisions: row.teve_proibicao ? prohibition : undefined,
    status: row.tipo_pena,
    amount: given(conviction.fine),
    courtCase: caseIdOf(conviction),
    unspecified: unspecifiedOf({
      amount: conviction.fine,
      startDate: conviction.prohibitedFrom,
      endDate: conviction.prohibitedUntil,
      listingDate: conviction.enteredOn,
    }),
  };
  return { type: 'Sanction', local: `cnciai-condenacao-${row.id_condenacao}`, body: compactBody(body) };
}

/** The convicted entity, the same record from each of its convictions. */
export function toOrganization({ party, row }: Conviction, retrievedAt: string): RecordInput {
  const body: OrganizationBody = {
    handling: brHandling,
    provenance: brProvenance('pessoa', row.id_pessoa, retrievedAt),
    name: row.nm_pessoa,
    names: [{ full: row.nm_pessoa, language: 'por', script: 'Latn' }],
    entityType: 'LEGAL_ENTITY',
    countries: ['BR'],
  };
  return { type: 'Organization', local: party.id, body };
}
