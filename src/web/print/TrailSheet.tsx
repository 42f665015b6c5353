/** 工单和经过: oldest first, each step whole on its page. */
import { actorWords } from "../order/actorWords.ts";
import { useMe } from "../shell/session.ts";
import { Clock } from "../ui/Clock.tsx";
import { when } from "../ui/when.ts";
import type { Shown } from "./Slip.tsx";

const names: Record<string, string> = { internalText: "内部：", publicText: "公开答复：", reason: "理由：" };

export function TrailSheet({ order, request, trail, person, title }: Shown & { title: string }) {
  const { platform } = useMe();
  return (
    <>
      <h1>工单办理经过</h1>
      <p className="head">
        <span>编号：{order.number}</span>
        <span>{order.stageName}</span>
      </p>
      <h2>{title}</h2>
      <p>
        主办 {order.leadName}　<Clock clock={order.unitClock} />
      </p>
      <p>
        {request.typeName}　{order.categoryName}　{request.placeName ?? ""}
      </p>
      <p>
        当事人 {person?.name ?? "没有留下"}　{person?.phone ?? ""}　{when(request.acceptedAt, platform.zone)} 受理
      </p>
      <p className="said">{person?.text ?? request.text}</p>
      <table className="steps">
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">经过</th>
            <th scope="col">单位、经办</th>
          </tr>
        </thead>
        <tbody>
          {trail.map(({ version, at, term, late, unitName, by, texts }) => (
            <tr key={version}>
              <td>{when(at, platform.zone)}</td>
              <td>
                <strong>{term}</strong>
                {late ? "（超期）" : ""}
                {texts.map(({ of, text }) => (
                  <p key={of}>
                    {names[of] ?? ""}
                    {text}
                  </p>
                ))}
              </td>
              <td>
                {unitName ?? ""} {actorWords(by)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
