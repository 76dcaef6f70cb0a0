/**
 * Identifiers of invented parties, with check digits that hold. The codes say that they are invented: no issuer of
 * legal entity identifiers has the prefix `DEMO`, and no register the schemes `XX-DEMO-…`.
 */
export const schemes = { lei: 'XI-LEI', official: 'XX-DEMO-OFFICIALS' } as const;

export function companyRegisterScheme(country: string): string {
  return `XX-DEMO-${country}-REG`;
}

/** A code of the form of ISO 17442: 18 characters and two check digits by ISO 7064 mod 97-10. */
export function leiOf(number: number): string {
  const head = `DEMO00${number.toString(36).toUpperCase().padStart(12, '0')}`;
  const digits = `${head}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return `${head}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}`;
}

/** Eight digits, the last by Luhn's formula. */
export function registerNumberOf(number: number): string {
  const head = String(1_000_000 + number);
  const sum = [...head].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${head}${(10 - (sum % 10)) % 10}`;
}
