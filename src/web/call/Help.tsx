/** 建议: each with its ground, taken with one key or left alone. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Clock } from "../ui/Clock.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Precedents } from "../ui/Precedents.tsx";
import { when } from "../ui/when.ts";
import type { Repeat, Suggestions } from "./data.ts";
import type { Given } from "./given.ts";
import type { Change } from "./Matter.tsx";

interface HelpProps {
  given: Given;
  change: Change;
  suggestions: UseQueryResult<Suggestions>;
}

interface PartProps {
  name: string;
  /** what its key does */
  act: ReactNode;
  children: ReactNode;
}

const Part = ({ name, act, children }: PartProps) => (
  <section className="help" aria-label={name}>
    <header className="row">
      <h3 className="meta">{name}</h3>
      <span className="end">{act}</span>
    </header>
    {children}
  </section>
);

const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join("");
const taken = <span className="clock green">✓ 已采纳</span>;

function Repeats({ given, change, of }: Omit<HelpProps, "suggestions"> & { of: Suggestions["repeats"] }) {
  const { platform } = useMe();
  const [first] = of.rows;
  const join = ({ request, title, leadName }: Repeat) =>
    change({ into: { id: request.id, number: request.number, title, leadName } });
  if (!first)
    return (
      <Part name="疑似重复" act={null}>
        <p className="second">
          {of.area ? `${of.area}近 ${of.days} 天没有没办完又说同样事的。` : "选了地点，就找那里近两周没办完的。"}
        </p>
      </Part>
    );
  const act = given.into ? (
    <Act words="不并入" press="F8" small onAct={() => change({ into: null })} />
  ) : (
    <Act words="并入" press="F8" small onAct={() => join(first)} />
  );
  return (
    <Part name={`疑似重复 ${of.rows.length} 件`} act={act}>
      <ul className="stack">
        {of.rows.map((row) => (
          <li key={row.request.id} className={given.into?.id === row.request.id ? "chosen" : undefined}>
            <strong>{row.title}</strong>
            <p className="second">
              {when(row.request.acceptedAt, platform.zone)} 受理，{row.leadName ? `已派${row.leadName}` : "待派单"}。
              {row.request.placeName}；都说到{quoted(row.shared)}。
            </p>
            {row.clock ? <Clock clock={row.clock} /> : null}
            {row !== first && given.into?.id !== row.request.id ? (
              <Act words="并入这件" small onAct={() => join(row)} />
            ) : null}
          </li>
        ))}
      </ul>
      {given.into ? <p className="second">并入后：一次办理，结果也会告知这位来电人。</p> : null}
    </Part>
  );
}

function Categories({ given, change, of }: Omit<HelpProps, "suggestions"> & { of: Suggestions["categories"] }) {
  const [first] = of;
  const choose = ({ key, name, within }: (typeof of)[number]) => change({ category: { key, name, within } });
  if (!first)
    return (
      <Part name="分类" act={null}>
        <p className="second">内容里没有哪个小类名称里的词，请自己选。</p>
      </Part>
    );
  return (
    <Part
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
    </Part>
  );
}

function Unit({ given, change, of }: Omit<HelpProps, "suggestions"> & { of: Suggestions["proposal"] }) {
  if (!of)
    return (
      <Part name="承办单位" act={null}>
        <p className="second">选了分类，就查派单目录、先例和属地。</p>
      </Part>
    );
  const { unit, unitName, words, precedents } = of;
  const take = unit === null ? null : () => change({ unit: { unit, unitName: unitName! } });
  const act = take && <Act words="采纳" press="F7" small onAct={take} />;
  return (
    <Part name="承办单位" act={take && given.unit?.unit === unit ? taken : act}>
      {take ? <strong>{unitName}</strong> : null}
      <p className="second">{words}</p>
      <Precedents of={precedents} />
      <p className="meta">
        {take ? "采纳后读给来电人听；派单台看到的是同一条建议，由他们派。" : "不用填，由派单台定。"}
      </p>
    </Part>
  );
}

export function Help({ given, change, suggestions }: HelpProps) {
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
          <Repeats {...{ given, change }} of={data.repeats} />
          <Categories {...{ given, change }} of={data.categories} />
          <Unit {...{ given, change }} of={data.proposal} />
        </>
      ) : (
        <p className="in second">写几个字，这里给出疑似重复、分类和承办单位，各说依据。</p>
      )}
    </section>
  );
}
