import { randomBytes } from "node:crypto";
import { passwordHash } from "../../api/access/password.ts";
import { unitFault } from "../../api/admin/account.ts";
import { staffRole } from "../../contract/access/session.ts";
import { accountNumber, passwordFault } from "../../domain/access/password.ts";
import { type Role, roleNames } from "../../domain/access/role.ts";
import { idFrom } from "../../domain/ledger/id.ts";
import { rulesOf } from "../../domain/order/rules.ts";
import { Refusal, type Refused, refuse } from "../../domain/refusal.ts";
import { addAccounts } from "../../store/access/account.ts";
import { logAccess } from "../../store/access/log.ts";
import { rulebookOf } from "../../store/rules.ts";
import { choosePlatform } from "../choosePlatform.ts";
import type { Command, CommandInput } from "../command.ts";

interface Wanted {
  number: string;
  name: string;
  role: Role;
  unit: string | null;
}

function wantedOf({ number, name, role, unit }: CommandInput["options"]): Wanted | Refused {
  const known = staffRole.safeParse(role);
  if (!known.success) return refuse("invalid", `“${role}”不是角色。`, `可以写：${staffRole.options.join("、")}。`);
  if (!accountNumber.test(number as string))
    return refuse("invalid", `“${number}”不能作工号。`, "请用 1 到 32 个字母、数字、汉字、“_”“-”“.”。");
  return { number: number as string, name: name as string, role: known.data, unit: (unit as string) ?? null };
}

/** 新增账号 at the machine itself: how the first administrator comes in. The password is typed or piped, never an option. */
const accountCreate: Command = {
  name: "account create",
  summary: "新增账号，口令从终端或标准输入读取；第一个管理员这样建",
  arguments: [],
  options: [
    { name: "number", value: "工号", summary: "工号，登录用", required: true },
    { name: "name", value: "姓名", summary: "姓名", required: true },
    { name: "role", value: "角色", summary: "角色，如 administrator、dispatcher", preset: "administrator" },
    { name: "unit", value: "代码", summary: "联络员的承办单位代码；县级平台的人写所在地区的单位" },
    { name: "platform", value: "名称", summary: "热线平台，只有一个时不用写" },
    { name: "temporary", value: null, summary: "替别人建：他第一次登录要先改口令" },
  ],
  database: "shared",
  async run({ options }, { db, io, now }) {
    const at = now();
    const platform = await choosePlatform(db, options.platform as string | undefined);
    const wanted = wantedOf(options);
    if ("refused" in wanted) throw new Refusal(wanted);
    const rules = rulesOf(await rulebookOf(db, platform.platform), platform.zone);
    const misfit = unitFault(wanted, rules, at);
    if (misfit) throw new Refusal(misfit);
    const password = await io.secret(`${wanted.name}的口令`);
    const weak = passwordFault(password, wanted);
    if (weak) throw new Refusal(weak);
    const id = idFrom(randomBytes(10), at);
    const account = { id, ...wanted, password: await passwordHash(password), temporary: options.temporary === true };
    await db.transaction(async (tx) => {
      if ((await addAccounts(tx, platform.platform, [account], at)) === 0)
        throw new Refusal(refuse("numberTaken", `工号“${wanted.number}”已有账号。`, "请换一个工号。"));
      await logAccess(tx, platform.platform, consoleAccess(id), at);
    });
    io.out(`已新增${roleNames[wanted.role]}账号 ${wanted.number}（${platform.name}）。\n`);
    return 0;
  },
};

const consoleAccess = (account: string) => ({
  ...{ account: null, number: "", role: "system" as const, operation: "createAccount" },
  ...{ subjectKind: "account" as const, subjectId: account, reason: null, address: "命令行" },
});

export const accounts: Command[] = [accountCreate];
