import { AccordError } from '../shared/errors/accord-error.js';

/** The one line that a failed command leaves on stderr. */
export function faultLine(fault: unknown): string {
  const code = fault instanceof AccordError ? fault.code : 'INTERNAL';
  return `accord: ${oneLine(fault instanceof Error ? fault.message : String(fault))} (${code})`;
}

/** The fault with one more sentence, for example that nothing was stored. */
export function withSentence(fault: unknown, sentence: string): Error {
  const message = `${oneLine(fault instanceof Error ? fault.message : String(fault))} ${sentence}`;
  return fault instanceof AccordError
    ? new AccordError(fault.code, message, { cause: fault })
    : new Error(message, { cause: fault });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
