import { describe, expect, test } from 'vitest';
import { sameNameThreshold } from '../../../../../shared/linking/names/threshold.js';
import { likeness } from './likeness.js';

describe('names of one person', () => {
  test.each([
    ['the family name may come first', 'Nelson Mandela', 'MANDELA, Nelson'],
    ['a middle name may lack', 'Wangari Muta Maathai', 'Wangari Maathai'],
    ['a patronymic may lack', 'Фёдор Михайлович Достоевский', 'Fyodor Dostoyevsky'],
    ['an initial stands for a name', 'W. Maathai', 'Wangari Maathai'],
    ['an initial stands for the sound of two letters', 'К. Ахматов', 'Khalil Akhmatov'],
    ['two initials may be one word', 'JJ Rousseau', 'Jean-Jacques Rousseau'],
    ['titles say nothing', 'Dr. Kofi Annan', 'Kofi Annan'],
    ['marks say little', 'Nguyễn Văn An', 'Nguyen Van An'],
    ['umlauts are written as two letters', 'Jörg Müller', 'Joerg Mueller'],
    ['hyphens part words', 'Ivana Brlić-Mažuranić', 'Ivana Brlic Mazuranic'],
    ['particles may lack', 'Vincent van Gogh', 'Vincent Gogh'],
    ['words may be written as one', 'Lars van der Berg', 'Lars Vanderberg'],
    ['a misspelling is forgiven', 'Katharina Hepbrun', 'Katharina Hepburn'],
    ['a doubled letter is none', 'Naguib Mahhfouz', 'Naguib Mahfouz'],
    ['Cyrillic in English', 'Чингиз Айтматов', 'Chinghiz Aitmatov'],
    ['Cyrillic in German', 'Чингиз Айтматов', 'Tschingis Aitmatow'],
    ['Cyrillic in French', 'Чингиз Айтматов', 'Tchinguiz Aïtmatov'],
    ['Cyrillic in Czech', 'Чингиз Айтматов', 'Čingiz Ajtmatov'],
    ['Greek', 'Μίκης Θεοδωράκης', 'Mikis Theodorakis'],
    ['Georgian', 'შოთა რუსთაველი', 'Shota Rustaveli'],
    ['Armenian', 'Արամ Խաչատրյան', 'Aram Khachaturian'],
    ['Arabic', 'نجيب محفوظ', 'Naguib Mahfouz'],
    ['Arabic with the article', 'عبد الرحمن الكواكبي', 'Abdul Rahman al-Kawakibi'],
    ['Hebrew', 'עמוס עוז', 'Amos Oz'],
    ['Devanagari', 'रवीन्द्रनाथ ठाकुर', 'Rabindranath Thakur'],
    ['Hangul without a space', '윤동주', 'Yun Dong-ju'],
    ['Han', '周恩来', 'Zhou Enlai'],
    ['Han, simplified', '周恩來', '周恩来'],
    ['Kana', 'おかだ たろう', 'Okada Tarō'],
    ['names that officials translate', 'Volodymyr Vernadsky', 'Владимир Вернадский'],
    ['Arabic names composed in two ways', "'Abd al-Rahman al-Kawakibi", 'Abdurrahman Kawakibi'],
    ['digits that look like letters', 'Nels0n Mande1a', 'Nelson Mandela'],
    ['endings of Latvian', 'Andrejs Kalniņš', 'Andrey Kalnin'],
  ])('%s: %s, %s', (_, a, b) => {
    expect(likeness('PERSON', a, b)).toBeGreaterThanOrEqual(sameNameThreshold);
  });
});

describe('names of two people', () => {
  test.each([
    ['another given name', 'Anna Kowalska', 'Maria Kowalska'],
    ['another family name', 'Maria Kowalska', 'Maria Nowak'],
    ['another patronymic', 'Pyotr Ivanovich Orlov', 'Pyotr Sergeevich Orlov'],
    ['another middle name', 'Omar Salem Haddad', 'Omar Karim Haddad'],
    ['son and father', 'Salem bin Omar al-Haddad', 'Omar bin Salem al-Haddad'],
    ['frequent names that look alike', 'Muhammad Ali', 'Mahmoud Ali'],
    ['frequent names of the same consonants', 'Hassan Fathy', 'Hussein Fathy'],
    ['the same in Arabic', 'حسن فتحي', 'Hussein Fathy'],
    ['a patronymic is no family name', 'Anna Petrova', 'Anna Petrovna'],
    ['another initial', 'W. Maathai', 'Nelson Maathai'],
    ['an initial of another middle name', 'John O. Smith', 'John Robert Smith'],
    ['initials alone', 'W. M.', 'Wangari Maathai'],
    ['one name of several', 'Maathai', 'Wangari Maathai'],
    ['another character', '김대중', '김대정'],
    ['another character of Han', '周恩来', '周恩平'],
    ['nothing in common', 'Shota Rustaveli', 'Wangari Maathai'],
  ])('%s: %s, %s', (_, a, b) => {
    expect(likeness('PERSON', a, b)).toBeLessThan(sameNameThreshold);
  });
});
