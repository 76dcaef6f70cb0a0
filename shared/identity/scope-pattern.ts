/** One scope-token of RFC 6749, 3.3. */
export const scopeName = /^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/;

/** The same, or with `*` as its last character for all that begin so. */
export const scopePattern = /^(?:\*|[\x21\x23-\x29\x2b-\x5b\x5d-\x7e]{1,199}\*?)$/;

/** Whether a scope is one of those that patterns such as `declarations:*` name. */
export function isScopeAllowed(scope: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? scope.startsWith(pattern.slice(0, -1)) : scope === pattern,
  );
}
