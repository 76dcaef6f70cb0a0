/** The key an enum constant of the contract stands for: `FISCAL_YEAR` is `fiscalYear`. */
export function keyOfConstant(constant: string): string {
  return constant.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The enum constant of the contract that stands for a key: `fiscalYear` is `FISCAL_YEAR`. */
export function constantOfKey(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
