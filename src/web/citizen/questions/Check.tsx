import { Link } from "../Link.tsx";
import type { QuestionProps } from "./answers.ts";

/** 核对 */
export function Check({ answers, form, photos }: QuestionProps) {
  const category = form?.categories.find(({ key }) => key === answers.category);
  const type = form?.types.find(({ key }) => key === answers.type);
  const lines: [label: string, words: string, page: number][] = [
    ["什么事", answers.text, 1],
    ["哪一类", `${type?.name ?? ""} · ${category ? `${category.of}、${category.name}` : ""}`, 2],
    ["在哪里", [answers.place?.name, answers.spot].filter(Boolean).join("，"), 3],
    ["照片", photos.length === 0 ? "没有" : `${photos.length} 张`, 4],
    ["电话", answers.phone.trim() || "没有留，只能凭编号来查", 5],
    ["称呼", answers.name.trim() || "没有写", 5],
    ["保密", answers.confidential ? "是，承办单位看不到您是谁" : "否", 5],
  ];
  return (
    <>
      <dl className="check">
        {lines.map(([label, words, page]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
            <dd>
              <Link to={`/citizen/report?page=${page}`}>
                改<span className="unseen">{label}</span>
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <p className="hint">
        交了以后，热线会登记、转给该办的单位。您的姓名和电话加密保存，只给办这件事的人看，每看一次都有记录。
      </p>
    </>
  );
}
