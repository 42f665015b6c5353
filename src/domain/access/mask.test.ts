import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskText } from "./mask.ts";
import { maskAddress, maskContact, maskIdentity, maskName, maskPhone } from "./maskContact.ts";
import { contactFor, mayAsk, mayRead } from "./sight.ts";

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const digits = (length: number) => fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(""));
const mobile = fc.tuple(fc.constantFrom("13", "14", "15", "16", "17", "18", "19"), digits(9)).map(([a, b]) => a + b);
const identity = fc
  .tuple(fc.integer({ min: 110000, max: 659999 }), fc.integer({ min: 1920, max: 2015 }), digits(3))
  .map(([area, year, tail]) => `${area}${year}0815${tail}X`);
const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
const hanWords = (min: number, max: number) =>
  fc.array(han, { minLength: min, maxLength: max }).map((all) => all.join(""));
const wide = (text: string) => text.replace(/\d/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

describe("遮盖姓名", () => {
  test.each([
    ["张三", "张**"],
    ["张三丰", "张**"],
    ["张", "张**"],
    ["欧阳明", "欧阳**"],
    ["欧阳", "欧**"],
    ["仝某某", "某**"],
    ["阿依古丽·买买提", "某**"],
    ["John Smith", "某**"],
    ["  王女士", "王**"],
    ["", "某**"],
  ])("%s → %s", (name, masked) => expect(maskName(name)).toBe(masked));

  test("名字多长都看不出，名的任何一个字都不露出", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 12 }), (given) => {
        expect(maskName(`王${given}`)).toBe("王**");
        expect([...maskName(given)].length).toBeLessThanOrEqual(4);
      }),
    ));
});

describe("遮盖电话", () => {
  test.each([
    ["13812345678", "138****5678"],
    ["+86 138-1234-5678", "138****5678"],
    ["１３８１２３４５６７８", "138****5678"],
    ["0731-58123456", "0731-****3456"],
    ["010 62345678", "010-****5678"],
    ["0731-5812345", "0731-****345"],
    ["58123456", "****3456"],
    ["12345", "****"],
    ["110", "****"],
    ["138123456789", "****"],
    ["不详", "****"],
  ])("%s → %s", (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  test("至少藏起四位，露出来的连着不超过四位", () =>
    fc.assert(
      fc.property(fc.oneof(mobile, digits(7), digits(8), digits(11), digits(12), fc.string()), (phone) => {
        const all = phone.normalize("NFKC").replace(/\D/g, "");
        const shown = maskPhone(phone).replace(/\D/g, "");
        if (shown !== "") expect(all.length - shown.length).toBeGreaterThanOrEqual(4);
        for (const run of maskPhone(phone).match(/\d+/g) ?? []) expect(run.length).toBeLessThanOrEqual(4);
      }),
    ));
});

describe("遮盖证件号和地址", () => {
  test("证件号只留首尾", () => {
    expect(maskIdentity("110101199003078515")).toBe("1****************5");
    expect(maskIdentity("11010119900307851x")).toBe("1****************X");
    expect(maskIdentity("E12345678")).toBe("****");
  });

  test.each([
    ["云岭市东河区滨湖街道阳光社区3栋502室", "云岭市东河区滨湖街道阳光社区**"],
    ["东河区建设中路120号阳光小区", "东河区建设中路**"],
    ["滨湖街道阳光花园三栋二单元", "滨湖街道**"],
    ["东河区青山镇大塘村张家组12号", "东河区青山镇大塘村**"],
    ["云岭市", "云岭市**"],
    ["北门口老张家", "**"],
    ["３号楼", "**"],
    ["", "**"],
  ])("%s → %s", (address, masked) => expect(maskAddress(address)).toBe(masked));

  test("地址里没有门牌和房号，开头以外什么也不多", () =>
    fc.assert(
      fc.property(hanWords(0, 6), digits(3), hanWords(0, 6), (street, house, rest) => {
        const masked = maskAddress(`${street}路${house}号${rest}`);
        expect(masked).not.toMatch(/\d/);
        expect(`${street}路`.normalize("NFKC").startsWith(masked.slice(0, -2))).toBe(true);
      }),
    ));
});

describe("遮蔽文字", () => {
  test.each([
    ["请打13812345678找我", "请打（电话略）找我"],
    ["电话+86 138 1234 5678。", "电话（电话略）。"],
    ["电话8613812345678", "电话（电话略）"],
    ["座机58123456，办公室0731-58123456", "座机（电话略），办公室（电话略）"],
    ["身份证110101199003078515", "身份证（证件号略）"],
    ["旧证110101900307851", "旧证（证件号略）"],
    ["车牌京A12345、京AD12345", "车牌（车牌略）、（车牌略）"],
    ["微信号wx_12345，邮箱a.b@c.cn", "微信号（账号略），邮箱（邮箱略）"],
    ["卡号6222 0212 3456 7890 123", "卡号（银行卡号略）"],
    ["我叫王小明，住在附近", "我叫王**，住在附近"],
    ["联系人：欧阳小明", "联系人：欧阳**"],
    ["我叫的车没来", "我叫的车没来"],
    ["工单2024030500000123，12345热线，2024年3月5日", "工单2024030500000123，12345热线，2024年3月5日"],
  ])("%s", (text, masked) => expect(maskText(text)).toBe(masked));

  test.each([
    ["住嘉庐花园33栋，异地住院怎么备案", "住（住址略），异地住院怎么备案"],
    ["住在东河区滨湖街道华银小区三栋二单元501号", "住在（住址略）"],
    ["家住和平路十二号，夜里很吵", "家住（住址略），夜里很吵"],
    ["（滨湖街道）祥园家园3栋", "（滨湖街道）祥园家园（门牌略）"],
    ["福湖名苑37栋一楼住户漏水", "福湖名苑（门牌略）住户漏水"],
    [
      "翠苑二区32幢、3栋201、翠泰小区3-2-501、12楼1201",
      "翠苑二区（门牌略）、（门牌略）、翠泰小区（门牌略）、（门牌略）",
    ],
    ["具体地点：桂花小区三号楼二单元501", "具体地点：桂花小区（门牌略）"],
    ["大塘村57号门前，房号：3-201", "大塘村（门牌略）门前，房号：（门牌略）"],
    ["电话一三八零零零零一二三四", "电话（电话略）"],
    ["幺三八 〇〇〇〇 幺二三四，零七三一五八一二三四五六", "（电话略），（电话略）"],
    ["座机五八一二三四五六，138零零零零1234", "座机（电话略），（电话略）"],
  ])("住到哪一户、念出来的号码：%s → %s", (text, masked) => {
    expect(maskText(text)).toBe(masked);
    expect(maskText(masked)).toBe(masked);
  });

  test.each([
    "人民路124号的围墙倒了，人民路8号门面油烟，建设路12号路灯不亮",
    "三号楼电梯停运三天，翠泰小区电梯坏了，我是翠泰小区的业主",
    "第一医院3栋门口，公园3号楼旁边，市民之家A座，幼儿园3栋",
    "小区共有12栋楼，3栋居民楼停水，拆除5栋违建，花园里一栋危房",
    "大塘村四组12号路灯坏了，村里3号台风时停电，2号线",
    "二〇二二年十一月十四日，一二三四五六七八九十，涉及一千二百三十户",
    "具体地点：桂花小区三号楼，电梯停运",
    "老家在青山镇，家在翠泰小区附近，市民住在一楼",
  ])("事情发生的地方留着：%s", (text) => expect(maskText(text)).toBe(text));

  test("来电人登记的地址只是一个街道、社区，不当住址遮", () => {
    expect(maskText("地点在滨湖街道，路灯不亮", { address: "滨湖街道" })).toBe("地点在滨湖街道，路灯不亮");
    expect(maskText("翠泰佳苑漏水", { address: "翠泰佳苑" })).toBe("（住址略）漏水");
  });

  test("多长的一串字也很快遮完", () => {
    // of the processor, not of the clock: whatever else the machine does
    const started = process.cpuUsage();
    for (const run of ["a", "1", "a.", "1 3", "62 ", "我叫", "一", "家在", "住", "三栋", "1栋2", "12 ", "花园"])
      maskText(run.repeat(20_000));
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2_000);
  });

  test("本人的姓名、号码、住址在哪里都不露出", () =>
    fc.assert(
      fc.property(hanWords(0, 8), hanWords(2, 4), digits(9), hanWords(0, 8), (before, name, odd, after) => {
        const contact = { name, phone: odd, address: `${name}住的地方`, identityNumber: null };
        const masked = maskText(`${before}${name}${after}${odd}${before}${contact.address}`, contact);
        expect(masked).not.toContain(name);
        expect(masked).not.toContain(odd);
      }),
    ));

  test("手机号和证件号不论全角半角、夹在什么字里都不露出；再遮一次不变", () =>
    fc.assert(
      fc.property(
        hanWords(0, 5),
        fc.oneof(mobile, identity),
        fc.boolean(),
        hanWords(0, 5),
        (before, no, full, after) => {
          const masked = maskText(`${before}${full ? wide(no) : no}${after}`);
          expect(masked).not.toMatch(/[\d０-９]{4}/);
          expect(maskText(masked)).toBe(masked);
        },
      ),
    ));
});

describe("谁看多少", () => {
  const contact = { name: "欧阳小明", phone: "13812345678", address: "东河区1号", identityNumber: null };

  test("没有说理由，谁也看不到全部", () => {
    for (const role of mayRead) expect(contactFor(role, contact)).not.toMatchObject({ name: contact.name });
    expect(contactFor("agent", contact)).toEqual(maskContact(contact));
    expect(contactFor("leader", contact)).toEqual({ name: "欧阳**", phone: null, address: null, identityNumber: null });
    expect(contactFor("administrator", contact)).toEqual({
      ...{ name: null, phone: null, address: null },
      identityNumber: null,
    });
  });

  test("要看全部的只能是办事的人", () => {
    expect([...mayAsk].sort()).toEqual(["agent", "dispatcher", "followUp", "liaison", "office", "supervisor"]);
  });
});
