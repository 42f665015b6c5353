/** 一个数从哪里来: the figure over what it was divided from, its rule and its ground, and the lists behind it. */
import { Fragment } from "react";
import { listOf } from "../../cockpit/lists.ts";
import { usePlace } from "../../shell/place.ts";
import { Act } from "../../ui/Act.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Open } from "../../ui/Open.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { Breakdown } from "./Breakdown.tsx";
import { type Origin, useOrigin } from "./data.ts";
import { OtherVersions } from "./OtherVersions.tsx";
import { worked } from "./worked.ts";

/** what stands large above the rows already */
const SAID = new Set(["指标", "数量", "比率", "得分", "计算"]);

function Figure({ origin }: { origin: Origin }) {
  const arithmetic = worked(origin);
  return (
    <p className="row">
      <span className="figure">{origin.text}</span>
      {arithmetic === null ? null : <span className="second">{arithmetic}</span>}
    </p>
  );
}

const Lists = ({ lists }: Pick<Origin, "lists">) =>
  lists.length === 0 ? (
    <p className="meta">这个数没有单独的清单：它由上面的数算出，或由县级平台报送。</p>
  ) : (
    <ul>
      {lists.map(({ list, words, filter }) => (
        <li key={words}>
          {list === "leaderDay" ? (
            <Open place={filter} to="/leader-days">
              打开清单：{words}
            </Open>
          ) : (
            <Open place={listOf(list, words, filter)} to="/cockpit">
              打开清单：{words}
            </Open>
          )}
        </li>
      ))}
      <li className="meta">清单按现在的情况列出，记录变了会与这里不同。</li>
    </ul>
  );

export function FigurePane({ period, figure }: { period: string; figure: string }) {
  const [, go] = usePlace();
  const { data, error, refetch } = useOrigin(period, figure);
  return (
    <section className="panel" aria-label="这个数从哪里来">
      <header>
        <h2>{data ? (data.of ? `${data.of}：${data.name}` : data.name) : "这个数从哪里来"}</h2>
        <span className="end">
          <Act words="关闭" press="Esc" small onAct={() => go({ figure: undefined })} />
        </span>
      </header>
      {error ? <Failure error={error} again={() => refetch()} /> : null}
      {data ? (
        <div className="in stack">
          <Figure origin={data} />
          <dl className="facts">
            {data.rows
              .filter(({ label }) => !SAID.has(label))
              .map(({ label, words }) => (
                <Fragment key={label}>
                  <dt>{label}</dt>
                  <dd>{words}</dd>
                </Fragment>
              ))}
          </dl>
          <Lists lists={data.lists} />
          <Breakdown breakdowns={data.breakdowns} />
          <OtherVersions period={period} figure={figure} />
        </div>
      ) : error ? null : (
        <Waiting what="出处" rows={6} />
      )}
    </section>
  );
}
