import { readTable } from './read-table.js';

/**
 * Given names that are so frequent that near ones have to be told apart (Mohammed, Mahmoud, Ahmed), each with the ways
 * that one and the same person's is written: romanisations, and the forms of languages that are official side by side,
 * as Ukrainian and Russian were. Forms that another language has of old (John, Juan) are other names.
 */
export const givenNames = readTable(`
muhammad: mohammed, mohamed, mohammad, mohamad, muhammed, muhamad, muhamed, mohamud, mohd, muhammet, muhamet, mahomed, mohammod,
  محمد, мухаммед, мухаммад, мохаммед, мохамед, мухамед, μοχάμεντ, მუჰამედ, 무함마드, 모하메드
mehmet: mehmed, мехмет
mahmud: mahmoud, mahmood, mehmood, mehmud, makhmud, محمود, махмуд
hamid: hameed, hamed, khamid, حامد, حميد, хамид
ahmad: ahmed, ahmet, akhmad, akhmed, ahmat, أحمد, احمد, ахмад, ахмед
hasan: hassan, hasan, khasan, حسن, хасан, хассан
hussein: husein, husayn, hussain, husain, hossein, hosein, hoseyn, houssein, hussien, khusein, khuseyn, huseyin, hüseyin, حسين,
  хусейн, хуссейн, гусейн, guseyn, guseyin
ali: aly, علي, على, али
omar: umar, omer, oumar, umer, عمر, умар, омар
othman: usman, uthman, osman, ousmane, othmane, عثمان, усман, осман
ibrahim: ebrahim, ibraheem, brahim, ibragim, إبراهيم, ابراهيم, ибрагим
ismail: ismael, esmail, ismayil, isma'il, إسماعيل, اسماعيل, исмаил
yusuf: yousef, youssef, yousuf, yosef, yussuf, yousif, yusup, yusif, يوسف, юсуф
abdullah: abdallah, abdulla, abdoulla, abdoullah, عبدالله, абдулла, абдуллах
salih: saleh, salah, صالح
said: saeed, saeid, sayid, saïd, سعيد, саид
khalid: khaled, halid, خالد, халид
karim: kareem, kerim, كريم, карим
rashid: rasheed, rachid, raschid, reshid, رشيد, рашид
jamal: gamal, djamal, jamaal, cemal, djemal, جمال, джамал
jafar: jaafar, djafar, cafer, gaafar, جعفر
mustafa: mostafa, moustafa, mustapha, moustapha, مصطفى, мустафа
mansur: mansour, mansoor, منصور, мансур
nasir: nasser, nasir, naser, naseer, ناصر, насир
qasim: kasim, kassem, qassem, kasem, ghasem, قاسم, касим, касым
tariq: tarek, tareq, tarik, طارق
walid: waleed, oualid, velid, وليد
zahir: zaher, ظاهر
fatima: fatma, fatemeh, fatimah, faatima, فاطمة, фатима
aisha: aicha, ayesha, aysha, ayshe, aişe, ayşe, عائشة
sergei: sergey, sergej, serge, serhii, serhiy, siarhei, sergejs, сергей, сергій, сяргей
aleksandr: alexander, aleksander, aleksandar, alexandr, oleksandr, aliaksandr, александр, олександр, аляксандр, александар,
  ალექსანდრე, αλέξανδρος
alexey: aleksei, aleksey, alexei, oleksii, oleksiy, aliaksei, алексей, олексій, аляксей
andrei: andrey, andrej, andriy, andrii, andriej, андрей, андрій, андрэй
vladimir: volodymyr, uladzimir, wladimir, vladymyr, владимир, володимир, уладзімір
dmitri: dmitry, dmitriy, dmitrii, dmytro, dmitrij, dzmitry, дмитрий, дмитро, дзмітрый
nikolai: nikolay, nikolaj, mykola, mikalai, николай, микола, мікалай
mikhail: mykhailo, mikhael, mikhayl, mikhailo, mihail, michail, михаил, михайло, міхаіл
yevgeny: evgeny, evgenii, evgeniy, yevgeniy, yevgenii, yevhen, evgenij, jewgeni, yauhen, евгений, євген, яўген
yuri: yury, yuriy, yurii, iurii, jurij, iouri, юрий, юрій, юрый
viktor: victor, viktar, viktors, виктор, віктор, віктар
pavel: pavlo, paval, павел, павло
pyotr: petr, petro, piotr, пётр, петр, петро
ivan: иван, іван
igor: ihor, ihar, игорь, ігор
oleg: oleh, aleh, олег
grigory: grigoriy, grigorii, hryhorii, hryhoriy, григорий, григорій
vasily: vasiliy, vasilii, vasyl, василий, василь
anatoly: anatoliy, anatolii, anatolij, анатолий, анатолій
arkady: arkadiy, arkadii, arkadij, аркадий, аркадій
gennady: gennadiy, gennadii, hennadii, hennadiy, геннадий, геннадій
konstantin: kostiantyn, kanstantsin, константин, костянтин
maksim: maxim, maksym, максим
roman: роман
elena: yelena, olena, alena, елена, олена
natalia: nataliya, natalya, nataliia, natalja, наталья, наталия, наталія
tatiana: tatyana, tetiana, tetyana, tatjana, татьяна, тетяна
yekaterina: ekaterina, kateryna, katsiaryna, екатерина, катерина
svetlana: svitlana, sviatlana, светлана, світлана
yulia: iuliia, yuliya, julija, iulia, юлия, юлія
`);
