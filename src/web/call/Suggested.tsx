/** 建议: each with its ground, taken with one key or left alone. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { Suggestions } from "../request/data.ts";
import { Help } from "../request/Help.tsx";
import { quoted } from "../request/quoted.ts";
import { Repeats } from "../request/Repeats.tsx";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Precedents } from "../ui/Precedents.tsx";
import type { Given } from "./given.ts";
import { Knowledge } from "./Knowledge.tsx";
import type { Change } from "./Matter.tsx";

interface SuggestedProps {
  given: Given;
  change: Change;
  suggestions: UseQueryResult<Suggestions>;
}

type Taking = Omit<SuggestedProps, "suggestions">;

const taken = <span className="clock green">✓ 已采纳</span>;

function Categories({ given, change, of }: Taking & { of: Suggestions["categories"] }) {
  const [first] = of;
  const choose = ({ key, name, within }: (typeof of)[number]) => change({ category: { key, name, within } });
  if (!first)
    return (
      <Help name="分类" act={null}>
        <p className="second">内容里没有哪个小类名称里的词，请自己选。</p>
      </Help>
    );
  return (
    <Help
      name="分类"
      act={
        given.category?.key === first.key ? taken : <Act words="采纳" press="F6" small onAct={() => choose(first)} />
      }
    >
      <p>
        {first.within.join(" › ")} › <strong>{first.name}</strong>
      </p>
      <p className="second">内容和名称里都有{quoted(first.shared)}。</p>
      <span className="row">
        {of.slice(1).map((one) => (
          <Act key={one.key} words={one.name} small onAct={() => choose(one)} />
        ))}
      </span>
    </Help>
  );
}

function Unit({ given, change, of }: Taking & { of: Suggestions["proposal"] }) {
  if (!of)
    return (
      <Help name="承办单位" act={null}>
        <p className="second">选了分类，就查派单目录、先例和属地。</p>
      </Help>
    );
  const { unit, unitName, words, precedents } = of;
  const take = unit === null ? null : () => change({ unit: { unit, unitName: unitName! } });
  const act = take && <Act words="采纳" press="F7" small onAct={take} />;
  return (
    <Help name="承办单位" act={take && given.unit?.unit === unit ? taken : act}>
      {take ? <strong>{unitName}</strong> : null}
      <p className="second">{words}</p>
      <Precedents of={precedents} />
      <p className="meta">
        {take ? "采纳后读给来电人听；派单台看到的是同一条建议，由他们派。" : "不用填，由派单台定。"}
      </p>
    </Help>
  );
}

export function Suggested({ given, change, suggestions }: SuggestedProps) {
  const { data, error, refetch } = suggestions;
  return (
    <section className="panel" aria-label="建议">
      <header>
        <h2>建议</h2>
        <span className="meta">随内容更新，不采纳不影响提交</span>
      </header>
      {error ? <Failure error={error} again={() => refetch()} /> : null}
      {data ? (
        <>
          <Repeats of={data.repeats} into={given.into} choose={(into) => change({ into })} />
          <Categories {...{ given, change }} of={data.categories} />
          <Unit {...{ given, change }} of={data.proposal} />
        </>
      ) : (
        <p className="in second">写几个字，这里给出疑似重复、分类和承办单位，各说依据。</p>
      )}
      <Knowledge {...{ given, change }} categories={data?.categories ?? []} />
    </section>
  );
}
