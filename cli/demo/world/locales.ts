import type { Script } from '../names/scripts.js';

/**
 * The countries of the invented world. Their codes are real, because the graph's codes are; every place, body,
 * company and person in them is invented. `sectors`, `bodies` and `purposes` are in the order of the lists below.
 */
export interface Locale {
  readonly country: string;
  readonly language: string;
  readonly script: Script;
  readonly currency: string;
  /** How many units of the currency buy about the same, so that amounts look alike. */
  readonly moneyFactor: number;
  readonly sectors: readonly string[];
  readonly legalForms: readonly string[];
  /** Names of public bodies with `{}` for the place. */
  readonly bodies: readonly string[];
  /** What public money is spent on, see `purposes`. */
  readonly purposes: readonly string[];
}

export const bodyKinds = ['municipality', 'hospital', 'roads office', 'court', 'audit office'] as const;
export type BodyKind = (typeof bodyKinds)[number];

export const sectors = ['construction', 'shipping', 'food', 'energy', 'consulting', 'textiles'] as const;

/** Groups of COFOG that budgets are spent on, in the order of each locale's `purposes`. */
export const purposes = [
  { cofog: '04.5', label: 'Transport' },
  { cofog: '09.1', label: 'Pre-primary and primary education' },
  { cofog: '06.3', label: 'Water supply' },
  { cofog: '07.2', label: 'Outpatient services' },
  { cofog: '08.2', label: 'Cultural services' },
] as const;

/** What a source that writes English calls the same. */
export const english = {
  sectors: ['Construction', 'Shipping', 'Foods', 'Energy', 'Consulting', 'Textiles'],
  legalForms: ['Ltd', 'PLC'],
  bodies: ['{} Municipality', '{} Hospital', '{} Roads Office', '{} Court', '{} Audit Office'],
} as const;

export const locales: readonly Locale[] = [
  {
    country: 'PT',
    language: 'por',
    script: 'Latn',
    currency: 'EUR',
    moneyFactor: 1,
    sectors: ['Construções', 'Navegação', 'Alimentos', 'Energia', 'Consultoria', 'Têxteis'],
    legalForms: ['Lda', 'S.A.'],
    bodies: [
      'Município de {}',
      'Hospital de {}',
      'Direção de Estradas de {}',
      'Tribunal de {}',
      'Gabinete de Auditoria de {}',
    ],
    purposes: ['Estradas', 'Escolas', 'Abastecimento de água', 'Centros de saúde', 'Bibliotecas'],
  },
  {
    country: 'KZ',
    language: 'kaz',
    script: 'Cyrl',
    currency: 'KZT',
    moneyFactor: 500,
    sectors: ['Құрылыс', 'Кеме', 'Тағам', 'Энергия', 'Кеңес', 'Тоқыма'],
    legalForms: ['ЖШС', 'АҚ'],
    bodies: ['{} әкімдігі', '{} ауруханасы', '{} жол басқармасы', '{} соты', '{} аудит кеңсесі'],
    purposes: ['Жолдар', 'Мектептер', 'Сумен жабдықтау', 'Емханалар', 'Кітапханалар'],
  },
  {
    country: 'GR',
    language: 'ell',
    script: 'Grek',
    currency: 'EUR',
    moneyFactor: 1,
    sectors: ['Κατασκευές', 'Ναυτιλία', 'Τρόφιμα', 'Ενέργεια', 'Σύμβουλοι', 'Υφάσματα'],
    legalForms: ['ΕΠΕ', 'Α.Ε.'],
    bodies: ['Δήμος {}', 'Νοσοκομείο {}', 'Υπηρεσία Οδών {}', 'Δικαστήριο {}', 'Υπηρεσία Ελέγχου {}'],
    purposes: ['Δρόμοι', 'Σχολεία', 'Ύδρευση', 'Κέντρα υγείας', 'Βιβλιοθήκες'],
  },
  {
    country: 'JO',
    language: 'ara',
    script: 'Arab',
    currency: 'JOD',
    moneyFactor: 1,
    sectors: ['للإنشاءات', 'للملاحة', 'للأغذية', 'للطاقة', 'للاستشارات', 'للمنسوجات'],
    legalForms: ['ذ.م.م', 'ش.م.ع'],
    bodies: ['بلدية {}', 'مستشفى {}', 'مديرية طرق {}', 'محكمة {}', 'ديوان مراجعة {}'],
    purposes: ['الطرق', 'المدارس', 'إمدادات المياه', 'المراكز الصحية', 'المكتبات'],
  },
  {
    country: 'KR',
    language: 'kor',
    script: 'Hang',
    currency: 'KRW',
    moneyFactor: 1_400,
    sectors: ['건설', '해운', '식품', '에너지', '컨설팅', '섬유'],
    legalForms: ['유한회사', '주식회사'],
    bodies: ['{}시청', '{}병원', '{}도로사무소', '{}법원', '{}감사원'],
    purposes: ['도로', '학교', '상수도', '보건소', '도서관'],
  },
  {
    country: 'GE',
    language: 'kat',
    script: 'Geor',
    currency: 'GEL',
    moneyFactor: 3,
    sectors: ['მშენებლობა', 'ნაოსნობა', 'საკვები', 'ენერგია', 'კონსულტაცია', 'ტექსტილი'],
    legalForms: ['შპს', 'სს'],
    bodies: ['{} მერია', '{} საავადმყოფო', '{} გზების სამსახური', '{} სასამართლო', '{} აუდიტის სამსახური'],
    purposes: ['გზები', 'სკოლები', 'წყალმომარაგება', 'კლინიკები', 'ბიბლიოთეკები'],
  },
];
