import { describe, expect, test } from 'vitest';
import { sameNameThreshold } from '../../../../../shared/linking/names/threshold.js';
import { likeness } from './likeness.js';

describe('names of one organisation', () => {
  test.each([
    ['a legal form may lack', 'Acme GmbH', 'Acme'],
    ['a legal form is written in full', 'Acme Aktiengesellschaft', 'Acme AG'],
    ['a long legal form is misspelled', 'Acme Aktiengeselschaft', 'Acme AG'],
    ['a legal form may come first', 'ТОО Ромашка', 'Romashka LLP LLC'],
    ['a legal form is translated', 'ООО «Ромашка»', 'Romashka LLC'],
    ['a legal form of Korean', '삼성전자 주식회사', 'Samsung Electronics JSC'],
    ['a legal form of Kazakh', 'Ромашка ЖШС', 'Romashka Ltd'],
    ['a legal form of Polish', 'Romashka Sp. z o.o.', 'Romashka Ltd'],
    ['a corporation may be a company', 'Acme Corporation', 'Acme Company'],
    ['full stops do not part letters', 'A.B.C. Mills S.A.', 'ABC Mills SA'],
    ['an article says nothing', 'The Acme Mills', 'Acme Mills'],
    ['abbreviations', 'Acme Intl Trading', 'Acme International Trade'],
    ['two spellings of English', 'World Labour Organisation', 'World Labor Organization'],
    ['words are translated', 'Banco de Portugal', 'Bank of Portugal'],
    ['words in Arabic', 'مصرف الراجحي', 'Al Rajhi Bank'],
    ['words in Greek', 'Αιγαίο Ναυτιλία Α.Ε.', 'Aigaio Shipping PLC'],
    ['words written onto the name', '소로마건설(주)', 'Soroma Construction PLC'],
    ['numbers in words', 'Brigade Forty-Four', 'Brigade 44'],
    ['ordinals', 'Third Infantry Brigade', '3rd Infantry Brigade'],
    ['Roman numerals', 'Sea Star VII', 'Sea Star 7'],
    ['the first of its kind', 'Acme Fund', 'Acme Fund I'],
    ['a misspelling is forgiven', 'Acme Magnesuim Mills', 'Acme Magnesium Mills'],
  ])('%s: %s, %s', (_, a, b) => {
    expect(likeness('ORGANIZATION', a, b)).toBeGreaterThanOrEqual(sameNameThreshold);
  });
});

describe('names of two organisations', () => {
  test.each([
    ['another legal form', 'Acme AG', 'Acme GmbH'],
    ['another legal form in Russian', 'АО Ромашка', 'ООО Ромашка'],
    ['another number', 'Sea Star 7', 'Sea Star 8'],
    ['another Roman numeral', 'Acme Fund II', 'Acme Fund III'],
    ['another year', 'Acme Trust 2005-A', 'Acme Trust 2006-A'],
    ['a second one', 'Acme Fund', 'Acme Fund II'],
    ['a subsidiary', 'Acme Mills', 'Acme Mills Chile'],
    ['another place', 'Acme Mills Peru', 'Acme Mills Chile'],
    ['another line of business', 'Acme Shipping', 'Acme Textiles'],
    ['another name in the same business', 'Northern Star Shipping', 'Southern Star Shipping'],
    ['other letters', 'BD plc', 'BP plc'],
    ['the legal form alone in common', 'Acme AG', 'Romashka AG'],
  ])('%s: %s, %s', (_, a, b) => {
    expect(likeness('ORGANIZATION', a, b)).toBeLessThan(sameNameThreshold);
  });
});
