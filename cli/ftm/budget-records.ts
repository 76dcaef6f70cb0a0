import { partAt, partsAt, textAt } from './answer.js';
import { addParty } from './party.js';
import { countryOf, moneyOf, partId, type Telling } from './record.js';

export const budgetLineFields = `
  budgetLineId title country fiscalYear direction phase amount { ...moneyOf }
  administrator { ...organizationOf } recipient { ...organizationOf }
`;

export const contractingProcessFields = `
  ocid title description country status procurementMethod tenderStart tenderEnd awardDate numberOfTenderers flags
  value { ...moneyOf } awardValue { ...moneyOf }
  buyer { ...organizationOf } procuringEntity { ...organizationOf } suppliers { ...partyOf }
`;

export const transactionFields = `
  transactionId date country purpose programme sourceUrl amount { ...moneyOf }
  payer { ...organizationOf } payee { ...partyOf }
`;

export const auditFields = `
  title country subject status dueDate deliveredDate publishedAt
  auditor { ...organizationOf } auditee { ...organizationOf }
`;

/** A budget line: a project with money, and who administers and receives it. */
export function tellBudgetLine({ record, source, collector }: Telling): void {
  const project = { id: source.record, schema: 'Project' };
  collector.add(
    project,
    {
      name: textAt(record, 'title'),
      projectId: textAt(record, 'budgetLineId'),
      country: countryOf(record),
      phase: textAt(record, 'phase'),
      status: textAt(record, 'direction'),
      startDate: textAt(record, 'fiscalYear'),
      ...moneyOf(partAt(record, 'amount')),
      sourceUrl: source.sourceUrl,
    },
    source,
  );
  for (const role of ['administrator', 'recipient']) {
    const participant = addParty(partAt(record, role), source, collector);
    if (participant !== undefined) {
      collector.add(
        { id: partId(record, role, 0), schema: 'ProjectParticipant' },
        { project: project.id, participant: participant.id, role },
        source,
      );
    }
  }
}

/** A contracting process: a contract and its award to each supplier. */
export function tellContractingProcess({ record, source, collector }: Telling): void {
  const contract = { id: source.record, schema: 'Contract' };
  const [value, awarded] = [partAt(record, 'value'), partAt(record, 'awardValue')];
  const buyer = addParty(partAt(record, 'buyer'), source, collector);
  const procuring = addParty(partAt(record, 'procuringEntity'), source, collector);
  collector.add(
    contract,
    {
      name: textAt(record, 'title'),
      title: textAt(record, 'title'),
      description: textAt(record, 'description'),
      country: countryOf(record),
      authority: [buyer?.id, procuring?.id],
      procedureNumber: textAt(record, 'ocid'),
      method: textAt(record, 'procurementMethod'),
      status: textAt(record, 'status'),
      contractDate: textAt(record, 'awardDate'),
      ...moneyOf(awarded ?? value),
      sourceUrl: source.sourceUrl,
    },
    source,
  );
  partsAt(record, 'suppliers').forEach((party, i) => {
    const supplier = addParty(party, source, collector);
    collector.add(
      { id: partId(record, 'award', i), schema: 'ContractAward' },
      {
        contract: contract.id,
        supplier: supplier?.id,
        date: textAt(record, 'awardDate'),
        ...moneyOf(awarded),
      },
      source,
    );
  });
}

export function tellTransaction({ record, source, collector }: Telling): void {
  collector.add(
    { id: source.record, schema: 'Payment' },
    {
      payer: addParty(partAt(record, 'payer'), source, collector)?.id,
      beneficiary: addParty(partAt(record, 'payee'), source, collector)?.id,
      ...moneyOf(partAt(record, 'amount')),
      date: textAt(record, 'date'),
      purpose: textAt(record, 'purpose'),
      programme: textAt(record, 'programme'),
      transactionNumber: textAt(record, 'transactionId'),
      sourceUrl: textAt(record, 'sourceUrl') ?? source.sourceUrl,
    },
    source,
  );
}

/** An audit: a document about who was audited, by whom. */
export function tellAudit({ record, source, collector }: Telling): void {
  collector.add(
    { id: source.record, schema: 'Document' },
    {
      title: textAt(record, 'title'),
      name: textAt(record, 'title'),
      summary: textAt(record, 'subject'),
      country: countryOf(record),
      date: textAt(record, 'deliveredDate'),
      publishedAt: textAt(record, 'publishedAt'),
      sourceUrl: source.sourceUrl,
    },
    source,
  );
  for (const role of ['auditor', 'auditee']) {
    const party = addParty(partAt(record, role), source, collector);
    if (party !== undefined) {
      collector.add(
        { id: partId(record, role, 0), schema: 'Documentation' },
        { document: source.record, entity: party.id, role },
        source,
      );
    }
  }
}
