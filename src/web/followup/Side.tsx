/** 右边: how often it was tried, what became of the messages; how citizens answer this week. */
import { smsFailures } from "../../domain/notice/sms.ts";
import { useMe } from "../shell/session.ts";
import { NotYet } from "../ui/NotYet.tsx";
import { count } from "../ui/number.ts";
import { Rate } from "../ui/Rate.tsx";
import { when } from "../ui/when.ts";
import { type FollowUp, type FollowUpFigures, useFollowUp, useFollowUpFigures } from "./data.ts";

type Message = FollowUp["messages"][number];

function becameOf({ status, reason }: Message): string {
  if (status === "sent") return "已送出，还没有评价";
  if (status === "failed") return `没有送到：${reason ? smsFailures[reason] : "原因不明"}`;
  return status === "held" ? "扣住未发" : "等待发送";
}

export function Attempts({ id }: { id: string }) {
  const followUp = useFollowUp(id);
  const { platform } = useMe();
  if (!followUp.data)
    return (
      <p className="in meta">
        <NotYet what="回访经过" of={followUp} />
      </p>
    );
  const { attempts, messages, most, dueAt, mode } = followUp.data;
  const time = (iso: string) => when(iso, platform.zone);
  return (
    <dl className="facts in">
      <dt>应回访</dt>
      <dd>{dueAt ? `${time(dueAt)} 前` : "还没有办结"}</dd>
      <dt>方式</dt>
      <dd>
        {mode === "sms" ? "现在以短信为主，电话补充" : "电话"}，最多试 {most} 次
      </dd>
      <dt>第几次</dt>
      <dd>
        第 {attempts.length + 1} 次
        {attempts.map((one) => (
          <span key={one.at} className="meta line">
            {time(one.at)}　{one.channel === "sms" ? "短信" : "电话未接通"}
          </span>
        ))}
      </dd>
      <dt>短信</dt>
      <dd>
        {messages.length === 0 ? "没有发过评价短信" : null}
        {messages.map((one) => (
          <span key={one.at} className="line">
            {becameOf(one)}　<span className="meta">{time(one.sentAt ?? one.at)}</span>
          </span>
        ))}
      </dd>
    </dl>
  );
}

const Period = ({ name, of }: { name: string; of: FollowUpFigures["week"] }) => (
  <section className="in stack" aria-label={name}>
    <h3>
      {name}　<span className="meta">回访 {count(of.followUps)} 件</span>
    </h3>
    <Rate name="满意率" rate={of.satisfaction} />
    <Rate name="参评率" rate={of.response} />
  </section>
);

export function Figures() {
  const figures = useFollowUpFigures();
  const { data } = figures;
  if (!data)
    return (
      <p className="in meta">
        <NotYet what="本周的数" of={figures} />
      </p>
    );
  return (
    <>
      <Period name="本周到现在" of={data.week} />
      <Period name="本月到现在" of={data.month} />
    </>
  );
}
