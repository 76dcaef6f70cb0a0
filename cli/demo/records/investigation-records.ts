import type { Handling, PartyRef } from '../../../shared/domain/record-body.js';
import type {
  CourtCaseBody,
  ProceedingEvent,
} from '../../../subgraphs/investigations/domain/court-case-body.js';
import type {
  EvidenceDocument,
  Finding,
  InvestigationBody,
  Source,
  Subject,
} from '../../../subgraphs/investigations/domain/investigation-body.js';
import type { SanctionBody } from '../../../subgraphs/investigations/domain/sanction-body.js';
import { purposes } from '../world/locales.js';
import type { Country } from '../world/world.js';
import { type DemoRow, rowOf, type Scene } from './scene.js';

const counts = { investigations: 1_600, courtCases: 1_900, sanctions: 1_500 } as const;

/** Codes of ICCS 0703 with words for them. All that is said about parties says that it is invented. */
const offences = [
  { code: '07031', words: 'bribery' },
  { code: '07032', words: 'embezzlement' },
  { code: '07033', words: 'abuse of functions' },
  { code: '07034', words: 'trading in influence' },
  { code: '07035', words: 'illicit enrichment' },
] as const;

const grounds = ['fraudulent', 'corrupt', 'collusive', 'coercive', 'obstructive'] as const;

/** Investigations, court cases and sanctions of one member. */
export function* investigationRecords(scene: Scene): Generator<DemoRow> {
  for (let i = 0; i < counts.investigations; i++) {
    yield rowOf(scene, {
      type: 'Investigation',
      local: scene.stamp.localId('inv', i),
      body: investigation(scene),
    });
  }
  for (let i = 0; i < counts.courtCases; i++) {
    yield rowOf(scene, {
      type: 'CourtCase',
      local: scene.stamp.localId('case', i),
      body: courtCase(scene, i),
    });
  }
  for (let i = 0; i < counts.sanctions; i++) {
    yield rowOf(scene, {
      type: 'Sanction',
      local: scene.stamp.localId('sanction', i),
      body: sanction(scene, i),
    });
  }
}

function investigation(scene: Scene): InvestigationBody {
  const { random, stamp, book } = scene;
  const country = scene.country();
  const body = scene.body(country);
  const purpose = random.int(0, purposes.length - 1);
  const offence = random.pick(offences);
  const parties = someParties(scene, country, 1, 4);
  const start = random.int(2017, 2025);
  const status = random.pick(['LEAD', 'ACTIVE', 'ON_HOLD', 'PUBLISHED', 'PUBLISHED', 'CLOSED'] as const);
  const published = status === 'PUBLISHED' ? scene.date(start + 1, 2026) : undefined;
  const base = stamp.base({ sourceType: 'PRIMARY_RESEARCH', language: 'eng' }, labels[status]);
  return {
    ...base,
    handling: { ...base.handling, ...embargo(scene, status) },
    title: `${random.pick(['Following', 'Behind', 'Who pays for', 'Questions about'])} ${country.locale.purposes[purpose] ?? ''}, ${scene.placeName(body, country)}`,
    summary: `An invented investigation into how money for "${purposes[purpose]?.label ?? ''}" was spent.`,
    category: 'casefile',
    status,
    country: country.locale.country,
    countries: [...new Set([country.locale.country, scene.home.locale.country])],
    languages: [country.locale.language],
    startDate: scene.date(start, start),
    ...(published === undefined
      ? {}
      : { publishedAt: published, publishedUrl: `https://${stamp.member.id}.example/stories` }),
    ...(status === 'CLOSED' ? { endDate: scene.date(start + 1, 2026) } : {}),
    offences: [offence.code],
    ...(random.chance(0.6) ? { amountConcerned: scene.money(country, 20_000) } : {}),
    ...(random.chance(0.2) ? { partners: [book.organization(scene.company(scene.home))] } : {}),
    subjects: parties.map((party) => subject(scene, party)),
    ...(published === undefined
      ? {
          workingHypothesis: `In this invented example the money for "${purposes[purpose]?.label ?? ''}" came back.`,
        }
      : {}),
    findings: parties.slice(0, 2).map((party) => finding(scene, party, { offence, published })),
    evidence: Array.from({ length: random.int(0, 3) }, () => evidence(scene, country)),
    sources: Array.from({ length: random.int(1, 3) }, () => source(scene)),
  };
}

/** What is only a lead stays at home; what is being worked on, in the coalition or with those the owner names. */
const labels = {
  LEAD: ['TLP:RED', 'TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER'],
  ACTIVE: ['TLP:AMBER', 'TLP:AMBER', 'TLP:AMBER+STRICT'],
  ON_HOLD: ['TLP:AMBER'],
  PUBLISHED: ['TLP:CLEAR', 'TLP:CLEAR', 'TLP:CLEAR', 'TLP:GREEN'],
  CLOSED: ['TLP:GREEN', 'TLP:AMBER'],
} as const satisfies Record<NonNullable<InvestigationBody['status']>, readonly Handling['tlp'][]>;

/** Some that are ready wait for a day on which all partners publish: long past, or long after the demo. */
function embargo({ random }: Scene, status: InvestigationBody['status']): Pick<Handling, 'embargoUntil'> {
  if (status !== 'PUBLISHED' && status !== 'CLOSED') {
    return {};
  }
  const day = random.int(0, 19);
  return day < 2 ? { embargoUntil: `${day === 0 ? 2040 : 2020}-01-01T06:00:00.000Z` } : {};
}

function someParties(scene: Scene, country: Country, least: number, most: number): PartyRef[] {
  const refs = Array.from({ length: scene.random.int(least, most) }, () =>
    scene.book.party(scene.party(country)),
  );
  return [...new Map(refs.map((ref) => [ref.id, ref])).values()];
}

function subject({ random, date }: Scene, party: PartyRef): Subject {
  return {
    party,
    role: random.pick(['subject', 'beneficiary', 'intermediary', 'witness']),
    ...(random.chance(0.4) ? { since: date(2012, 2024) } : {}),
    identifiedPublicly: random.chance(0.5),
  };
}

/** A finding that is not published yet is a draft; its text is for the owner alone. */
function finding(
  { random }: Scene,
  party: PartyRef,
  about: { readonly offence: (typeof offences)[number]; readonly published: string | undefined },
): Finding {
  const { offence, published } = about;
  const isWithdrawn = published !== undefined && random.chance(0.05);
  return {
    text: `In this invented example the records suggest ${offence.words}; nobody named here exists.`,
    subject: party,
    allegedOffence: offence.code,
    estimate: random.pick(['UNLIKELY', 'ROUGHLY_EVEN', 'LIKELY', 'VERY_LIKELY']),
    credibility: random.int(1, 6),
    ...(published === undefined
      ? { status: random.pick(['DRAFT', 'CHECKED', 'RIGHT_OF_REPLY_SENT'] as const) }
      : { status: isWithdrawn ? ('WITHDRAWN' as const) : ('PUBLISHED' as const), publishedAt: published }),
    ...(random.chance(0.3) ? { rightOfReply: 'The invented party denies everything.' } : {}),
    ...(isWithdrawn ? { correction: 'The invented record was of somebody else.' } : {}),
  };
}

function evidence(scene: Scene, country: Country): EvidenceDocument {
  const { random } = scene;
  return {
    title: random.pick([
      'Invented contract',
      'Invented minutes of a meeting',
      'Invented invoice',
      'Invented land record',
    ]),
    mimeType: random.pick(['application/pdf', 'text/csv', 'image/png']),
    language: country.locale.language,
    role: random.pick(['payment', 'ownership', 'meeting']),
    ...(random.chance(0.3) ? { excerpt: 'Invented: "… as agreed, half of it before the award …"' } : {}),
    obtainedAt: scene.date(2019, 2026).slice(0, 7),
  };
}

function source({ random, date }: Scene): Source {
  return {
    kind: random.pick(['DOCUMENT', 'REGISTER', 'OPEN', 'HUMAN', 'LEAK']),
    reliability: random.pick(['A', 'B', 'C', 'F']),
    obtainedAt: date(2019, 2026).slice(0, 7),
  };
}

function courtCase(scene: Scene, number: number): CourtCaseBody {
  const { random, stamp, book } = scene;
  const country = scene.country();
  const court = book.organization(scene.body(country, 3));
  const offence = random.pick(offences);
  const parties = someParties(scene, country, 1, 3);
  const filed = random.int(2014, 2025);
  const isOver = random.chance(0.6);
  return {
    ...stamp.base({ sourceType: 'OFFICIAL_REGISTER', language: country.locale.language }),
    title: `Invented case of ${offence.words}`,
    caseNumber: `${country.locale.country}-${filed}-${stamp.localId('n', number).slice(2, 8).toUpperCase()}`,
    ...(court.name === undefined ? {} : { court: court.name }),
    jurisdiction: country.locale.country,
    country: country.locale.country,
    category: 'criminal',
    status: isOver ? 'closed' : 'open',
    fileDate: scene.date(filed, filed),
    ...(isOver ? { closeDate: scene.date(filed + 1, 2026) } : {}),
    offences: [offence.code],
    subjectMatter: [country.locale.purposes[random.int(0, purposes.length - 1)] ?? 'procurement'],
    parties: parties.map((party) => ({ party, role: random.pick(['defendant', 'claimant', 'third party']) })),
    events: proceedings(scene, country, { filed, isOver, party: parties[0] }),
    ...(number > 0 && random.chance(0.1)
      ? { appealOf: stamp.localId('case', random.int(0, number - 1)) }
      : {}),
  };
}

function proceedings(
  scene: Scene,
  country: Country,
  about: { readonly filed: number; readonly isOver: boolean; readonly party: PartyRef | undefined },
): ProceedingEvent[] {
  const { random } = scene;
  const party = about.party === undefined ? {} : { party: about.party };
  const charged: ProceedingEvent = { stage: 'CHARGED', date: scene.date(about.filed, about.filed), ...party };
  if (!about.isOver) {
    return [charged];
  }
  const disposition = random.pick(['acquitted', 'convicted', 'dismissed', 'settled']);
  const judgment: ProceedingEvent = {
    stage: disposition === 'settled' ? 'SETTLED' : 'JUDGMENT',
    disposition,
    date: scene.date(about.filed + 1, 2026),
    ...party,
    ...(disposition === 'convicted'
      ? {
          amount: scene.money(country, 1_000),
          amountKind: random.pick(['fine', 'compensation', 'forfeiture']),
        }
      : {}),
  };
  return [charged, judgment];
}

function sanction(scene: Scene, number: number): SanctionBody {
  const { random, stamp, book } = scene;
  const country = scene.country();
  const authority = book.organization(scene.body(country, 4));
  const start = random.int(2015, 2025);
  const isOpenEnded = random.chance(0.4);
  const ground = random.pick(grounds);
  return {
    ...stamp.base({ sourceType: 'OFFICIAL_REGISTER', language: country.locale.language }),
    entity: book.party(random.chance(0.3) ? scene.person(country) : scene.company(country)),
    ...(authority.name === undefined ? {} : { authority: authority.name }),
    authorityId: `${country.locale.country}-${stamp.localId('n', 'sanction', number).slice(2, 10).toUpperCase()}`,
    program: 'Invented list of suppliers that may not bid',
    programId: `DEMO-${country.locale.country}-BID`,
    country: country.locale.country,
    startDate: scene.date(start, start),
    ...(isOpenEnded ? {} : { endDate: scene.date(start + 1, start + 5) }),
    listingDate: scene.date(start, start),
    reason: `In this invented example the bid was ${ground}.`,
    grounds: [ground],
    provisions: 'No bids for public contracts',
    duration: isOpenEnded ? 'until further notice' : 'fixed',
    status: isOpenEnded ? 'active' : 'ended',
    ...(random.chance(0.3) ? { amount: scene.money(country, 500) } : {}),
    ...(random.chance(0.4) ? { courtCase: stamp.localId('case', random.int(0, counts.courtCases - 1)) } : {}),
  };
}
