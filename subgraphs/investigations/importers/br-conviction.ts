import { canonicalDecimal, isDecimal, readDecimal, writeDecimal } from '../../../shared/domain/decimal.js';
import { isPartialDate } from '../../../shared/domain/partial-date.js';
import type { Money, OrganizationRef, Unspecified } from '../../../shared/domain/record-body.js';
import type { RowRef } from '../../../shared/importing/importer.js';
import type { ConvictionRow } from './br-conviction-row.js';

/** A value, or why there is none. */
export type Reading<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'unspecified';
      readonly reason: Unspecified['reason'];
      readonly description?: string | undefined;
    };

/** A row of the register with its dates and amounts read. */
export interface Conviction {
  readonly at: RowRef;
  readonly row: ConvictionRow;
  readonly party: OrganizationRef;
  readonly subjects: readonly string[];
  readonly filedOn: Reading<string>;
  readonly convictedOn: Reading<string>;
  readonly enteredOn: Reading<string>;
  readonly fine: Reading<Money>;
  readonly compensation: Reading<Money>;
  readonly forfeiture: Reading<Money>;
  readonly prohibitedFrom: Reading<string>;
  readonly prohibitedUntil: Reading<string>;
}

export function readConviction(at: RowRef, row: ConvictionRow, party: OrganizationRef): Conviction {
  return {
    at,
    row,
    party,
    subjects: [row.assunto_nm_1, row.assunto_nm_2, row.assunto_nm_3].filter((text) => text !== undefined),
    filedOn: readDate(row.dt_propositura),
    convictedOn: readDate(row.dt_pena),
    enteredOn: readDate(row.dt_cadastro),
    fine: ifSaid(row.teve_multa, readMoney(row.vl_multa)),
    compensation: ifSaid(row.teve_ressarcimento, readMoney(row.vl_ressarcimento)),
    forfeiture: ifSaid(row.teve_perda_bens, readMoney(row.vl_perda_bens)),
    prohibitedFrom: ifSaid(row.teve_proibicao, readDate(row.de_proibicao)),
    prohibitedUntil: ifSaid(row.teve_proibicao, readDate(row.ate_proibicao)),
  };
}

/** The value of a reading, or nothing. */
export function given<T>(reading: Reading<T>): T | undefined {
  return reading.kind === 'value' ? reading.value : undefined;
}

/** The fields that are empty for a reason the reading tells. */
export function unspecifiedOf(readings: Readonly<Record<string, Reading<unknown>>>): Unspecified[] {
  return Object.entries(readings).flatMap(([field, reading]) => {
    if (reading.kind !== 'unspecified') {
      return [];
    }
    const { reason, description } = reading;
    return [{ field, reason, description }];
  });
}

/** What the row says there is, but gives no value of, the publisher does not know. */
function ifSaid<T>(said: boolean, reading: Reading<T>): Reading<T> {
  if (!said) {
    return { kind: 'absent' };
  }
  return reading.kind === 'absent'
    ? { kind: 'unspecified', reason: 'INFORMATION_UNKNOWN_TO_PUBLISHER' }
    : reading;
}

function readDate(text: string | undefined): Reading<string> {
  if (text === undefined) {
    return { kind: 'absent' };
  }
  return isPartialDate(text) ? { kind: 'value', value: text } : notReadable(text);
}

function readMoney(text: string | undefined): Reading<Money> {
  if (text === undefined) {
    return { kind: 'absent' };
  }
  const amount = isDecimal(text) ? canonicalDecimal(text) : withoutFloatNoise(text);
  if (amount === undefined) {
    return notReadable(text);
  }
  const original = isDecimal(text) ? {} : { original: text };
  return { kind: 'value', value: { amount, currency: 'BRL', ...original } };
}

function notReadable<T>(text: string): Reading<T> {
  return { kind: 'unspecified', reason: 'NOT_READABLE', description: text.slice(0, 200) };
}

/**
 * The publisher's amounts went through binary floating point: `56747.729999999996` is 56,747.73. Such a text is taken
 * to the centavo when it is within a millionth of one; anything else with that many digits is not an amount.
 */
function withoutFloatNoise(text: string): string | undefined {
  const match = /^(-?\d{1,17}\.\d{6})(\d+)$/.exec(text);
  if (!match?.[1]) {
    return undefined;
  }
  const micros = readDecimal(match[1]);
  const rest = ((micros % centavo) + centavo) % centavo;
  if (rest > 1n && rest < centavo - 1n) {
    return undefined;
  }
  return writeDecimal(rest <= 1n ? micros - rest : micros - rest + centavo);
}

const centavo = 10_000n;
