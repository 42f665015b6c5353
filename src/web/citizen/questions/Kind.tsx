import { useState } from "react";
import type { Form } from "../data.ts";
import { Choices, Entry } from "../Entry.tsx";
import type { QuestionProps } from "./answers.ts";
import { suggested } from "./suggest.ts";

/** 各类型在当事人听来是什么 */
const meanings: Record<string, string> = {
  咨询: "想问清楚",
  求助: "请帮忙解决",
  投诉: "没办好、不满意",
  举报: "有人违法违规",
  建议: "出个主意",
  表扬: "做得好的",
  其他: "都不是",
};

interface AllProps {
  categories: Form["categories"];
  value: string | null;
  set(value: string | null): void;
}

/** 从全部里选, in two steps */
function FromAll({ categories, value, set }: AllProps) {
  const [of, setOf] = useState(() => categories.find(({ key }) => key === value)?.of ?? "");
  const above = [...new Set(categories.map((one) => one.of))];
  const below = categories.filter((one) => one.of === of);
  return (
    <>
      <Entry label="大类">
        {(control) => (
          <select
            {...control}
            value={of}
            onChange={({ target }) => {
              setOf(target.value);
              set(null);
            }}
          >
            <option value="">请选</option>
            {above.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
      </Entry>
      {of ? (
        <Entry label="小类">
          {(control) => (
            <select {...control} value={value ?? ""} onChange={({ target }) => set(target.value || null)}>
              <option value="">请选</option>
              {below.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Entry>
      ) : null}
    </>
  );
}

const ALL = "all";

/** 哪一类 */
export function Kind({ answers, set, faults, form }: QuestionProps) {
  const categories = form?.categories ?? [];
  const near = suggested(answers.text, categories);
  const isNear = near.some(({ key }) => key === answers.category);
  const [all, setAll] = useState(near.length === 0 || (answers.category !== null && !isNear));
  const choose = (value: string) => {
    setAll(value === ALL);
    set({ category: value === ALL ? null : value });
  };
  return (
    <>
      <Choices
        legend="您希望怎样？"
        name="type"
        options={(form?.types ?? []).map(({ key, name }) => ({
          value: key,
          words: name,
          ...(meanings[key] ? { more: meanings[key] } : {}),
        }))}
        value={answers.type}
        set={(type) => set({ type })}
        fault={faults.type ?? null}
      />
      {near.length > 0 ? (
        <Choices
          wide
          legend="是哪方面的事？"
          name="category"
          options={[
            ...near.map(({ key, name, of }) => ({ value: key, words: name, more: of })),
            { value: ALL, words: "都不是，从全部里选" },
          ]}
          value={all ? ALL : answers.category}
          set={choose}
          fault={faults.category ?? null}
        />
      ) : faults.category ? (
        <p className="fault">{faults.category}</p>
      ) : null}
      {all || near.length === 0 ? (
        <FromAll categories={categories} value={answers.category} set={(category) => set({ category })} />
      ) : null}
    </>
  );
}
