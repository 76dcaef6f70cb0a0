import { compareText } from '../../../shared/domain/text.js';

/** A test of a text, as the graph's own filters have it. */
export interface TextTest {
  readonly eq?: string | null;
  readonly ne?: string | null;
  readonly in?: readonly string[] | null;
  readonly gte?: string | null;
  readonly lte?: string | null;
  readonly prefix?: string | null;
  readonly isNull?: boolean | null;
}

/** `country` and `year` go to members as they are. */
export interface IndicatorFilter {
  readonly country?: TextTest | null;
  readonly code?: TextTest | null;
  readonly year?: Readonly<Record<string, unknown>> | null;
}

/** Whether a text that is there passes all that the test asks; what is null in it asks nothing. */
export function passes(value: string, test: TextTest | null | undefined): boolean {
  if (test === null || test === undefined) {
    return true;
  }
  const { eq, ne, gte, lte, prefix, isNull } = test;
  return (
    (eq ?? value) === value &&
    (!isText(ne) || ne !== value) &&
    (test.in ?? [value]).includes(value) &&
    (!isText(gte) || compareText(value, gte) >= 0) &&
    (!isText(lte) || compareText(value, lte) <= 0) &&
    value.startsWith(prefix ?? '') &&
    isNull !== true
  );
}

function isText(value: string | null | undefined): value is string {
  return value !== null && value !== undefined;
}

/** A test without what it does not ask: members take null for no operand. */
export function givenTests(
  test: Readonly<Record<string, unknown>> | TextTest | null | undefined,
): Readonly<Record<string, unknown>> | undefined {
  const given = Object.entries(test ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
