import { isStorableText } from '../../domain/text.js';
import { expressionFault } from './syntax.js';

export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end';
  /** The text of a literal without its quotes; of anything else as it is written. */
  readonly text: string;
  readonly at: number;
}

/** The most parts that an expression has. */
const maxTokens = 500;

const spaces = /\s*/y;
const patterns = [
  { kind: 'name', pattern: /[A-Za-z_]\w*/y },
  { kind: 'number', pattern: /-?\d+(?:\.\d+)?/y },
  { kind: 'text', pattern: /"(?:[^"\\\n]|\\["\\])*"|'(?:[^'\\\n]|\\['\\])*'/y },
  { kind: 'sign', pattern: /&&|\|\||[=!<>]=|[<>!()[\],.]/y },
] as const;

/** Takes an expression apart; the last token is its end. Throws BAD_POLICY. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = afterSpaces(text, 0);
  while (at < text.length) {
    const token = tokenAt(text, at);
    if (tokens.length >= maxTokens) {
      throw expressionFault(`Expected an expression of at most ${maxTokens} parts, got more`, at);
    }
    tokens.push(token.kind === 'text' ? { ...token, text: unquote(token) } : token);
    at = afterSpaces(text, at + token.text.length);
  }
  return [...tokens, { kind: 'end', text: 'the end', at }];
}

function afterSpaces(text: string, at: number): number {
  spaces.lastIndex = at;
  spaces.test(text);
  return spaces.lastIndex;
}

function tokenAt(text: string, at: number): Token {
  for (const { kind, pattern } of patterns) {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) {
      return { kind, text: found, at };
    }
  }
  const found = text.slice(at, at + 1);
  const isQuote = found === '"' || found === "'";
  throw expressionFault(isQuote ? 'Expected a text with its closing quote' : `Unexpected "${found}"`, at);
}

function unquote({ text, at }: Token): string {
  const value = text.slice(1, -1).replace(/\\(.)/g, '$1').normalize('NFC');
  if (!isStorableText(value)) {
    throw expressionFault('Expected a well-formed text', at);
  }
  return value;
}
