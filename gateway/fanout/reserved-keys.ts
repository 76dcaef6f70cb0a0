/** What response keys added for the merge start with; clients' aliases may not. */
export const reserved = 'accord__';
