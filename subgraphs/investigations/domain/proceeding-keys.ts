import { daysBetween } from '../../../shared/domain/partial-date.js';
import { compareText } from '../../../shared/domain/text.js';
import type { KeySpec, RecordBody } from '../../../shared/store/record-type.js';

/** What the steps of a court case are filtered and grouped by. They say nothing of who takes part. */
export const proceedingKeys = {
  stages: { kind: 'terms', of: (body) => textsOfEvents(body, 'stage') },
  dispositions: { kind: 'terms', of: (body) => textsOfEvents(body, 'disposition') },
  daysToJudgment: {
    kind: 'integer',
    of: (body) => daysBetween(textOf(body['fileDate']), firstJudgment(body)),
  },
} as const satisfies Record<string, KeySpec>;

/** The date of the earliest judgment, as exactly as it is known. */
function firstJudgment(body: RecordBody): string | undefined {
  const dates = eventsOf(body).flatMap(({ stage, date }) =>
    stage === 'JUDGMENT' && typeof date === 'string' ? [date] : [],
  );
  return dates.sort(compareText)[0];
}

function textsOfEvents(body: RecordBody, field: string): string[] {
  return [...new Set(eventsOf(body).flatMap((event) => textOf(event[field]) ?? []))];
}

function eventsOf(body: RecordBody): readonly RecordBody[] {
  const events: unknown = body['events'];
  return Array.isArray(events) ? events.filter(isBody) : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isBody(value: unknown): value is RecordBody {
  return typeof value === 'object' && value !== null;
}
