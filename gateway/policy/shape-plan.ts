/** A condition of `@skip` or `@include`: the word or the variable that decides, and what it must be. */
export interface Condition {
  readonly if: boolean | { readonly variable: string };
  readonly mustBe: boolean;
}

/** A field of the caller's operation where it stands, fragments followed. */
export interface PlanField {
  readonly kind: 'FIELD';
  readonly key: string;
  readonly name: string;
  readonly conditions: readonly Condition[];
  /** Null for every object. */
  readonly isDenied: boolean;
  /** Null for objects of these types. */
  readonly deniedOn: ReadonlySet<string>;
  /** Whether something below it is denied; else its value is taken over as it came. */
  readonly isTouchedBelow: boolean;
  readonly below: readonly PlanSelection[];
}

/** A fragment of the caller's operation where it stands. */
export interface PlanFragment {
  readonly kind: 'FRAGMENT';
  readonly conditions: readonly Condition[];
  /** The object types that it is for; undefined where it is for all. */
  readonly types: ReadonlySet<string> | undefined;
  readonly below: readonly PlanSelection[];
}

/** The caller's operation as the answer has to look like it, with what is denied in it. */
export type PlanSelection = PlanField | PlanFragment;

/** The response key by which the type of an object is asked for, where the answer's shape depends on it. */
export const typeKey = 'accord__runtime';
