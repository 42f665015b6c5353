/**
 * 来电人: invented citizens. Surnames and given names are put together by chance; the numbers begin with 154, which no operator
 * has been given, so that nobody can be rung up by mistake.
 */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Contact, Id } from "../../domain/ledger/event.ts";
import { idAt } from "./id.ts";
import { chance, pick, type Random } from "./random.ts";

const SURNAMES = [
  ..."王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严",
  "欧阳",
];
const GIVEN = [
  ..."建军国明志强伟文华平春红丽秀英桂芳玉兰海燕晓东小林永新德胜美玲雪梅佳慧子涵宇轩思源家豪立群少云金凤爱民学勇正清水根冬生月娥光辉",
];

/** How many citizens are remembered as possible repeat callers. */
const REMEMBERED = 20_000;

const number = (random: Random) => `154${String(random.below(100_000_000)).padStart(8, "0")}`;

function name(random: Random): string {
  const surname = pick(random, SURNAMES);
  if (chance(random, 62)) return surname + pick(random, ["先生", "女士"]);
  return surname + pick(random, GIVEN) + (chance(random, 75) ? pick(random, GIVEN) : "");
}

/** 来电人来源: gives a citizen who calls at that instant, now and then one who called before; new ones go to `add`. */
export function citizens(random: Random, add: (contact: Contact) => void) {
  const known: Id[] = [];
  const remember = (id: Id) => {
    if (known.length < REMEMBERED) known.push(id);
    else known[random.below(REMEMBERED)] = id;
    return id;
  };
  const fresh = (at: Instant, named: boolean, address: string | null): Id => {
    const id = idAt(random, at);
    add({ id, name: named ? name(random) : null, phone: number(random), address, identityNumber: null });
    return remember(id);
  };
  return (at: Instant, named: boolean, address: string | null = null): Id =>
    known.length > 50 && chance(random, 34) ? pick(random, known) : fresh(at, named, address);
}
