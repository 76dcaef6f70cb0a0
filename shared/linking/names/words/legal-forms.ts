import { readTable } from './read-table.js';

/**
 * Legal forms by what they are, as `splitWords` leaves them: lower case, without full stops. Forms of one line are held
 * to be translations of each other: `llc` has members with limited liability, `jsc` has shares, `lp` partners. `corp`
 * may be any of them and contradicts none.
 */
export const legalForms = readTable(`
llc: llc, limited liability company, limited liability co, ltd, limited, private limited company, pvt ltd, pte ltd, pty ltd,
  private limited, private ltd, ltd co, gmbh, mbh, gesellschaft mit beschränkter haftung, gesmbh, ug haftungsbeschränkt, ug,
  sarl, sàrl, eurl, société à responsabilité limitée, srl, srls, società a responsabilità limitata,
  societatea cu răspundere limitată, sl, slu, sociedad limitada, sociedad de responsabilidad limitada, s de rl, lda, ltda,
  limitada, sociedade limitada, sociedade por quotas, bv, bvba, besloten vennootschap, aps, anpartsselskab, oy, osakeyhtiö,
  ehf, kft, korlátolt felelősségű társaság, doo, dooel, društvo s ograničenom odgovornošću, ood, eood, sro, spol s ro,
  společnost s ručením omezeným, sp zoo, sp z oo, spzoo, spółka z ograniczoną odpowiedzialnością, uab, sia, oü, osaühing, shpk,
  ooo, ооо, общество с ограниченной ответственностью, obshchestvo s ogranichennoy otvetstvennostyu, тоо, too,
  товарищество с ограниченной ответственностью, жшс, жауапкершілігі шектеулі серіктестік,
  жауапкершілігі шектеулі серіктестігі, тов, tov, товариство з обмеженою відповідальністю, осоо, жчк, ммс, mmc, мчж, mchj, доо,
  дооел, оод, еоод, друштво са ограниченом одговорношћу, επε, ικε, μον επε, μονοπρόσωπη επε, epe, ike,
  εταιρεία περιορισμένης ευθύνης, შპს, შეზღუდული პასუხისმგებლობის საზოგადოება, shps, սպը,
  սահմանափակ պատասխանատվությամբ ընկերություն, ذمم, شركة ذات مسؤولية محدودة, ذات مسؤولية محدودة, ذات مسئولية محدودة, wll, fzco,
  fz llc, fze, المحدودة, محدودة, با مسئولیت محدود, בעמ, בע״מ, 유한회사, 유한책임회사, yuhan hoesa, 有限公司, 有限责任公司,
  有限責任公司, 有限会社, 合同会社, godo kaisha, yugen kaisha, limited şirketi, ltd şti, şti, tnhh, công ty tnhh, sdn bhd,
  บริษัท จำกัด, จำกัด
jsc: plc, public limited company, public ltd company, jsc, joint stock company, pjsc, ojsc, cjsc, public joint stock company,
  open joint stock company, closed joint stock company, ag, aktiengesellschaft, sa, société anonyme, sociedad anónima,
  sociedade anônima, sociedade anónima, sas, saa, sau, sab, spa, società per azioni, societate pe acțiuni, nv,
  naamloze vennootschap, ab, aktiebolag, publ, asa, as, aksjeselskap, aktieselskab, allmennaksjeselskap, oyj,
  julkinen osakeyhtiö, hf, nyrt, zrt, részvénytársaság, dd, dioničko društvo, delniška družba, ad, ead, akcionarsko društvo,
  akciová společnost, spółka akcyjna, akciju sabiedrība, akcinė bendrovė, sha, ao, oao, zao, pao, nao, ао, оао, зао, пао,
  нао, акционерное общество, публичное акционерное общество, открытое акционерное общество, закрытое акционерное общество,
  aktsionernoe obshchestvo, ақ, акционерлік қоғам, акционерлік қоғамы, ат, пат, прат, ват, акціонерне товариство,
  публічне акціонерне товариство, приватне акціонерне товариство, ад, еад, акционерно дружество, акционарско друштво, αε, αβεε,
  ανώνυμη εταιρεία, ανώνυμος εταιρεία, ae, სს, სააქციო საზოგადოება, բբը, փբը, شمع, شمم, شمك, شمل, مساهمة عامة, شركة مساهمة,
  شركة مساهمة عامة, شركة مساهمة عامة محدودة, مساهمة, سهامی عام, سهامی خاص, qsc, psc, saog, saoc, kscp, bsc, 주식회사, 주,
  jusik hoesa, chusik hoesa, 株式会社, 株, 股份有限公司, kabushiki kaisha, kk, anonim şirketi, aş, tbk, pt, persero, bhd, berhad,
  cổ phần, บริษัท มหาชน จำกัด
lp: lp, llp, lllp, limited partnership, limited liability partnership, kg, kommanditgesellschaft, gmbh co kg,
  gmbh und co kg, ag co kg, kgaa, cv, commanditaire vennootschap, sca, scs, société en commandite, ohg, gbr, vof, snc,
  société en nom collectif, ks, komanditní společnost, sp k, sp j, spółka komandytowa, кт, полное товарищество,
  товарищество на вере, 합자회사, 合資会社, 合伙企业
corp: inc, incorporated, incorporation, corp, corporation, co, company, companies, co ltd, co inc, company limited, company ltd,
  cia, cía, compañía, companhia, compagnie, compagnia, cie, sa de cv, s de rl de cv, sapi de cv, компания, корпорация,
  корпорациясы, компаниясы, компанія, شركة, الشركة, شرکت, εταιρεία, εταιρία, კომპანია, კორპორაცია, ընկերություն, 회사, 公司,
  会社, şirketi, şirket, gesellschaft, firma, фирма, фірма, гуп, муп, фгуп, гп
`);
