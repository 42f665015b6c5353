import { Refusal, refuse } from "../../domain/refusal.ts";
import { createPlatform, isDemonstration, type Platform, platformNamed } from "../../store/platform.ts";
import type { Command, CommandInput } from "../command.ts";
import { DEFAULT_ZONE, newPlatform } from "../newPlatform.ts";

const levels = ["city", "county"] as const;

/** what stands in lists, titles and names of files */
const platformName = /^[^\p{C}\s/\\]{1,50}$/u;

function wanted({ arguments: given, options }: CommandInput): Platform {
  const name = given.名称!;
  if (!platformName.test(name))
    throw new Refusal(
      refuse("invalid", `“${name}”不能作平台名称。`, "请用 1 到 50 个字，不含空格和斜杠，如“云岭市”。"),
    );
  const level = levels.find((one) => one === options.level);
  if (!level)
    throw new Refusal(refuse("invalid", `没有级别“${options.level}”。`, "市级平台写 city，县级平台写 county。"));
  return newPlatform({ name, level, zone: options.zone as string, origin: "live" });
}

const next = "下一步：用 rexian account create 建第一个管理员，再用 rexian serve 启动（正在运行的服务要重新启动）。\n";

/** 新建平台: an empty one for a real city: the national rules, those of its own book or the neutral ones, no records. */
export const platformCreate: Command = {
  name: "platform create",
  summary: "新建热线平台：装好全国规则和通用规则，没有任何记录；正式使用从这里开始",
  arguments: [{ name: "名称", summary: "平台名称，如 云岭市" }],
  options: [
    { name: "level", value: "级别", summary: "city（市级）或 county（县级）", preset: "city" },
    { name: "zone", value: "时区", summary: "平台所在的时区", preset: DEFAULT_ZONE },
  ],
  database: "shared",
  makesDatabase: true,
  check: async (input) => void wanted(input),
  async run(input, { db, io, now }) {
    const platform = wanted(input);
    if (await isDemonstration(db))
      throw new Refusal(
        refuse("demonstrationHere", "这里是演示数据库，不能开办正式的平台。", "请用 --data 另指一个数据目录。"),
      );
    await db.transaction(async (tx) => {
      if (await platformNamed(tx, platform.name))
        throw new Refusal(
          refuse("platformTaken", `已有名为“${platform.name}”的平台。`, "请直接使用它，或换一个名称。"),
        );
      await createPlatform(tx, platform, now());
    });
    io.out(`已新建平台“${platform.name}”。\n`);
    io.err(next);
    return 0;
  },
};
