/** 底稿台: contents left, the paper in the middle, beside it what a number comes from and what is left to do. */
import { useDrafted } from "../../shell/draft.ts";
import { usePlace } from "../../shell/place.ts";
import { useMe } from "../../shell/session.ts";
import { Act } from "../../ui/Act.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { when } from "../../ui/when.ts";
import { mayFreeze, reportWords } from "../data.ts";
import { FreezeForm } from "../FreezeForm.tsx";
import { Checks } from "./Checks.tsx";
import { ContentsList } from "./ContentsList.tsx";
import { type DraftView, mustIn, useChecks, useDraftOf, writingOf } from "./data.ts";
import { FigurePane } from "./FigurePane.tsx";
import { Paper } from "./Paper.tsx";
import { AtWork } from "./WriterWords.tsx";
import { useWriters } from "./writers.ts";
import "./draft.css";
import "./writing.css";

/** what stands open on this page */
const closed = { paragraph: undefined, figure: undefined, beside: undefined };

/** 定稿: not while a paragraph is being changed, since that wouldn't be in it, nor what would be refused. */
function Freezing({ draft, writing }: { draft: DraftView; writing: boolean }) {
  const { period, blocks } = draft;
  const [, go] = usePlace();
  const isDrafted = useDrafted();
  const { data: checks } = useChecks(period);
  const must = checks ? mustIn(checks) : 0;
  const unsaved = blocks.filter((one) => "parts" in one && isDrafted(writingOf(period, one.name))).length;
  return (
    <section className="panel" aria-label="定稿">
      <header>
        <h2>检查、定稿</h2>
        <span className="end">
          <Act words="收起" small onAct={() => go({ beside: undefined })} />
        </span>
      </header>
      <Checks draft={draft} may />
      {writing ? (
        <p className="in">有一段正在改。请先存了，或者不改了，再定稿。</p>
      ) : must > 0 ? (
        <p className="in">上面有 {must} 处不改不能定稿。改好了，这里就能定稿。</p>
      ) : (
        <>
          {unsaved > 0 ? (
            <p className="warning">您有 {unsaved} 处写了没有存，定稿里不会有。要的请先打开存了；不要的打开丢掉。</p>
          ) : null}
          <FreezeForm month={period} done={({ id }) => go({ ...closed, draft: undefined, edition: id })} />
        </>
      )}
    </section>
  );
}

export function DraftDesk({ period }: { period: string }) {
  const { role, platform } = useMe();
  const [{ paragraph, figure, beside }, go] = usePlace();
  const { data: draft, error, refetch } = useDraftOf(period);
  const writers = useWriters(period);
  const may = mayFreeze(role);
  return (
    <main id="main" className="drafting">
      <header className="panel row head">
        <h1>{reportWords(period)}底稿</h1>
        <span className="meta">
          {draft ? `数字取自 ${when(draft.countedAt, platform.zone)}；没有改过的段落随记录变` : ""}
        </span>
        {draft ? <AtWork draft={draft} writers={writers} /> : null}
        <span className="end row">
          <Act words="回到各版" onAct={() => go({ ...closed, draft: undefined })} />
          {may ? (
            <Act words="检查、定稿…" primary={beside !== "freeze"} onAct={() => go({ beside: "freeze" })} />
          ) : null}
        </span>
      </header>
      {error ? <Failure error={error} again={() => refetch()} /> : null}
      {draft ? (
        <div className="columns three">
          <ContentsList draft={draft} may={may} again={() => refetch()} />
          <Paper
            {...{ draft, writers, may, writing: may ? paragraph : undefined }}
            begin={(name) => go({ paragraph: name })}
            // saved late, with another one open by now: that one stays
            close={(name) => go((now) => (now.paragraph === name ? { paragraph: undefined } : {}))}
            again={() => refetch()}
          />
          <div className="stack beside">
            {beside === "freeze" && may ? <Freezing draft={draft} writing={paragraph !== undefined} /> : null}
            {figure ? <FigurePane key={figure} period={period} figure={figure} /> : null}
            {beside === undefined && !figure ? (
              <p className="panel empty">点纸上任何一个数，在这里看它从哪里来。</p>
            ) : null}
          </div>
        </div>
      ) : error ? null : (
        <Waiting what="底稿" rows={14} />
      )}
    </main>
  );
}
