import { InvalidArgumentError } from 'commander';

/** Reads an option that may be given several times, each with names that have a space or comma between them. */
export function readNames(pattern: RegExp, example: string) {
  return (text: string, before: readonly string[] | undefined): readonly string[] => {
    const names = text.split(/[\s,]+/).filter((name) => name !== '');
    if (names.length === 0 || !names.every((name) => pattern.test(name))) {
      throw new InvalidArgumentError(`Expected names such as "${example}".`);
    }
    return [...new Set([...(before ?? []), ...names])];
  };
}

/** Reads an option that is a whole number within bounds. `what` names its unit, for example `days`. */
export function readWholeNumber(what: string, least: number, most: number) {
  return (text: string): number => {
    const number = Number(text);
    if (!/^\d{1,9}$/.test(text) || number < least || number > most) {
      throw new InvalidArgumentError(`Expected a number of ${what} from ${least} to ${most}.`);
    }
    return number;
  };
}

/** Reads an option that is a name of at most 200 characters. */
export function readName(text: string): string {
  if (text === '' || text.length > 200) {
    throw new InvalidArgumentError('Expected a name of at most 200 characters.');
  }
  return text;
}
