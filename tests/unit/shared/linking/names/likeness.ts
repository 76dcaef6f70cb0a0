import type { SubjectKind } from '../../../../../shared/linking/link-subject.js';
import { compareNames } from '../../../../../shared/linking/names/compare-names.js';
import { parseName } from '../../../../../shared/linking/names/parse-name.js';

/** How alike two names are. */
export function likeness(kind: SubjectKind, a: string, b: string): number {
  return compareNames(parseName(a, kind), parseName(b, kind));
}
