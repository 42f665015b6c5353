/** 疑似重复: the likeliest first, each with what both say; one of them is taken with a key. */
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Clock } from "../ui/Clock.tsx";
import { when } from "../ui/when.ts";
import { type Into, intoOf, type Repeat, type Suggestions } from "./data.ts";
import { Help } from "./Help.tsx";
import { quoted } from "./quoted.ts";

interface RepeatsProps {
  of: Suggestions["repeats"];
  into: Into | null;
  choose(into: Into | null): void;
}

function One({ row, into, first, choose }: Omit<RepeatsProps, "of"> & { row: Repeat; first: Repeat }) {
  const { platform } = useMe();
  const isChosen = into?.id === row.request.id;
  return (
    <li className={isChosen ? "chosen" : undefined}>
      <strong>{row.title}</strong>
      <p className="second">
        {when(row.request.acceptedAt, platform.zone)} 受理，{row.leadName ? `已派${row.leadName}` : "待派单"}。
        {row.request.placeName}；都说到{quoted(row.shared)}。
      </p>
      {row.clock ? <Clock clock={row.clock} /> : null}
      {row !== first && !isChosen ? <Act words="并入这件" small onAct={() => choose(intoOf(row))} /> : null}
    </li>
  );
}

export function Repeats({ of, into, choose }: RepeatsProps) {
  const [first] = of.rows;
  if (!first)
    return (
      <Help name="疑似重复" act={null}>
        <p className="second">
          {of.area ? `${of.area}近 ${of.days} 天没有没办完又说同样事的。` : "选了地点，就找那里近两周没办完的。"}
        </p>
      </Help>
    );
  const act = into ? (
    <Act words="不并入" press="F8" small onAct={() => choose(null)} />
  ) : (
    <Act words="并入" press="F8" small onAct={() => choose(intoOf(first))} />
  );
  return (
    <Help name={`疑似重复 ${of.rows.length} 件`} act={act}>
      <ul className="stack">
        {of.rows.map((row) => (
          <One key={row.request.id} {...{ row, into, first, choose }} />
        ))}
      </ul>
      {into ? <p className="second">并入后：一次办理，结果也会告知这位来电人。</p> : null}
    </Help>
  );
}
