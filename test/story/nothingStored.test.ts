import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { eachDatabase } from "../world/databases.ts";

eachDatabase((_, open) => {
  it("库里没有存着的数字：除县级平台月报外，每张表都是一件一行的记录或规则；清单和月末留存不进报告", async () => {
    const db = await open();
    const tables = await db.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
    );
    const kept = ["contact", "event", "free_text", "attachment", "import_source", "installation", "migration"];
    const rules = ["platform", "rule_row"];
    const folds = ["assignment", "call", "county_month", "leader_day", "mystery_call", "return_request"];
    const people = ["access_log", "account", "forgotten", "hold", "own_settings", "session", "sign_in_attempt"];
    const knowledge = ["article_edition", "article_report", "article_use", "open_question"];
    const inspection = ["inspection_draw", "inspection_sample", "inspection_score", "objection"];
    const mystery = ["mystery_objection", "mystery_plan", "mystery_rating", "mystery_task"];
    // what verify recounts, and what the jobs have still to do
    const derived = [
      "article",
      "seal",
      "worklist",
      "order_unit",
      "unit_request",
      "request_text",
      "words_entered",
      "overdue_snapshot",
      "snapshot_taken",
    ];
    const work = [
      "idempotency",
      "leftover_file",
      "notice",
      "ongoing_call",
      "order_clock",
      "query_code",
      "simulated_sms",
      "sms",
      "survey",
    ];
    // 定稿的月报: what was said once, beside the records; no figure is counted from it
    const frozen = ["report_edition", "report_file"];
    // 标准地图: a picture of the districts; no figure is counted from it
    const pictures = ["approved_map"];
    // 月报底稿: words that people changed, with the names of figures and what they said then; no figure is counted from it
    const drafted = ["report_contents", "report_paragraph", "report_writer"];
    // 案例和领导接听日的安排: words and days that people chose; no figure is counted from them
    const arranged = ["leader_day_plan", "report_case", "report_case_text"];
    const all = [
      kept,
      frozen,
      pictures,
      drafted,
      arranged,
      rules,
      folds,
      people,
      knowledge,
      inspection,
      mystery,
      derived,
      work,
      ["service_request", "work_order"],
    ].flat();
    expect(tables.map(({ name }) => name)).toEqual(all.sort());
    const asked = readdirSync("src/store/question").map((file) => readFileSync(`src/store/question/${file}`, "utf8"));
    for (const table of [...derived, ...work, ...frozen, ...pictures, ...drafted, ...arranged, ...mystery])
      expect(asked.filter((sql) => new RegExp(`\\b(from|join) ${table}\\b`).test(sql))).toEqual([]);
    const views = await db.query("select from pg_matviews");
    expect(views).toEqual([]);
  });
});
