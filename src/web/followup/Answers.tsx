import { useEffect, useRef, useState } from "react";
import { inOwnKeys } from "../shell/ownKeys.ts";
import { Act } from "../ui/Act.tsx";
import { WordsField } from "../ui/WordsField.tsx";
import { Choice } from "./Choice.tsx";
import type { Rating, Said } from "./data.ts";
import { reasons } from "./sentences.ts";

const ratings = [
  { value: "satisfied", words: "满意", code: "Digit1", cap: "1" },
  { value: "neutral", words: "一般", code: "Digit2", cap: "2" },
  { value: "dissatisfied", words: "不满意", code: "Digit3", cap: "3" },
  { value: "noResponse", words: "不评价", code: "Digit4", cap: "4" },
] as const satisfies readonly { value: Rating; words: string; code: string; cap: string }[];

const solvedOrNot = [
  { value: true, words: "是", code: "KeyY", cap: "Y" },
  { value: false, words: "否", code: "KeyN", cap: "N" },
];

const focusIn = (here: HTMLElement | null) => here?.querySelector<HTMLElement>("input, textarea")?.focus();

/** 当事人怎么说: rating, solved or not, in whose words; asked only when the answer was read out. */
export function Answers({ said, set, read }: { said: Said; set(next: Partial<Said>): void; read: boolean }) {
  const rating = useRef<HTMLDivElement>(null);
  const solved = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [wants, setWants] = useState<"solved" | "words" | null>(null);
  useEffect(() => {
    if (read) focusIn(rating.current);
  }, [read]);
  useEffect(() => {
    if (wants) focusIn((wants === "solved" ? solved : words).current);
    setWants(null);
  }, [wants]);
  const grey = read ? null : inOwnKeys("先把公开答复读给当事人，再请他评价（F8 下一句）。");
  return (
    <div className="form in">
      <Choice
        label="评价"
        answers={ratings}
        value={said.rating}
        grey={grey}
        here={rating}
        set={(next) => {
          set({ rating: next, ...(next === "dissatisfied" ? {} : { suggests: false }) });
          setWants("solved");
        }}
      />
      <Choice
        label="问题解决了吗"
        answers={solvedOrNot}
        value={said.solved}
        grey={grey}
        here={solved}
        set={(next) => {
          set({ solved: next });
          if (said.rating === "dissatisfied") setWants("words");
        }}
      />
      <div ref={words}>
        <WordsField
          label={said.rating === "dissatisfied" ? "不满意的原因和原话" : "原话（可以不填）"}
          value={said.text}
          set={(next) => set({ text: next })}
        />
      </div>
      {said.rating === "dissatisfied" ? (
        <div className="row">
          {reasons.map((reason) => (
            <Act key={reason} words={reason} small onAct={() => set({ text: `${said.text}${reason}。` })} />
          ))}
        </div>
      ) : null}
    </div>
  );
}
