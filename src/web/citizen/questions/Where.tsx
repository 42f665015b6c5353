import { useEffect, useState } from "react";
import { type Places, useRead } from "../data.ts";
import { Choices, Line } from "../Entry.tsx";
import { Told } from "../Told.tsx";
import type { QuestionProps } from "./answers.ts";

/** so long nothing is asked while somebody is still typing */
const STILL = 250;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), STILL);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** 在哪里 */
export function Where({ answers, set, faults }: QuestionProps) {
  const [typed, setTyped] = useState("");
  const { data, error, again } = useRead<Places>("/citizen/places", { q: useSettled(typed.trim()) });
  const found = data ?? [];
  const { place } = answers;
  const listed = place && !found.some(({ code }) => code === place.code) ? [place, ...found] : found;
  return (
    <>
      <Line
        label="找地区"
        hint="写区、街道或社区的名称里的几个字，再从下面选"
        fault={faults.place ?? null}
        type="search"
        value={typed}
        set={setTyped}
      />
      {error ? <Told error={error} again={again} /> : null}
      {listed.length > 0 ? (
        <Choices
          wide
          legend="选一个"
          name="place"
          options={listed.map(({ code, name }) => ({ value: code, words: name }))}
          value={place?.code ?? null}
          set={(code) => set({ place: listed.find((one) => one.code === code) ?? null })}
        />
      ) : (
        <p className="hint" role="status">
          {data === null ? "正在取地区…" : "没有这个地区。换几个字，或者只在下面写清在哪里。"}
        </p>
      )}
      <Line
        label="具体在哪里"
        hint="比如：桂花小区三号楼；不用写您家的门牌"
        maxLength={100}
        value={answers.spot}
        set={(spot) => set({ spot })}
      />
    </>
  );
}
