import type { Handling, Provenance } from '../../../shared/domain/record-body.js';

export const brHandling: Handling = { tlp: 'TLP:CLEAR', license: 'MIT', attribution: 'MUST' };

const register = 'https://www.cnj.jus.br/improbidade_adm';

/** Where the register shows each kind of thing; it has no page of its own for a person. */
const pages = {
  condenacao: (id: string) => `${register}/visualizar_condenacao.php?seq_condenacao=${id}`,
  processo: (id: string) => `${register}/visualizar_processo.php?seq_processo=${id}`,
  pessoa: () => `${register}/consultar_requerido.php`,
};

export function brProvenance(kind: keyof typeof pages, id: string, retrievedAt: string): Provenance {
  return {
    sourceUrl: pages[kind](id),
    publisher: 'Conselho Nacional de Justiça',
    publisherUrl: 'https://www.cnj.jus.br',
    dataset: 'br-cnciai',
    sourceType: 'OFFICIAL_REGISTER',
    ...(kind === 'pessoa' ? {} : { sourceId: id }),
    license: 'MIT',
    attribution: 'Conselho Nacional de Justiça (CNCIAI), collected by Associação Brasileira de Jurimetria',
    language: 'por',
    retrievedAt,
  };
}
