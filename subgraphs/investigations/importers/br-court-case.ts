import { compactBody } from '../../../shared/importing/compact-body.js';
import type { RecordInput } from '../../../shared/store/record-store.js';
import type { CourtCaseBody, ProceedingEvent } from '../domain/court-case-body.js';
import { type Conviction, given, unspecifiedOf } from './br-conviction.js';
import { brHandling, brProvenance } from './br-provenance.js';

const finalRuling = 'Trânsito em julgado';

/** The local id of the case of a process. */
export function caseIdOf(conviction: Conviction): string {
  return `cnciai-processo-${conviction.row.id_processo}`;
}

/**
 * The case of all convictions of one process: a party each, and an event per conviction, or one per amount where it
 * has amounts. The case is closed when the rulings against all its parties are final, on the day of the last.
 */
export function toCourtCase(
  convictions: readonly [Conviction, ...Conviction[]],
  retrievedAt: string,
): RecordInput {
  const [first] = convictions;
  const { row } = first;
  const events = convictions.flatMap(eventsOf);
  const ruledOn = convictions.flatMap(({ convictedOn }) => given(convictedOn) ?? []);
  const notFinal = convictions.find((conviction) => conviction.row.tipo_pena !== finalRuling);
  const isClosed = notFinal === undefined && ruledOn.length === convictions.length;
  const body: CourtCaseBody = {
    handling: brHandling,
    provenance: brProvenance('processo', row.id_processo, retrievedAt),
    caseNumber: row.n_processo,
    court: row.tribunal,
    country: 'BR',
    jurisdiction: row.uf_processo === '' ? 'BR' : `BR-${row.uf_processo}`,
    category: row.esfera_processo,
    status: notFinal === undefined ? finalRuling : notFinal.row.tipo_pena,
    fileDate: given(first.filedOn),
    closeDate: isClosed ? ruledOn.toSorted().at(-1) : undefined,
    subjectMatter: [...new Set(convictions.flatMap(({ subjects }) => subjects))],
    parties: partiesOf(convictions),
    events: events.map(({ event }) => event),
    unspecified: [
      ...unspecifiedOf({ fileDate: first.filedOn }),
      ...events.flatMap(({ readings }, i) =>
        unspecifiedOf(readings).map((one) => ({ ...one, field: `events[${i}].${one.field}` })),
      ),
    ],
  };
  return { type: 'CourtCase', local: caseIdOf(first), body: compactBody(body) };
}

function partiesOf(convictions: readonly Conviction[]): CourtCaseBody['parties'] {
  const byId = new Map(convictions.map(({ party }) => [party.id, party]));
  return [...byId.values()].map((party) => ({ party, role: 'convicted' }));
}

interface ReadEvent {
  readonly event: ProceedingEvent;
  readonly readings: Parameters<typeof unspecifiedOf>[0];
}

function eventsOf(conviction: Conviction): ReadEvent[] {
  const { row, convictedOn } = conviction;
  const event: ProceedingEvent = {
    stage: row.tipo_pena === finalRuling ? 'FINAL' : 'JUDGMENT',
    disposition: 'convicted',
    date: given(convictedOn),
    authority:
      [row.vara_camara, row.comarca_secao].filter((text) => text !== undefined).join(', ') || undefined,
    party: conviction.party,
    description: row.tipo_pena,
  };
  const amounts = [
    { amountKind: 'fine', reading: conviction.fine },
    { amountKind: 'compensation', reading: conviction.compensation },
    { amountKind: 'forfeiture', reading: conviction.forfeiture },
  ].filter(({ reading }) => reading.kind !== 'absent');
  if (amounts.length === 0) {
    return [{ event, readings: { date: convictedOn } }];
  }
  return amounts.map(({ amountKind, reading }) => ({
    event: { ...event, amount: given(reading), amountKind },
    readings: { date: convictedOn, amount: reading },
  }));
}
