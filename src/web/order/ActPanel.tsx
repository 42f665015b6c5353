/** 现在能做的: the next step first, every grey one with its reason beside it. */
import { useId, useState } from "react";
import { Act } from "../ui/Act.tsx";
import { ActForm, type Values } from "./ActForm.tsx";
import type { Allowance, Order } from "./data.ts";
import { formOf } from "./forms.ts";

/** 表单的起点, by action */
export type Given = Readonly<Record<string, Values>>;

interface ActPanelProps {
  order: Order;
  /** which come first on this desk */
  first: readonly string[];
  /** which are shown even when they can't be done */
  always: readonly string[];
  /** what a form begins with */
  given?: Given;
  /** on a phone the next two stand in a bar at the bottom */
  bar?: boolean;
  done(said: string): void;
}

const rank = (first: readonly string[], action: string) => {
  const at = first.indexOf(action);
  return at === -1 ? first.length : at;
};

/** 按钮的次序: what can be done before what can't, each as the desk has them. */
function inOrder(allowed: readonly Allowance[], { first, always }: Pick<ActPanelProps, "first" | "always">) {
  const shown = allowed.filter((one) => formOf(one.action) && (one.allowed || always.includes(one.action)));
  return shown.toSorted(
    (a, b) => Number(b.allowed) - Number(a.allowed) || rank(first, a.action) - rank(first, b.action),
  );
}

interface LineProps {
  one: Allowance;
  primary: boolean;
  open(): void;
}

const MAIN = 2;

/** 手机上的底栏: the next step and what may come after it, with why that can't be done yet. */
function Bar({ acts, open }: { acts: readonly Allowance[]; open(action: string): void }) {
  const [next, ...others] = acts;
  if (!next) return null;
  const goal = others.find(({ action }) => action === "resolve") ?? others[0];
  const shown = [next, ...(goal ? [goal] : [])].slice(0, MAIN);
  const grey = shown.find(({ allowed }) => !allowed);
  return (
    <div className="thumb" role="toolbar" aria-label="主要的动作">
      {grey ? (
        <p>
          <strong>还不能{grey.term}：</strong>
          {grey.sentence}
        </p>
      ) : null}
      <div className="row">
        {shown.map((one, at) => (
          <Act
            key={one.action}
            words={one.term}
            primary={at === 0 && one.allowed}
            grey={one.allowed ? null : (one.sentence ?? "现在不能做。")}
            onAct={() => open(one.action)}
          />
        ))}
        <a href="#acts">更多</a>
      </div>
    </div>
  );
}

function Line({ one, primary, open }: LineProps) {
  const id = useId();
  const form = formOf(one.action)!;
  const reason = one.allowed ? null : (one.sentence ?? "现在不能做。");
  return (
    <li>
      <Act
        words={one.term}
        onAct={open}
        primary={primary}
        grey={reason}
        danger={form.danger ?? false}
        describedBy={id}
        {...(form.press ? { press: form.press } : {})}
      />
      <p className="reason" id={id}>
        {reason ? (
          <>
            <strong>还不能做。</strong>
            {reason}
            {one.next ?? ""}
          </>
        ) : null}
        {one.counted ? <span className="counted">◆ {one.counted.sentence}</span> : null}
      </p>
    </li>
  );
}

export function ActPanel({ order, first, always, given, bar, done }: ActPanelProps) {
  const [open, setOpen] = useState<string | null>(null);
  const acts = inOrder(order.allowed, { first, always });
  const chosen = acts.find(({ action, allowed }) => action === open && allowed);
  if (order.former) return <p className="in second">这件工单已移交。移交前的经过可以看，不能改。</p>;
  if (chosen)
    return (
      <ActForm
        key={`${order.id} ${chosen.action}`}
        order={order}
        allowance={chosen}
        given={given?.[chosen.action] ?? {}}
        close={() => setOpen(null)}
        done={(said) => {
          setOpen(null);
          done(said);
        }}
      />
    );
  if (acts.length === 0) return <p className="in second">现在没有要您做的。</p>;
  return (
    <>
      <ul className="acts" id="acts">
        {acts.map((one, at) => (
          <Line key={one.action} one={one} primary={at === 0 && one.allowed} open={() => setOpen(one.action)} />
        ))}
      </ul>
      {bar ? <Bar acts={acts} open={setOpen} /> : null}
    </>
  );
}
