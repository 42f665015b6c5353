import { describeFinding, type Head, readHead, writeHead } from "../../domain/ledger/finding.ts";
import { Refusal, refuse } from "../../domain/refusal.ts";
import { type Verified, verifyLedger } from "../../store/ledger/verify.ts";
import { type Platform, platforms } from "../../store/platform.ts";
import { choosePlatform } from "../choosePlatform.ts";
import type { Command, Context } from "../command.ts";

const text = (value: string | true | undefined) => (typeof value === "string" ? value : undefined);

function notedIn(value: string | undefined): Head | null {
  if (value === undefined) return null;
  const head = readHead(value);
  if (head) return head;
  throw new Refusal(refuse("invalidHead", `“${value}”不是链头。`, "请照抄 verify 印出的样子：号:64 位十六进制。"));
}

const stages = { seals: "查验封印", rows: "查验行" };

function goneIn({ gone, unexplained }: Verified): string {
  if (gone === 0) return "";
  const rest = unexplained === 0 ? "" : `（其中 ${unexplained} 处没有到期遗忘的记录）`;
  return `；事件所指的个人信息和文字有 ${gone} 处已不在${rest}`;
}

const summary = ({ name }: Platform, verified: Verified) =>
  `${name}：账本成立。\n` +
  `  已封印 ${verified.head.no} 条，与链相符${verified.head.no > 0 ? `；链头 ${writeHead(verified.head)}` : ""}\n` +
  `  未封印 ${verified.unsealed} 条，与各自的前一事件相符\n` +
  `  行 ${verified.rows} 件，都由事件得出${goneIn(verified)}\n`;

async function verifyOne(platform: Platform, noted: Head | null, { db, io }: Context): Promise<boolean> {
  const verified = await verifyLedger(db, {
    platform: platform.platform,
    noted,
    progress: (stage, done, total) => io.progress(stages[stage], done, total),
  });
  if (verified.finding) io.out(`${platform.name}：账本不成立。\n  第一个坏处：${describeFinding(verified.finding)}\n`);
  else io.out(summary(platform, verified));
  return verified.finding === null;
}

/** 查验账本: says what was proven, or the first place that doesn't hold; exit 1 then. */
export const verify: Command = {
  name: "verify",
  summary: "查验账本：封印的链、未封印的事件、由事件得出的行；印出链头，请抄到系统之外",
  arguments: [],
  options: [
    { name: "platform", value: "名称", summary: "哪个热线平台；默认逐个查验全部平台" },
    { name: "head", value: "链头", summary: "以前抄下的链头（号:链值），核对链仍包含它；末尾被删去只有这样才看得出" },
  ],
  database: "shared",
  async run({ options }, context) {
    const noted = notedIn(text(options.head));
    const named = text(options.platform);
    const one = named !== undefined || noted !== null;
    const all = one ? [await choosePlatform(context.db, named)] : await platforms(context.db);
    let sound = true;
    for (const platform of all) sound = (await verifyOne(platform, noted, context)) && sound;
    if (all.length === 0) context.io.out("数据库里还没有热线平台，没有账本可查。\n");
    return sound ? 0 : 1;
  },
};
