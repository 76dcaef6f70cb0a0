/**
 * Lists of identifiers (codes of org-id.guide) that anybody can look up and that number organisations, not people: what
 * `identifiers.clear: public` publishes as it is. Numbers of people are in no list here.
 */
export const publicSchemes: ReadonlySet<string> = new Set([
  'XI-LEI',
  'XI-WIKIDATA',
  'XI-PB',
  'XM-DAC',
  'XR-NUTS',
  'GB-COH',
  'GB-CHC',
  'UA-EDR',
  'MD-IDNO',
  'GE-NAPR',
  'RO-CUI',
  'FR-INSEE',
  'FR-RCS',
  'BR-CNPJ',
  'KR-BRN',
  'US-EIN',
]);
