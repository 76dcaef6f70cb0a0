/** What is made of a value before it is shown (POLICY.md). */
export const maskNames = ['NULL', 'YEAR', 'ROUNDED', 'BAND', 'PARTIAL', 'TOKEN'] as const;
export type MaskName = (typeof maskNames)[number];
