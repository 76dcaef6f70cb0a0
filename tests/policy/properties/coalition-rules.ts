import type { Caller } from '../../../shared/identity/caller.js';

/** The one moment of every request of these tests. */
export const moment = new Date('2026-06-15T12:00:00.000Z');

export type Body = Readonly<Record<string, unknown>>;

/** Why a value is withheld, as a caller is told it. */
export interface Told {
  readonly reason: string;
  readonly requestAccessUrl?: string;
}

/** What comes of one value. `SILENT` cannot be told from absent. */
export type Outcome = 'ALLOW' | 'DENY' | 'SILENT' | Told | ((value: unknown) => unknown);

/** What one rule makes of a field for those whom it does not open it to. */
export interface PlainFieldRule {
  /** A field `Type.field`, or a type: all fields on it and all that give it. */
  readonly at: string;
  readonly opens: (caller: Caller, member: string) => boolean;
  /** Whom it leaves to count and add up by the field; nobody else where it is absent. */
  readonly counts?: (caller: Caller) => boolean;
  /** The objects that it is about; all of them where it is absent. */
  readonly about?: (object: Body, field: string) => boolean;
  readonly else: Outcome;
}

/** What one rule hides of records. */
export interface PlainRecordsRule {
  /** A record type, or all. */
  readonly of: string;
  readonly about: (body: Body) => boolean;
  readonly spares: (caller: Caller, member: string) => boolean;
  readonly told?: Told;
}

export interface PlainAggregates {
  readonly to: (caller: Caller) => boolean;
  readonly dimensions: readonly string[];
  /** The labels whose records are counted. */
  readonly labels: readonly string[];
  readonly minimumGroup: number;
}

/** A policy twice: as its owner writes it, and as plain functions of what it says, written by hand. */
export interface PlainPolicy {
  readonly name: string;
  /** What follows the head of the file; absent where the member has no file. */
  readonly yaml?: (member: string) => string;
  readonly believes?: (caller: Caller, member: string) => Caller;
  readonly sharesStrict?: readonly string[];
  readonly fields?: readonly PlainFieldRule[];
  /** What is told where the contract withholds a field. */
  readonly tells?: Readonly<Record<string, Told>>;
  readonly records?: readonly PlainRecordsRule[];
  readonly aggregates?: PlainAggregates;
}

export const nobody = (): boolean => false;
export const signedIn = ({ kind }: Caller): boolean => kind !== 'anonymous';
export const proven = ({ isProven }: Caller): boolean => isProven;
export const scoped =
  (scope: string) =>
  ({ kind, scopes }: Caller): boolean =>
    kind !== 'anonymous' && scopes.includes(scope);
export const of =
  (...organizations: readonly string[]) =>
  ({ organization }: Caller): boolean =>
    organizations.some((name) => name === organization);
export const asking =
  (purpose: string) =>
  (caller: Caller): boolean =>
    caller.purpose === purpose;

/** A value at a path of a body. */
export function at(body: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, step) => (isBody(value) ? value[step] : undefined), body);
}

export function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The end of a partial date as a moment: `2026-03` ends with March. */
function endOf(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  const next =
    month === undefined
      ? [year + 1, 0, 1]
      : day === undefined
        ? [year, month, 1]
        : [year, month - 1, day + 1];
  return Date.UTC(next[0] ?? 0, next[1], next[2]) - 1;
}

/** Whether a date of an object is over by now: one that is dated today is not. */
export function isOver(date: unknown): boolean {
  return typeof date === 'string' && endOf(date) <= moment.getTime();
}

export function isEmbargoed(body: Body): boolean {
  const until = at(body, 'handling', 'embargoUntil');
  return typeof until === 'string' && until > moment.toISOString();
}

export const year = (value: unknown): unknown => (typeof value === 'string' ? value.slice(0, 4) : null);

export const firstLetter = (value: unknown): unknown =>
  typeof value === 'string' ? `${[...value][0]}…` : null;

/** Money to two digits, its words and its range left out. The amounts of these tests are small. */
export const rounded = (value: unknown): unknown => ({
  currency: at(value, 'currency'),
  amount: at(value, 'amount') === undefined ? undefined : twoDigits(Number(at(value, 'amount'))),
});

function twoDigits(amount: number): string {
  const unit = 10 ** Math.max(-6, Math.floor(Math.log10(Math.abs(amount))) - 1);
  const whole = Math.sign(amount) * Math.round(Math.abs(amount) / unit) * unit;
  return amount === 0 ? '0' : String(Number(whole.toFixed(6)));
}

/** The powers of ten that money lies between. */
export const band = (value: unknown): unknown => {
  const amount = Number(at(value, 'amount'));
  const [least, most] = powersAround(Math.abs(amount));
  const isNegative = amount < 0;
  return {
    currency: at(value, 'currency'),
    minimum: String(isNegative ? -most : least),
    maximum: String(isNegative ? -least || 0 : most),
  };
};

function powersAround(amount: number): [number, number] {
  if (amount < 1) {
    return [0, 1];
  }
  const least = 10 ** (String(Math.floor(amount)).length - 1);
  return [least, least * 10];
}
