import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anonymous, identifyingIn } from "./anonymise.ts";

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
const hanWords = (min: number, max: number) =>
  fc.array(han, { minLength: min, maxLength: max }).map((all) => all.join(""));
const upTo = (max: number) => fc.integer({ min: 1, max }).map(String);

describe("隐去", () => {
  test.each([
    [
      "家在翠泰小区，单位在友谊中路124号，这个月初坐车落了东西",
      "家在（住址略），单位在（单位略），这个月初坐车落了东西",
    ],
    ["老家在青山镇翠悦名苑附近，", "老家在（住址略）附近，"],
    ["住东河区和平路12号3栋201", "住（住址略）"],
    ["家住东河区和平路12号3栋201反映楼下噪音", "家住（住址略）反映楼下噪音"],
    ["家住和平路十二号三栋二单元", "家住（住址略）"],
    ["本人45岁，住翠泰小区，想问", "本人45岁，住（住址略），想问"],
    ["我住在碧海云天三年了一直没有电梯", "我住在（住址略）三年了一直没有电梯"],
    ["租住在翠苑二区32幢的租户", "租住在（住址略）的租户"],
    ["上周三刚搬到福景新村，", "上周三刚搬到（住址略），"],
    ["家庭住址：东河区大塘村一组。", "家庭住址：（住址略）。"],
    ["户口在青山镇大塘村，能不能办", "户口在（住址略），能不能办"],
    ["我是翠泰小区的业主，电梯坏了", "我是（住址略）的业主，电梯坏了"],
    ["我是大塘村村民，路断了", "我是（住址略）村民，路断了"],
    ["作为翠泰小区3栋的业主", "作为（住址略）的业主"],
    ["替翠泰小区的邻居问", "替（住址略）的邻居问"],
    ["我们是市机械厂的职工，", "我们是（单位略）的职工，"],
    ["市民在宏达机械上班，工资没有发", "市民在（单位略）上班，工资没有发"],
    ["孩子在学府路读书，", "孩子在（单位略）读书，"],
    ["我在第二人民医院工作，", "我在（单位略）工作，"],
    ["来电人工作单位：市第二中学，", "来电人工作单位：（单位略），"],
    ["在友谊中路124号开店，", "在（单位略）开店，"],
  ])("住在哪里、在哪里上班：%s → %s", (text, told) => expect(anonymous(text)).toBe(told));

  test.each([
    ["人民路124号的围墙倒了", "人民路（门牌略）的围墙倒了"],
    ["3栋201漏水", "（门牌略）漏水"],
    ["22栋2单元门口", "（门牌略）门口"],
    ["12号3栋201室", "（门牌略）"],
    ["云苑公租房5栋漏水", "云苑公租房（门牌略）漏水"],
    ["翠泰小区3-2-501漏水", "翠泰小区（门牌略）漏水"],
    ["翠泰小区12号楼前面", "翠泰小区（门牌略）前面"],
    ["一期三栋二单元的楼道", "一期（门牌略）的楼道"],
    ["和平路A座1502室", "和平路（门牌略）"],
    ["1—3栋停电", "（门牌略）停电"],
    ["门牌号是12，房号：3-201", "门牌号是（门牌略），房号：（门牌略）"],
    ["大塘村57号门前", "大塘村（门牌略）门前"],
    ["和平路１２号３栋２０１室", "和平路（门牌略）"],
  ])("门牌：%s → %s", (text, told) => expect(anonymous(text)).toBe(told));

  test.each([
    ["我叫王小明，住在附近", "我叫王某，住在附近"],
    ["姓名：仝大山，电话13812345678", "姓名：某某，电话（电话略）"],
    ["姓名是阿依古丽·买买提。", "姓名是某某。"],
    ["孩子叫李小红，今年上学", "孩子叫李某，今年上学"],
    ["她丈夫叫张明在外地务工", "她丈夫叫张某在外地务工"],
    ["自称欧阳小明", "自称欧阳某"],
    ["姓名不详，姓名：保密", "姓名不详，姓名：保密"],
    ["账号1234 5678，卡尾号12345678，5 8 1 2 3 4 5", "账号（号码略），卡尾号（号码略），（号码略）"],
  ])("姓名、号码：%s → %s", (text, told) => expect(anonymous(text)).toBe(told));
});

describe("括号", () => {
  test.each([
    ["市民张三（13812345678，身份证430302199001011234）", "市民张三（〔电话略〕，身份证〔证件号略〕）"],
    ["（电话13812345678）反映", "（电话〔电话略〕）反映"],
    ["市民(13812345678)，（3栋201）单位", "市民（电话略），（门牌略）单位"],
    ["（（住址略））单位很吵，（（（电话略）））", "（住址略）单位很吵，（电话略）"],
    ["（家住翠泰小区，电话13812345678", "（家住（住址略），电话（电话略）"],
  ])("不套同样的括号：%s → %s", (text, told) => {
    expect(anonymous(text)).toBe(told);
    expect(anonymous(told)).toBe(told);
    expect(identifyingIn(told)).toEqual([]);
  });
});

describe("留着", () => {
  test.each([
    "建设路12号路灯不亮，人民大道的路面塌了",
    "东河区滨湖街道阳光社区的健身器材坏了",
    "青山镇大塘村四组高速公路下面长了入侵植物",
    "高新区滨河路宏达机械拖欠2个月工资共计9000元",
    "诉求人所述翠泰佳苑不在我辖区范围内",
    "翠泰小区电梯停运，物业费每户涨了35元",
    "建设路11月12号停水三天，涉及201户居民",
    "12号上午到，人民路12号下午停电",
    "小区共有12栋楼，3栋居民楼停水，拆除5栋违建，一栋危房",
    "地铁2号线、12路公交、95号汽油、G320国道、1号台风",
    "工单编号2022101100012345，12345热线，2024年3月5日",
    "2022-10-11受理，2021-2022年，1200000元，1200000通，12-15人，2-3天",
    "30户联名，100多户，5000米，3.5%，10:30，第22条",
    "3室2厅，室内20平方米",
    "我是小区业主，我是普通居民，我是退休职工",
    "住房公积金，住院费，居住证，堵住了，忍不住",
    "专家在现场，国家在投入，这家在营业，人家在等",
    "承办单位在现场核实，施工单位是谁，单位在接到工单后处理",
    "工作人员在现场工作，在疫情防控工作中，在外地上班，在校读书",
    "市民住在一楼，家在农村，家在东河区，居住在本地",
    "他叫的车没来，孩子叫不醒，对方叫人拦住",
    "市民张女士、向先生、欧阳某，我叫王某反映",
  ])("%s", (text) => expect(anonymous(text)).toBe(text));

  test("日期、金额、件数、百分比、工单编号是事情的数字，夹在什么字里都在", () =>
    fc.assert(
      fc.property(
        fc.constantFrom("反映拖欠", "涉及", "逾期", "受理，", "。", "，增长"),
        fc.oneof(
          fc.tuple(upTo(12), upTo(28)).map(([month, day]) => `2022年${month}月${day}日`),
          fc.tuple(upTo(12), upTo(28)).map(([month, day]) => `${month}月${day}号`),
          upTo(99_999_999).map((amount) => `${amount}元`),
          fc.tuple(upTo(999_999), upTo(99)).map(([whole, part]) => `${whole}.${part}元`),
          upTo(999).map((count) => `${count}件`),
          upTo(999).map((count) => `${count}户居民`),
          upTo(999).map((count) => `${count}个工作日`),
          upTo(999_999).map((count) => `${count}人`),
          fc.tuple(upTo(100), upTo(99)).map(([whole, part]) => `${whole}.${part}%`),
          upTo(99_999_999).map((no) => `工单编号2022${no.padStart(8, "0")}`),
        ),
        fc.constantFrom("，", "。", "没有解决", "的问题", ""),
        (before, figure, after) => {
          const text = `${before}${figure}${after}`;
          expect(anonymous(text)).toBe(text);
        },
      ),
    ));
});

describe("规矩", () => {
  const house = fc.oneof(
    fc.tuple(upTo(300)).map(([no]) => `人民路${no}号`),
    fc.tuple(upTo(99), upTo(9)).map(([no, unit]) => `${no}栋${unit}单元`),
    fc.tuple(upTo(99), upTo(9), fc.integer({ min: 101, max: 3999 })).map((all) => all.join("-")),
    fc.tuple(upTo(99), fc.integer({ min: 101, max: 3999 })).map(([no, room]) => `${no}栋${room}室`),
    fc
      .tuple(upTo(99), upTo(30), fc.integer({ min: 101, max: 3999 }))
      .map(([no, b, room]) => `人民路${no}号${b}栋${room}`),
  );

  test("门牌夹在什么句子里都没有数字留下", () =>
    fc.assert(
      fc.property(
        fc.constantFrom("", "市民反映", "地点在", "家住", "（", "位于翠泰小区"),
        house,
        fc.constantFrom("", "漏水", "，没有人管", "的楼道", "）", "门口"),
        (before, no, after) => {
          expect(anonymous(`${before}${no}${after}`)).not.toMatch(/\d/);
        },
      ),
    ));

  const pieces = fc.constantFrom(
    ..."家在 住在 住 本人 我是 市民 的业主 业主 单位在 在 上班 读书 搬到 刚 姓名： 我叫 孩子叫 王 小明 翠泰小区 人民路 大塘村 东河区 阳光社区".split(
      " ",
    ),
    ..."12 号 3栋 201 2单元 室 三 楼 年 月 日 元 件 户 - ， 。 ： “ ” （ ） 反映 附近 的 了 没有 13812345678 工单编号 2022 # A 座 某 **".split(
      " ",
    ),
    "（住址略）",
    "（门牌略）",
    " ",
  );

  test("隐去了再隐去一次，什么也不变", () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: pieces }, { weight: 1, arbitrary: hanWords(1, 3) }), {
          maxLength: 14,
        }),
        (all) => {
          const once = anonymous(all.join(""));
          expect(anonymous(once)).toBe(once);
        },
      ),
      { numRuns: 3000 },
    ));

  test("说得出隐去了什么：没有列出来的，一个字不动；列出来的，原文里有", () => {
    expect(identifyingIn("家在翠泰小区，3栋201漏水，电话13812345678")).toEqual([
      { said: "13812345678", put: "（电话略）" },
      { said: "家在翠泰小区", put: "家在（住址略）" },
      { said: "3栋201", put: "（门牌略）" },
    ]);
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (all) => {
        const text = all.join("");
        const words = (of: string) => of.replace(/[（）〔〕]/g, "");
        expect(identifyingIn(text).length === 0).toBe(words(anonymous(text)) === words(text));
      }),
    );
  });

  test("夹着看不见的字符的号码、姓名也认得", () => {
    expect(anonymous("电话138\u200b1234\u00ad5678，自称欧阳\u2060测试。")).toBe("电话（电话略），自称欧阳某。");
    expect(identifyingIn("138\u200b1234\u200b5678")).toEqual([{ said: "13812345678", put: "（电话略）" }]);
  });

  test("多长的一串字也很快隐完", () => {
    // of the processor, not of the clock: whatever else the machine does
    const started = process.cpuUsage();
    for (const run of [
      "a",
      "1",
      "1-",
      "12 ",
      "家在",
      "住",
      "我是",
      "在路",
      "三栋",
      "一",
      "路12号",
      "1栋2",
      "姓名：王",
      "A座",
    ])
      anonymous(run.repeat(10_000));
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(4_000);
  });
});
