/** 异议 and its ruling. */
import { Input, Radio } from "antd";
import { useId, useState } from "react";
import { actorWords } from "../order/actorWords.ts";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { allowanceOf } from "../ui/allowance.ts";
import { type Entry, numberIn, type Range } from "../ui/entry.ts";
import { Field } from "../ui/Field.tsx";
import { NumberField } from "../ui/NumberField.tsx";
import { Sending } from "../ui/Sending.tsx";
import { WordsField } from "../ui/WordsField.tsx";
import { when } from "../ui/when.ts";
import { INSPECTION, isJudged, points, type Sample, useSample } from "./data.ts";

interface Props {
  sample: Sample;
  done(said: string): void;
}

/** 读最新的，填的留着 */
function useNewest({ sample }: Pick<Props, "sample">, forget: () => void) {
  const { refetch } = useSample(sample.id);
  return () => refetch().then(forget);
}

const pointsRange: Range = { kind: "points", most: 10_000 };

function RulingForm({ sample, done }: Props) {
  const draft = useDraft<{ upheld: boolean | null; points: Entry; text: string }>(`ruling.${sample.id}`, {
    ...{ upheld: null, points: null, text: "" },
  });
  const { upheld, text } = draft.value;
  const [tried, setTried] = useState(false);
  const sent = useSend(INSPECTION, () => {
    draft.clear();
    done("已裁定。");
  });
  const newest = useNewest({ sample }, sent.forget);
  const points = numberIn(draft.value.points, pointsRange);
  const submit = () => {
    setTried(true);
    if (upheld === null || (upheld && points === null) || text.trim() === "") return;
    sent.send({
      path: `/inspection-samples/${sample.id}/objection-ruling`,
      body: { upheld, points: upheld ? points : null, text },
      version: sample.version,
    });
  };
  return (
    <form className="form in" aria-label="裁定异议" onSubmit={(event) => event.preventDefault()}>
      <Field label="裁定" fault={tried && upheld === null ? "还没有选成立不成立。" : null}>
        {(control) => (
          <Radio.Group
            {...control}
            aria-label="裁定"
            optionType="button"
            options={[
              { value: true, label: "成立" },
              { value: false, label: "不成立" },
            ]}
            value={upheld}
            onChange={({ target }) => draft.set({ ...draft.value, upheld: target.value })}
          />
        )}
      </Field>
      {upheld ? (
        <NumberField
          {...pointsRange}
          label="改判为多少分"
          lacks={tried ? "还差改判后的分数。" : null}
          value={draft.value.points}
          set={(value) => draft.set({ ...draft.value, points: value })}
        />
      ) : null}
      <WordsField
        label="理由"
        fault={tried && text.trim() === "" ? "还差理由。" : null}
        value={text}
        set={(next) => draft.set({ ...draft.value, text: next })}
      />
      <Sending words="裁定" sent={sent} submit={submit} cancel={null} newest={newest} />
    </form>
  );
}

export function ObjectionPanel({ sample, done }: Props) {
  const { zone } = useMe().platform;
  if (sample.objection === null) return null;
  const { text, by, at, ruling } = sample.objection;
  return (
    <section className="panel" aria-label="异议">
      <header>
        <h2>异议</h2>
        <span className="end meta">
          {actorWords(by)}　{when(at, zone)}
        </span>
      </header>
      <p className="in">{text}</p>
      {ruling ? (
        <div className="in">
          <p>
            <span className={ruling.upheld ? "tag green" : "tag"}>{ruling.upheld ? "成立" : "不成立"}</span>{" "}
            {ruling.points === null ? "" : `改判 ${points(ruling.points)} 分`}
          </p>
          <p>{ruling.text}</p>
          <p className="meta">
            {actorWords(ruling.by)}　{when(ruling.at, zone)}
          </p>
        </div>
      ) : null}
      {allowanceOf(sample, "ruleOnObjection").allowed ? <RulingForm sample={sample} done={done} /> : null}
    </section>
  );
}

function ObjectForm({ sample, done, close }: Props & { close(): void }) {
  const draft = useDraft(`objection.${sample.id}`, "");
  const [tried, setTried] = useState(false);
  const sent = useSend(INSPECTION, () => {
    draft.clear();
    done("已提异议，等热线办裁定。");
  });
  const newest = useNewest({ sample }, sent.forget);
  const submit = () => {
    setTried(true);
    if (draft.value.trim() !== "")
      sent.send({
        path: `/inspection-samples/${sample.id}/objection`,
        body: { text: draft.value },
        version: sample.version,
      });
  };
  return (
    <form className="panel" aria-label="提异议" onSubmit={(event) => event.preventDefault()}>
      <div className="form in">
        <Field label="哪一项评得不对，为什么" fault={tried && draft.value.trim() === "" ? "还差理由。" : null}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoFocus
              autoSize={{ minRows: 3, maxRows: 12 }}
              maxLength={2000}
              value={draft.value}
              onChange={({ target }) => draft.set(target.value)}
            />
          )}
        </Field>
        <Sending words="提异议" sent={sent} submit={submit} cancel={close} newest={newest} />
      </div>
    </form>
  );
}

/** 提异议: only whoever was judged; when it is too late the button says so. */
export function Objecting({ sample, done }: Props) {
  const { role } = useMe();
  const about = useId();
  const [open, setOpen] = useState(false);
  const may = allowanceOf(sample, "object");
  if (!isJudged(role) || sample.objection) return null;
  if (open && may.allowed) return <ObjectForm sample={sample} done={done} close={() => setOpen(false)} />;
  const reason = may.allowed ? null : `${may.sentence ?? ""}${may.next ?? ""}`;
  return (
    <div className="row">
      <Act words={may.term} press="Alt+Y" grey={reason} describedBy={about} onAct={() => setOpen(true)} />
      <span id={about} className="second">
        {reason}
      </span>
    </div>
  );
}
