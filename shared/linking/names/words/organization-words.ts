import { readList, readTable } from './read-table.js';

/**
 * Words that say what an organisation is or does, each with words that registers and newspapers write for it: they tell
 * organisations apart less than their own names do, and get translated where a name is only transliterated. In Arabic
 * also with the article and with `for`.
 */
export const organizationWords = readTable(`
academy: academia, académie, akademie, академия, أكاديمية, ακαδημία, 아카데미
agency: agencia, agência, agence, agentur, агентство, агенттігі, وكالة, 청
agriculture: agro, agrícola, agricultura, agricole, сельское, ауыл, الزراعية, زراعة, للزراعة, γεωργία, 농업, სოფლის
airlines: airline, airways, aviation, aviación, aviação, авиа, авиакомпания, авиалинии, طيران, للطيران,
  αεροπορία, 항공, ავია, 航空
association: asociación, associação, association, verband, verein, ассоциация, جمعية, رابطة, σύλλογος, ένωση, 협회,
  ასოციაცია, 协会
audit office: 감사원
audit: auditing, auditoria, auditoría, аудит, مراجعة, تدقيق, ελέγχου, έλεγχος, 감사, აუდიტის, აუდიტი, 审计
bank: banco, banque, banca, banka, bankası, банк, банкі, بنك, مصرف, τράπεζα, 은행, 银行, 銀行, ბანკი, բանկ, בנק
business: негіз, бизнес, أعمال, 비즈니스
capital: капитал, كابيتال, 캐피탈
center: centre, centro, zentrum, centrum, центр, орталығы, مركز, κέντρο, 센터, ცენტრი, 中心
chemical: chemicals, química, chimie, chemie, химия, химический, كيماويات, 화학, 化学
committee: comité, komitee, комитет, комитеті, لجنة, επιτροπή, 위원회, კომიტეტი, 委员会
construction: constructions, construções, construcciones, construção, construcción, builders, building, bau, edilizia,
  құрылыс, строительство, строительный, строительная, строй, будівництво, κατασκευές, κατασκευαστική, τεχνική, إنشاءات,
  مقاولات, تعمير, بناء, 건설, მშენებლობა, სამშენებლო, շինարարություն, 建设, 建設, inşaat
consulting: consultoria, consultoría, consultants, consultant, consultancy, conseil, beratung, advisory, кеңес,
  консалтинг,
  консультации, συμβούλοι, σύμβουλοι, συμβουλευτική, استشارات, 컨설팅, კონსულტაცია, კონსალტინგი, 咨询, danışmanlık
council: consejo, conselho, conseil, rat, совет, кеңесі, مجلس, συμβούλιο, 의회, საბჭო
court: tribunal, corte, gericht, cour, сот, соты, суд, δικαστήριο, محكمة, 법원, სასამართლო, 法院, mahkemesi
department: departamento, département, abteilung, департамент, департаменті, управление, دائرة, τμήμα, 부서, დეპარტამენტი
development: desarrollo, desenvolvimento, développement, entwicklung, развитие, даму, تنمية, تطوير, ανάπτυξη, 개발,
  განვითარება, 发展
electric: electrical, electricity, eléctrica, elétrica, électrique, электро, электрик, كهرباء, 전기, 电力
electronics: electronic, electrónica, electrônica, elektronik, электроника, إلكترونيات, 전자, 电子, 電子
energy: energia, energía, énergie, energie, enerji, энергия, энерго, энергетика, ενέργεια, ενεργειακή, طاقة, 에너지,
  ენერგია, ენერგეტიკა, 能源, էներգիա
engineering: ingeniería, engenharia, ingénierie, engineers, инжиниринг, هندسة, هندسية, μηχανική, 엔지니어링, ინჟინერია, 工程
enterprises: enterprise, empresa, empresas, entreprise, entreprises, unternehmen, предприятие, кәсіпорны, مؤسسة,
  επιχειρήσεις, επιχείρηση, 기업, საწარმო, 企业
estate: immobilien, inmobiliaria, imobiliária, immobilier, недвижимость, عقارات, عقارية, ακίνητα, 부동산, უძრავი
export: exports, exportación, экспорт, تصدير, 수출, 出口
finance: financial, financiera, financeira, financière, finanz, финанс, финансы, финансовый, қаржы, مالية, تمويل,
  χρηματοδοτική, 금융, ფინანსური, 金融
food: foods, alimentos, alimentação, alimentaire, lebensmittel, пищевой, продукты, тағам, τρόφιμα, τροφίμων,
  أغذية, غذائية, 식품, საკვები, 食品, gıda
foundation: fundación, fundação, fondation, stiftung, фонд, фонды, қоры, أساس, ίδρυμα, 재단, ფონდი, 基金会
government: gobierno, governo, gouvernement, regierung, правительство, үкіметі, حكومة, κυβέρνηση, 정부, მთავრობა
group: gruppe, groupe, grupo, gruppo, grup, grubu, группа, топ, тобы, групп, مجموعة, όμιλος, 그룹, ჯგუფი, 集团, 集團
holding: holdings, холдинг, холдингі, قابضة, 홀딩스, 지주, ჰოლდინგი, 控股
hospital: clinic, больница, ауруханасы, аурухана, νοσοκομείο, مستشفى, 병원, საავადმყოფო, 医院, hôpital, krankenhaus
hotel: hotels, отель, гостиница, فندق, فنادق, ξενοδοχείο, 호텔, სასტუმრო
import: imports, importación, импорт, استيراد, 수입
industries: industry, industrial, industria, indústria, industrie, sanayi, индустрия, промышленность, өнеркәсіп,
  صناعات, صناعة, صناعية, βιομηχανία, 산업, 공업, მრეწველობა, 工业, 工業
information: información, informação, информация, ақпарат, معلومات, πληροφορίες, 정보
institute: instituto, institut, институт, институты, معهد, ινστιτούτο, 연구소, ინსტიტუტი
insurance: seguros, assurance, assurances, versicherung, страхование, страховая, сақтандыру, تأمين, ασφάλειες,
  ασφαλιστική, 보험, დაზღვევა, 保险, sigorta
international: intl, int, internacional, internationale, internazionale, международный, международная,
  халықаралық, دولية, عالمية, διεθνής, 국제, 인터내셔널, საერთაშორისო, 国际, 國際
investment: investments, invest, inversiones, investimentos, investissement, инвест, инвестиции, инвестиция,
  استثمار, استثمارات, επενδύσεις, 투자, ინვესტიცია, 投资
labor: labour
laboratories: laboratory, laboratorios, laboratoires, laboratoire, labs, лаборатория, مختبرات, εργαστήρια
leasing: лизинг, تأجير, ლიზინგი
logistics: logística, logistique, logistik, логистика, لوجستية, λογιστικά, 물류, 로지스틱스, ლოჯისტიკა, 物流, lojistik
management: mgmt, gestión, gestão, gestion, verwaltung, менеджмент, басқару, إدارة, διαχείριση, 관리, მენეჯმენტი, 管理
media: медиа, إعلام, 미디어
metal: metals, metales, metais, métaux, металл, металлы, معادن, μέταλλα, 금속, 金属
mining: minera, mineração, minière, bergbau, горный, تعدين, 광업, სამთო, 矿业
ministry: ministerio, ministério, ministère, ministerium, министерство, министрлігі, міністерство, وزارة,
  υπουργείο, 부, სამინისტრო, bakanlığı
motors: motor, мотор, موتورز, 모터스, 자동차, 汽车
municipality: municipal, município, municipio, municipalidad, municipalité, gemeinde, әкімдігі,
  әкімдік, администрация, муниципалитет,
  δήμος, بلدية, 시청, 군청, მერია, belediyesi
national: nacional, nationale, национальный, национальная, ұлттық, وطني, وطنية, εθνική, 국립, 국가, ეროვნული, 国家
office: gabinete, oficina, escritório, bureau, büro, direção, directorate, dirección, direction, офис, кеңсесі,
  кеңсе, басқармасы, басқарма, бюро, υπηρεσία,
  ديوان, مديرية, مكتب, 사무소, 사무국, სამსახური, ბიურო
oil: petrol, petroleum, petróleo, petróleos, pétrole, нефть, нефт, мұнай, نفط, بترول, πετρέλαιο, 석유, ნავთობი, 石油
gas: gaz, газ, غاز, αέριο, 가스, გაზი
organization: organisation, organización, organização, org, organisations, organizations, организация, ұйымы,
  منظمة, οργανισμός, 기구, ორგანიზაცია, 组织
partners: partner, associates, asociados, associés, партнеры, شركاء, 파트너스, პარტნიორები
pharmaceuticals: pharmaceutical, pharma, farma, farmacéutica, pharmazeutische, фарма, фармацевтика, أدوية,
  φαρμακευτική, 제약, ფარმა, 制药
police: policía, polícia, polizei, полиция, شرطة, αστυνομία, 경찰청, პოლიცია
port: puerto, porto, порт, ميناء, λιμάνι, 항만, პორტი
production: producción, produção, производство, өндіріс, إنتاج, παραγωγή, 생산
railways: railway, railroad, ferrocarriles, железные, темір, سكك, 철도, რკინიგზა, 铁路
research: investigación, recherche, forschung, исследования, أبحاث, έρευνα, 연구
roads: road, highways, estradas, carreteras, routes, дорог, дороги, жол, жолдар, طرق, οδών, δρόμοι, 도로, გზების, გზები
school: escuela, escola, école, schule, школа, мектебі, مدرسة, σχολείο, 학교, სკოლა
securities: security, valores, 증권, ценные, أوراق, 证券
services: service, svc, servicios, serviços, dienste, услуги, сервис, қызмет, خدمات, υπηρεσίες, 서비스, სერვისი,
  მომსახურება, 服务, hizmetleri
shipping: navegação, navegación, navigation, shipyard, maritime, marítima, кеме, судоходство, судоходная,
  морской, ναυτιλία, ναυτιλιακή, ملاحة, بحرية,
  شحن, 해운, ნაოსნობა, 海运, 船舶, denizcilik
society: общество, қоғамы
solutions: solution, soluciones, soluções, решения, حلول, λύσεις, 솔루션, გადაწყვეტილებები
steel: acero, aço, acier, stahl, сталь, болат, حديد, χάλυβας, 철강, ფოლადი, 钢铁
systems: system, sistemas, systèmes, системы, система, أنظمة, συστήματα, 시스템, სისტემები
technologies: technology, tech, tecnología, tecnologia, tecnologias, technologie, технологии, технология,
  تكنولوجيا, تقنية, τεχνολογία, 기술, 테크놀로지, ტექნოლოგია, 科技, 技术, teknoloji
telecom: telecommunications, telecommunication, telecomunicaciones, télécom, телеком, связь, اتصالات,
  τηλεπικοινωνίες, 통신, ტელეკომი, 电信
textiles: textile, têxteis, textil, têxtil, тоқыма, текстиль, υφάσματα, κλωστοϋφαντουργία, منسوجات, نسيج, 섬유,
  ტექსტილი, 纺织, tekstil
tourism: turismo, tourisme, travel, туризм, туристическая, سياحة, سياحية, τουρισμός, 관광, 여행, ტურიზმი, 旅游, turizm
trading: trade, comercio, comércio, comercial, commerce, commercial, handel, handels, торговый, торговая,
  торговля, трейд, сауда, تجارة, تجارية, εμπόριο, εμπορική,
  무역, 상사, ვაჭრობა, სავაჭრო, 贸易, 貿易, ticaret
transport: transportation, transportes, transporte, transports, транспорт, көлік, نقل, μεταφορές, 운수, 운송,
  ტრანსპორტი, 运输, taşımacılık
university: universidad, universidade, université, universität, университет, университеті, جامعة, πανεπιστήμιο,
  대학교, უნივერსიტეტი, 大学, üniversitesi
water: agua, água, eau, wasser, вода, су, مياه, ύδρευση, νερό, 수자원, წყალი, 水务
`);

/** Words that organisations have or lack by chance. */
export const emptyWords = readList(`
the, of, and, for, in, at, on, und, für, et, y, e, de, del, della, delle, dei, di, da, do, dos, das, der, die,
  des, du, la, le, les,
el, los, las, al, a, van, von, και, του, της, των, в, и, по, на, с, و, ال, في, ve, და
`);
