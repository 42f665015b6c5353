/** 一版月报: its files, what differs from the one before and from the records today, and what to do with it. */
import { Fragment, useState } from "react";
import { dateWords } from "../../domain/calendar/civil.ts";
import { actorWords } from "../order/actorWords.ts";
import { useSend } from "../shell/send.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { count } from "../ui/number.ts";
import { ReasonForm } from "../ui/ReasonForm.tsx";
import { reveal } from "../ui/reveal.ts";
import { Sending } from "../ui/Sending.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { when } from "../ui/when.ts";
import { ChangeTable } from "./ChangeTable.tsx";
import { type Edition, mayFreeze, mayIssue, REPORTS, reportWords, useEdition, useRecomputation } from "./data.ts";
import { FindingPanel } from "./FindingPanel.tsx";
import { TextChangeList } from "./TextChangeList.tsx";

const KINDS: Record<string, string> = { docx: "Word 文档", pdf: "PDF", html: "网页", xlsx: "Excel 表格" };

function Files({ id, files }: Pick<Edition, "id" | "files">) {
  return (
    <ul className="in files">
      {files.map(({ format, name, sha256, size }) => (
        <li key={format}>
          <a href={`/api/v1/report-editions/${id}/files/${format}`} download={name}>
            {KINDS[format] ?? format}
          </a>
          <span className="meta line">
            {count(Math.ceil(size / 1024))} kB　SHA-256 {sha256}
          </span>
        </li>
      ))}
    </ul>
  );
}

const focused = (here: HTMLElement | null) => here?.focus();

/** 签发是最后的一步: what it means is said before, since it can't be taken back */
function Issuing({ id, no, month, version, close }: SettlingProps & { close(): void }) {
  const sent = useSend<Edition>(REPORTS);
  const submit = () => sent.send({ path: `/report-editions/${id}/issue`, body: {}, version });
  return (
    <form className="form in" aria-label="签发" onSubmit={(event) => event.preventDefault()}>
      <p tabIndex={-1} ref={focused}>
        签发{reportWords(month)}，第 {no} 版？签发以后不能撤回、不能作废，要改只能另出一版更正。
      </p>
      <Sending words="确认签发" sent={sent} submit={submit} cancel={close} />
    </form>
  );
}

type SettlingProps = Pick<Edition, "id" | "no" | "month" | "version">;

function Settling({ id, version, ...of }: SettlingProps) {
  const { role } = useMe();
  const [asked, ask] = useState<"issue" | "discard" | null>(null);
  if (asked === "issue") return <Issuing id={id} version={version} {...of} close={() => ask(null)} />;
  if (asked === "discard")
    return (
      <ReasonForm
        term="作废"
        words="作废这一版"
        path={`/report-editions/${id}/discarding`}
        version={version}
        nouns={REPORTS}
        close={() => ask(null)}
      />
    );
  return (
    <div className="form in">
      <div className="row">
        <Act
          words="签发…"
          primary
          grey={mayIssue(role) ? null : "由热线办签发"}
          describedBy={mayIssue(role) ? undefined : "who-issues"}
          onAct={() => ask("issue")}
        />
        <Act words="作废" onAct={() => ask("discard")} />
        {mayIssue(role) ? null : (
          <span className="meta" id="who-issues">
            由热线办签发
          </span>
        )}
      </div>
    </div>
  );
}

function Recomputation({ id }: { id: string }) {
  const [asked, setAsked] = useState(false);
  const { data, error, isFetching, refetch } = useRecomputation(id, asked);
  return (
    <section className="panel" aria-label="重算">
      <header>
        <h2>按现在的记录重算</h2>
        <Act words="重算" busy={isFetching} onAct={() => (asked ? refetch() : setAsked(true))} />
      </header>
      {error ? <Failure error={error} again={() => refetch()} /> : null}
      {data ? (
        <ChangeTable changes={data} heads={["这一版", "现在"]} none="与现在的记录算出的完全一样。" />
      ) : (
        <p className="in meta">重算不改这一版，只说哪些数字会不同。</p>
      )}
    </section>
  );
}

const SETTLED: Record<Edition["state"], string> = { frozen: "", issued: "签发", discarded: "作废" };

function Facts({ edition }: { edition: Edition }) {
  const { zone } = useMe().platform;
  const { dated, frozenAt, frozenBy, position, digest, settledAt, settledBy, reason, state, stateName, correction } =
    edition;
  const said: [string, string | null][] = [
    ["状态", stateName],
    ["落款日期", dateWords(dated)],
    ["更正说明", correction],
    ["定稿", `${when(frozenAt, zone)}　${actorWords(frozenBy)}`],
    [SETTLED[state], settledAt && `${when(settledAt, zone)}　${actorWords(settledBy ?? "")}`],
    ["作废的原因", reason],
    ["账本位置", count(position)],
    ["数字的摘要", digest],
  ];
  return (
    <dl className="in facts">
      {said.map(([name, words]) =>
        words ? (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </Fragment>
        ) : null,
      )}
    </dl>
  );
}

export function EditionPane({ id }: { id: string }) {
  const { role } = useMe();
  const { data: edition, error, refetch } = useEdition(id);
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!edition) return <Waiting what="这一版报告" rows={10} />;
  const { month, no, state, version, files, corrected } = edition;
  return (
    <div className="stack" ref={reveal}>
      <section className="panel" aria-label="这一版">
        <header>
          <h1>
            {reportWords(month)}，第 {no} 版
          </h1>
        </header>
        <Facts edition={edition} />
        <Files id={id} files={files} />
        {state === "frozen" && mayFreeze(role) ? <Settling id={id} no={no} month={month} version={version} /> : null}
      </section>
      {corrected ? (
        <section className="panel" aria-label="更正">
          <header>
            <h2>与第 {corrected.no} 版的不同</h2>
          </header>
          <h3 className="in">由记录算出的数字</h3>
          <ChangeTable
            changes={corrected.changes}
            heads={[`第 ${corrected.no} 版`, `第 ${no} 版`]}
            none="由记录算出的数字完全一样。"
          />
          <h3 className="in">印出的文字</h3>
          <TextChangeList changes={corrected.texts} nos={[corrected.no, no]} />
        </section>
      ) : null}
      {state === "frozen" ? <FindingPanel id={id} /> : null}
      <Recomputation id={id} />
    </div>
  );
}
