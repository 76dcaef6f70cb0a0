import { formulaText } from './formula-text.js';
import type { IndicatorDefinition } from './indicator-definition.js';

/** Words by ISO 639-3. */
type Words = Readonly<Record<string, string>>;

/** What a definition resolves to in the graph. */
export const definitionFields = {
  name: (definition: IndicatorDefinition, { language }: { language: string }) =>
    wordsIn(definition.names, language),
  names: ({ names }: IndicatorDefinition) =>
    Object.entries(names).map(([language, text]) => ({ language, text })),
  description: (definition: IndicatorDefinition, { language }: { language: string }) =>
    wordsIn(definition.description, language),
  formula: formulaText,
  scope: ({ countries }: IndicatorDefinition) => countries ?? null,
  dimensions: ({ dimensions }: IndicatorDefinition) => dimensions.map(({ field }) => field),
  source: ({ source }: IndicatorDefinition) => source ?? null,
};

/** In this language, else in English, else in the first there is. */
function wordsIn(words: Words, language: string): string {
  const [first = ''] = Object.values(words);
  return words[language] ?? words['eng'] ?? first;
}
