import { type Part, partAt, partsAt, textAt, textsAt } from './answer.js';
import { addParty, lower } from './party.js';
import { countryOf, partId, type Telling } from './record.js';

export const investigationFields = `
  title summary category status country countries publishedAt publishedUrl startDate endDate offences
  leadOrganization { ...organizationOf }
  subjects { role capacity since until party { ...partyOf } }
  findings { text allegedOffence status publishedAt subject { ...partyOf } }
`;

export const courtCaseFields = `
  title caseNumber court country category type status fileDate closeDate
  parties { role party { ...partyOf } }
`;

export const sanctionFields = `
  authority authorityId program programId country startDate endDate listingDate reason provisions duration status
  entity { ...partyOf }
`;

/** An investigation: a document, whom it is about and in what role, and each finding as a note. */
export function tellInvestigation(telling: Telling): void {
  const { record, source, collector } = telling;
  const lead = addParty(partAt(record, 'leadOrganization'), source, collector);
  collector.add(
    { id: source.record, schema: 'Article' },
    {
      title: textAt(record, 'title'),
      name: textAt(record, 'title'),
      summary: textAt(record, 'summary'),
      country: [...new Set([countryOf(record), ...textsAt(record, 'countries').map(lower)])],
      date: textAt(record, 'startDate'),
      publishedAt: textAt(record, 'publishedAt'),
      sourceUrl: textAt(record, 'publishedUrl') ?? source.sourceUrl,
      keywords: textsAt(record, 'offences'),
    },
    source,
  );
  const about = partsAt(record, 'subjects');
  about.forEach((subject, i) => {
    const party = addParty(partAt(subject, 'party'), source, collector);
    document(telling, { party, role: textAt(subject, 'role'), place: i, span: subject });
  });
  document(telling, { party: lead, role: 'leadOrganization', place: about.length, span: {} });
  partsAt(record, 'findings').forEach((finding, i) => {
    collector.add(
      { id: partId(record, 'findings', i), schema: 'Note' },
      {
        description: textAt(finding, 'text'),
        summary: textAt(finding, 'allegedOffence'),
        entity: addParty(partAt(finding, 'subject'), source, collector)?.id,
        keywords: textAt(finding, 'status'),
        proof: source.record,
      },
      source,
    );
  });
}

function document(
  { record, source, collector }: Telling,
  of: {
    readonly party: { readonly id: string } | undefined;
    readonly role: string | undefined;
    readonly place: number;
    readonly span: Part;
  },
): void {
  if (of.party !== undefined) {
    collector.add(
      { id: partId(record, 'subjects', of.place), schema: 'Documentation' },
      {
        document: source.record,
        entity: of.party.id,
        role: of.role,
        startDate: textAt(of.span, 'since'),
        endDate: textAt(of.span, 'until'),
      },
      source,
    );
  }
}

export function tellCourtCase({ record, source, collector }: Telling): void {
  collector.add(
    { id: source.record, schema: 'CourtCase' },
    {
      name: textAt(record, 'title'),
      caseNumber: textAt(record, 'caseNumber'),
      court: textAt(record, 'court'),
      country: countryOf(record),
      category: textAt(record, 'category'),
      type: textAt(record, 'type'),
      status: textAt(record, 'status'),
      fileDate: textAt(record, 'fileDate'),
      closeDate: textAt(record, 'closeDate'),
      sourceUrl: source.sourceUrl,
    },
    source,
  );
  partsAt(record, 'parties').forEach((named, i) => {
    const party = addParty(partAt(named, 'party'), source, collector);
    if (party !== undefined) {
      collector.add(
        { id: partId(record, 'parties', i), schema: 'CourtCaseParty' },
        { case: source.record, party: party.id, role: textAt(named, 'role') },
        source,
      );
    }
  });
}

export function tellSanction({ record, source, collector }: Telling): void {
  collector.add(
    { id: source.record, schema: 'Sanction' },
    {
      entity: addParty(partAt(record, 'entity'), source, collector)?.id,
      authority: textAt(record, 'authority'),
      authorityId: textAt(record, 'authorityId'),
      program: textAt(record, 'program'),
      programId: textAt(record, 'programId'),
      country: countryOf(record),
      startDate: textAt(record, 'startDate'),
      endDate: textAt(record, 'endDate'),
      listingDate: textAt(record, 'listingDate'),
      reason: textAt(record, 'reason'),
      provisions: textAt(record, 'provisions'),
      duration: textAt(record, 'duration'),
      status: textAt(record, 'status'),
      sourceUrl: source.sourceUrl,
    },
    source,
  );
}
