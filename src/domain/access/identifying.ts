/**
 * 能认出人的说法: the words by which somebody tells where he lives, works or what he is called, and the numbers of houses. It is
 * the law's (个人信息保护法 第四条、第七十三条), so no city dates it and an old month's report hides the same; what an issued
 * edition printed stays in its files.
 */

/** 数: a number of a house, in digits, letters or words */
const NO =
  "(?:(?<![\\dA-Za-z.])(?:[A-Za-z]?\\d{1,4}|[A-Za-z])|(?<![〇零一二三四五六七八九十百])[〇零一二三四五六七八九十百]{1,4})";
const SEVERAL = `${NO}(?:[-—~～、至到](?:[A-Za-z]?\\d{1,4}|[A-Za-z]|[〇零一二三四五六七八九十百]{1,4}))?`;

/** 小区的名字 end like this */
const ESTATE =
  "小区|花园|家园|佳园|公馆|名苑|佳苑|新苑|新村|华府|名城|新城|公寓|山庄|别墅|大厦|宿舍|家属院|家属区|大院|安置房|公租房|廉租房|经适房|苑";

/** 计数: before or after the number these say how many buildings there are, not which */
const COUNTED =
  "(?<!共|共计|总计|合计|实建|批建|建筑了|几|数|整|全|由|有|新建|建了|建成|拆了|拆除|盖了|等|约|将近|多达|高达|达到|另|其中|这|那|某|每|余)";
const COUNTED_THINGS =
  "(?:老旧?|旧|新建?|危|民|自建|在建|烂尾|违法|违章|闲置|居民|住宅|商住|商品|办公|教学|宿舍|高层|多层|小高层|安置|临时|私)*(?:楼房|房屋|房子|平房|民房|危房|厂房|农房|板房|老房|新房|住宅|别墅|居民楼|住宅楼|宿舍楼|安置房|建筑|住房|房(?![间\\d])|会议室|[\\d一二三四五六七八九十]+层(?:[高的馆]|商业|楼房|小高层|住宅|建筑)|大楼|高楼|旧楼|危楼|违建|公寓|楼(?![上下道顶梯门前后里内外旁底栋]))";

/** after 号 these make it the number of something that is nobody's home: a bus line, a lamp, a document, a time of the day */
const PUBLIC_THINGS =
  "线|文|令|公告|通告|台风|汽油|柴油|桩|杆|路?灯|电线?杆|井|桥|墩|站|窗口|口|出口|入口|泵|车|机|信箱|箱|柜|标|地块|点|检测|隧道|上午|下午|晚|早|中午|凌晨|当天|起|开始|之前|以前|左右|至|到";

/** what is counted, not the number of a room */
const MEASURE = "[年月日天号个名人户件次家台辆米元万亿千百余多平方公里吨度斤克升只条张份分秒小倍棵株盏%％.]";

/** what follows in the same address: 2单元201室, 201 */
const NEXT = `(?:[-— ]?(?:${NO}(?:号楼|[栋幢]|单元|楼|层|号(?!${PUBLIC_THINGS})|室|房(?![屋子产租东贷价款型管])|门|铺|#)|\\d{3,4}(?![\\d-]|${MEASURE})))`;
const FURTHER = `${NEXT}*`;

/** 住处的名字, with its phases: 翠苑二区, 某某花园一期 */
const QUARTER = `(?:${ESTATE}|村|组|[府湾庭郡轩园])(?:[一二三四五六七八九十\\d]{1,2}[期区])?`;
/** behind these a building is where a matter happens, not where somebody lives */
const NOBODYS_HOME =
  "(?<!医院|学校|大学|学院|中学|小学|幼儿园|校园|公园|科技园|产业园|工业园|园区|市场|商场|超市|广场|公司|中心|酒店|宾馆|车站|基地)";

const STREET = "[路街巷弄]|大道|胡同";
const NUMBERED = `(?:${SEVERAL}|\\d{1,4}-\\d{1,4})号(?!${PUBLIC_THINGS})(?:附${NO}号|之[一二三\\d])?`;

/** 楼栋的起头: which words begin an address that leads to a building */
const BUILDINGS: string[] = [
  `${COUNTED}${SEVERAL}[栋幢](?!${COUNTED_THINGS})`,
  `${NO}(?:号|#)(?=${NO}(?:[栋幢]|单元))`,
  `${NO}(?:号|#)(?:楼|栋|幢|院|室|房(?![屋子产])|宿舍|公寓|别墅)`,
  `(?<=村|[\\d一二三四五六七八九十]组|${ESTATE})${NUMBERED}`,
  `\\d{1,3}#(?!线|汽油|柴油)(?=[^\\d]|\\d{3})`,
  `${SEVERAL}单元`,
  `(?<!\\d)\\d{2,4}室(?![内外温厅])`,
  `(?<!\\d)\\d{3,4}房间?(?![屋子产租东贷价款型管源地])`,
];
/** 一户的: which lead to a door by themselves */
const DOORS: string[] = [
  `(?<!\\d)\\d{1,3}[楼层]\\d{3,4}(?![\\d]|${MEASURE})`,
  `(?<![\\d-])\\d{1,3}-\\d{1,2}-\\d{3,4}(?![\\d-])`,
  `(?<=${ESTATE})\\d{1,3}-\\d{3,4}(?![\\d-]|${MEASURE})`,
];

/** 也可能是单位、铺面的: numbers that a shop, an office or a house at the street has */
const ANYBODYS: string[] = [
  `${NO}(?:号|#)(?:铺|门面|商铺|摊位|档口)`,
  `(?<=${STREET})${NUMBERED}`,
  `(?<![A-Za-z])[A-Z]座`,
];

/** 市民填的具体地点: he was asked where it happens, so that a building told there stays, a door doesn't */
const NOT_AS_SPOT = "(?<!具体地点：[^，。；\\n]{0,40})";

const building = `(?:${BUILDINGS.join("|")})`;
const door = `(?:${DOORS.join("|")})`;

/** 门牌 */
export const HOUSE = new RegExp(`(?:${[...BUILDINGS, ...DOORS, ...ANYBODYS].join("|")})${FURTHER}`, "g");
/** 住家的门牌: a building with its quarter, or what leads from it to a door; one alone tells of nobody, and may be where it happens */
export const HOME = new RegExp(
  `${NOBODYS_HOME}(?:(?<=${QUARTER})${NOT_AS_SPOT}${building}${FURTHER}|${building}${NEXT}+|${door}${FURTHER})`,
  "g",
);
/** 门牌 given by its own word */
export const HOUSE_GIVEN = /((?:门牌号?码?|房间?号|房号|室号|楼栋号)[是为：: ]{0,2})[\dA-Za-z][\dA-Za-z-]{0,11}/g;

/** 话到这里: what somebody tells of himself ends before these */
const CLAUSE = '，。；：！？、,;:!?\\s“”"（）()〔〕的';
/** and before these, where no mark stands */
const TELLS_ON =
  /[在而也还就]|反映|来电|投诉|咨询|举报|表示|询问|请问|附近|旁边|旁|对面|门口|门前|楼下|楼上|楼道|想|要求|希望|请求|因|由于|已经|一直|没有|没|不|被|把|了|着|过|现在|目前|这[里边个几]|[\d一二三四五六七八九十两几多]+[年月天]|每[天晚]|天天|电梯|路灯|物业|停[水电气]|漏水/;

/** 所说的地方: how much of it is the place, up to where he tells on */
export const placeOf = (said: string): string => said.slice(0, TELLS_ON.exec(said)?.index);

/** 不指明哪里的: 住在农村, 家在附近, 我是小区业主, 在外务工; what follows it may still name a place */
export const NOWHERE =
  /^(?:这里?|那里?|本|该|此|我们?|自己|父母|当地|附近|周边|同一?个?|隔壁|一[名个位起间所家]|名|位|普通|新|老|退休|下岗|困难|农村|外[地面省边]?|本地|城市|城里|乡[下里镇]|山里|市区|县城|郊区|国外|省外|家里?|校|学校|医院|工厂|企业|私企|事业单位|单位|公司|现场|一线|线上|网上|岗位?|窗口|[里上下前后外]面|中间|旁边|路上|街上|大街上?|楼[上下]|[底顶]层|顶楼|中高层|第?[\d一二三四五六七八九十]+[层楼]|小区|社区|村|镇|里|内|边|有|离|低矮|危房|毛坯房?|单位房|装修|施工|维修|改造|重建|办理|申请|进行|隔离|使用|等|做|吃|睡|抱怨)+/;
/** nor a city, a county or a district alone */
export const WIDE = /^[^区县市]{1,6}(?:[省市县州]|(?<![小社])区)(?:[^区县市]{1,5}(?:[市县]|(?<![小社])区))?$/;

/** what ends the name of a place, an estate or an employer */
export const PLACE_END =
  /(?:省|市|区|县|旗|镇|乡|街道|社区|村|组|[路街](?!灯|面|口|段|人|边|况|障|牙|沿|坊)|巷|弄|大道|胡同|小区|花园|家园|公馆|苑|府|湾|庭|郡|城|居|轩|园|里|坊|公寓|山庄|别墅|大厦|广场|宿舍|院|房|公司|集团|厂|店|学校|小学|中学|大学|学院|幼儿园|局|所|中心|银行|商场|超市|酒店|宾馆|工地|站|号|栋|幢|单元|室|楼)[\d-]*$/;

/** whoever may begin to tell of himself: the clause begins, or he is named */
const HIMSELF =
  '(?<=^|[，。；：！？、,;:!?\\s“”"（(]|我|我们|本人|自己|来电人|当事人|市民|诉求人|投诉人|咨询|反映|想问|请问|家人|家属|孩子|小孩|儿子|女儿|老人|父母|父亲|母亲|丈夫|妻子|老公|老婆|爱人|其|他|她|也|都|就|现|岁|目前|一直|长期|和|与)';
const IS = "(?:我们?(?:家)?(?:都|也)?是|(?:本人|来电人|当事人|市民|诉求人|投诉人|自己)(?:是|系|为)|作为|身为)";

interface Telling {
  /** what leads to the place */
  lead: string;
  /** what has to follow it, where it is told by that */
  until?: string;
  /** masked only where it ends like the name of a place */
  named?: boolean;
  put: string;
}

/** 住址 */
export const LIVES = "（住址略）";
const WORKS = "（单位略）";

/** 家在哪里、单位在哪里、是哪里的人 */
export const TELLINGS: Telling[] = [
  {
    lead: "(?<![国大专商厂人店独卖买庄酒万回管各一两几多这那该某哪离居])家(?:就|现|也)?(?:在|住在?|住址[是为：:]?)[：: ]?",
    put: LIVES,
  },
  { lead: "(?:居住|租住|暂住|现住|家住|借住|常住)(?:在|于|地?址?[是为：:])[：: ]?", put: LIVES },
  { lead: "(?:家庭|居住|现住|户籍|联系|通讯|本人|我的)(?:地址|住址|所在地)[是为在：: ]{1,2}", put: LIVES },
  { lead: "(?<![户家])(?:住址|户口|户籍)[是为在：:]{1,2}[：: ]?", named: true, put: LIVES },
  { lead: "(?<![堵拦忍挡站抓记稳控困卡抱围顶保])住在", put: LIVES },
  {
    lead: `${HIMSELF}(?:租|居|暂)?住(?![房院宿户建宅满不了着过得处进所址在的一小社区环条])`,
    named: true,
    put: LIVES,
  },
  { lead: "(?:刚刚?|才|新|我们?|本人|家里?|全家)搬家?(?:到|进|去|来|入)了?", named: true, put: LIVES },
  { lead: "(?:替|帮|代)", until: "的?邻居", named: true, put: LIVES },
  {
    lead: IS,
    until: "的?(?:一[名位个])?(?:业主|住户|居民|租户|租客|房东|户主|村民|商户|经营户)",
    named: true,
    put: LIVES,
  },
  { lead: "(?:我|本人|来电人)(?:的)?工作单位(?:在|是|为|叫|[：:])[：: ]?", put: WORKS },
  {
    lead: '(?<=^|[，。；：！？、,;:!?\\s“”"]|我|本人|其|工作)(?:工作)?单位(?:就)?(?:在|是|为|叫)(?![接收现核办处规限调整积今昨前当第岗])',
    put: WORKS,
  },
  {
    lead: IS,
    until: "的?(?:一[名位个])?(?:职工|员工|工人|教师|老师|学生|家长|店主|老板|经营者|医生|护士|保安|工作人员|退休人员)",
    named: true,
    put: WORKS,
  },
  {
    lead: `${HIMSELF}(?:现|目前|一直)?在`,
    until: "(?:上班|打工|务工|任职|就职|供职|做生意|经商|开店|当保安|读书|上学(?!难|困难|问题)|就读|念书)",
    put: WORKS,
  },
  { lead: `${HIMSELF}(?:现|目前|一直)?在`, until: "工作(?![日人组中部会制单站量])", named: true, put: WORKS },
];

/** 说法 → what it looks for: the lead, what is told, what has to follow */
export const patternOf = ({ lead, until }: Telling): RegExp =>
  until === undefined
    ? new RegExp(`(${lead})([^${CLAUSE}]{2,40})`, "g")
    : new RegExp(`(${lead})([^${CLAUSE}]{1,30}?)(?=${until})`, "g");

/** 姓名 that somebody gives with its word: whatever stands there */
export const NAME_GIVEN =
  /((?:姓名|(?:我|本人)的?名字)[叫是为：: ]{1,2})(?![不未略保无匿隐某])(\p{Script=Han}{2,4}|\p{Script=Han}{1,12}·[\p{Script=Han}·]{1,12})(?=[，。；、,;\s）)”"]|$)/gu;
/** 叫什么 of somebody near him: where it begins like a name */
export const NAME_CALLED =
  /((?:孩子|小孩|儿子|女儿|丈夫|妻子|老公|老婆|爱人|父亲|母亲|爸爸|妈妈|哥哥|弟弟|姐姐|妹妹|[他她]|对方|老板|房东|邻居|户主|业主)(?:名?叫做?)|自称是?)(\p{Script=Han}{2,4})/gu;
/** after one character of a given name the sentence goes on with these */
export const NAME_ENDED = /^.(?:来电|反映|投诉|咨询|表示|家|在|住|今|的|说|是|现|因|从|向)/;

/** 号码: seven digits and more, alone or in groups, with what stands before and behind */
export const LONG_NUMBER =
  /(?:(?:工单|诉求)(?:编?号|单号)?[是为：: ]{0,2})?(?:(?<![\d.])\d{7,}[Xx]?|(?<![\d.-])(?=(?:-?\d){7})\d+(?:-\d+){1,4}|(?<!\d|[\d.%] )(?:\d{3,4}(?: \d{4}){1,2}|\d(?: \d){6,})(?! ?\d|[.%]))(?:\.\d+)?[元万亿件人次户通条起宗个平米吨度年]?/g;
/** 不是谁的号码: of a work order, a day or years, an amount */
export const NOBODYS =
  /^(?:\D|(?:19|20)\d\d-\d{1,2}-\d{1,2}$|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$|(?:19|20)\d\d-(?:19|20)\d\d年?$|[\d.-]+[元万亿件人次户通条起宗个平米吨度]$)/;
