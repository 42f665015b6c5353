import { books } from "../../../rulebook/books.ts";
import { ruleKindNames } from "../../domain/rule/title.ts";
import { migrate as bringUp } from "../../store/migrate.ts";
import type { RuleConflict } from "../../store/rules.ts";
import type { Command } from "../command.ts";

const meets: Record<RuleConflict["with"], string> = {
  operator: "本单位自己的规定优先",
  release: "与以前发布的内容不同，以前的保留",
  reconstructed: "与重建的内容不同，重建的保留",
};

/** 升级: brings schema and rulebook up to this release; never touches an operator's row, and lists what it left alone. */
export const migrate: Command = {
  name: "migrate",
  summary: "建立或升级数据库结构，并装入随程序发布的规则",
  arguments: [],
  options: [{ name: "dry-run", value: null, summary: "只列出将要做什么，不改动" }],
  database: "alone",
  makesDatabase: true,
  async run({ options }, { db, isNew, io, now }) {
    const dryRun = options["dry-run"] === true;
    const { applied, rules } = await bringUp(db, books, now(), dryRun);
    const done = dryRun ? "将" : "已";
    for (const name of applied) io.out(`${done}执行结构变更 ${name}\n`);
    for (const { book, kind, key, from } of rules.added)
      io.out(`${done}增加规则 ${book} ${ruleKindNames[kind]} ${key}（${from} 起）\n`);
    for (const conflict of rules.conflicts)
      io.out(
        `未改动规则 ${conflict.book} ${ruleKindNames[conflict.kind]} ${conflict.key}（${conflict.from} 起）：${meets[conflict.with]}\n`,
      );
    if (isNew) io.out("已新建数据库，建好结构，装入随程序发布的规则。\n");
    else if (applied.length + rules.added.length === 0) io.out("数据库结构和规则都已是最新。\n");
    return 0;
  },
};
