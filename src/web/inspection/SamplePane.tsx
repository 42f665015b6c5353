/** 一件样本: what was done on the left, how it is judged on the right. */
import { useState } from "react";
import { allowanceOf } from "../ui/allowance.ts";
import { Failure } from "../ui/Failure.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { useSample } from "./data.ts";
import { Objecting, ObjectionPanel } from "./Objections.tsx";
import { Scores } from "./Scores.tsx";
import { SheetForm } from "./SheetForm.tsx";
import { Subject } from "./Subject.tsx";

export function SamplePane({ id, next }: { id: string; next(): void }) {
  const { data: sample, error, refetch } = useSample(id);
  const [said, setSaid] = useState("");
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!sample) return <Waiting what="样本" rows={10} />;
  const may = allowanceOf(sample, "score");
  return (
    <>
      <section className="stack" aria-label="样本">
        <Subject sample={sample} />
      </section>
      <section className="stack" aria-label="评分和异议">
        <p role="status" className={said ? "told" : "unseen"}>
          {said}
        </p>
        {may.allowed && sample.sheet ? <SheetForm key={id} sample={sample} sheet={sample.sheet} done={next} /> : null}
        {may.allowed && !sample.sheet ? <p className="warning">没有现行的评分表。请管理员在规则库里加一份。</p> : null}
        <Scores sample={sample} />
        <ObjectionPanel sample={sample} done={setSaid} />
        <Objecting sample={sample} done={setSaid} />
      </section>
    </>
  );
}
