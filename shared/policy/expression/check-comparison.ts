import type { CompareBy, Condition, Constant, RecordScope, Term } from './condition.js';
import { equalTo, isOrdered, type Operand, placeOf, type ReadOperand, wordsFor } from './operand.js';
import { type Comparison, expressionFault, type LiteralSyntax, type Syntax } from './syntax.js';

type Side = Operand | LiteralSyntax;

interface ComparisonSyntax {
  readonly op: Comparison;
  readonly left: Syntax;
  readonly right: Syntax;
  readonly at: number;
}

/** Checks `left op right`. What is asked for by its opposite is said by it: `a > b` is not `a <= b`. */
export function checkComparison(
  { op, left, right, at }: ComparisonSyntax,
  scope: RecordScope,
  read: ReadOperand,
): Condition {
  const [first, second] = [sideOf(left, read), sideOf(right, read)];
  if (isLiteral(first)) {
    if (isLiteral(second)) {
      throw expressionFault('Expected a value of the record or the caller on one side', at);
    }
    return compare({ op: mirrored[op], at }, second, first);
  }
  if (!isLiteral(second) && !scope.comparesFields && isField(first) && isField(second)) {
    throw expressionFault('Expected a value that is not of the record on one side', at);
  }
  return compare({ op, at }, first, second);
}

const mirrored = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;
const opposites = { '!=': '==', '>': '<=', '>=': '<' } as const;

function compare(
  { op, at }: { readonly op: Comparison; readonly at: number },
  left: Operand,
  right: Side,
): Condition {
  if (op === '!=' || op === '>' || op === '>=') {
    return { kind: 'not', of: compare({ op: opposites[op], at }, left, right) };
  }
  return op === '==' ? equality(left, right, at) : order({ orEqual: op === '<=', at }, left, right);
}

function equality(left: Operand, right: Side, at: number): Condition {
  const by = comparedBy(left, at);
  if (isLiteral(right)) {
    const value = equalTo(right, left.type);
    return { kind: 'equal', left: left.term, right: fixed(value), by };
  }
  if (comparedBy(right, at) !== by) {
    throw differentKinds(left, right, at);
  }
  return { kind: 'equal', left: left.term, right: right.term, by };
}

/** Which kind of equality a value has: lists and the moment of the request have none. */
function comparedBy({ type, name }: Operand, at: number): CompareBy {
  if (type.kind === 'texts' || type.kind === 'group' || name === 'now') {
    throw expressionFault(`Expected "${name}" to be compared in another way than by "=="`, at);
  }
  return type.kind;
}

function order(
  { orEqual, at }: { readonly orEqual: boolean; readonly at: number },
  left: Operand,
  right: Side,
): Condition {
  for (const side of [left, right]) {
    if (!isLiteral(side) && !isOrdered(side.type)) {
      throw expressionFault(`Expected a number or a date, got ${wordsFor(side.type)} "${side.name}"`, at);
    }
  }
  if (isLiteral(right)) {
    const place = placeOf(right, left.type, orEqual);
    return { kind: 'order', left: left.term, right: fixed(place), orEqual };
  }
  if (axisOf(left) !== axisOf(right)) {
    throw differentKinds(left, right, at);
  }
  return { kind: 'order', left: left.term, right: right.term, orEqual };
}

/** Dates and instants are on one axis. */
function axisOf({ type }: Operand): string {
  return type.kind === 'date' ? 'instant' : type.kind;
}

interface MembershipSyntax {
  readonly left: Syntax;
  readonly right: Syntax;
  readonly at: number;
}

/** Checks `left in right`: a value in a list of literals, or a text in a list of the record or the caller. */
export function checkMembership(
  { left, right, at }: MembershipSyntax,
  scope: RecordScope,
  read: ReadOperand,
): Condition {
  const item = sideOf(left, read);
  if (right.kind === 'list') {
    if (isLiteral(item)) {
      throw expressionFault('Expected a value of the record or the caller before "in"', at);
    }
    return right.items
      .map((literal) => equality(item, literal, at))
      .reduce((some, one) => ({ kind: 'or', left: some, right: one }));
  }
  const list = sideOf(right, read);
  if (isLiteral(list) || list.type.kind !== 'texts') {
    throw expressionFault('Expected a list after "in"', right.at);
  }
  if (isLiteral(item)) {
    const value = equalTo(item, { kind: 'text', values: list.type.values });
    return { kind: 'holds', list: list.term, item: fixed(value) };
  }
  if (item.type.kind !== 'text' || (!scope.comparesFields && isField(item) && isField(list))) {
    throw expressionFault(`Expected a text that is not of the record before "in", got "${item.name}"`, at);
  }
  return { kind: 'holds', list: list.term, item: item.term };
}

function sideOf(syntax: Syntax, read: ReadOperand): Side {
  switch (syntax.kind) {
    case 'path':
      return read(syntax);
    case 'text':
    case 'number':
    case 'boolean':
      return syntax;
    default:
      throw expressionFault('Expected a value to compare', syntax.at);
  }
}

function isLiteral(side: Side): side is LiteralSyntax {
  return 'kind' in side;
}

function isField({ term }: Operand): boolean {
  return term.kind === 'field';
}

function fixed(value: Constant): Term {
  return { kind: 'fixed', valueAt: () => value };
}

function differentKinds(left: Operand, right: Operand, at: number) {
  return expressionFault(`Expected "${left.name}" and "${right.name}" to be of one kind`, at);
}
