/** The key an enum constant of the contract stands for: `FISCAL_YEAR` is `fiscalYear`. */
export function keyOfConstant(constant: string): string {
  return constant.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
