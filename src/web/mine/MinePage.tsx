/** 我的: who works here, his unit's figures, how his pages look; the same from any machine. */
import { UnitFigures } from "../order/UnitFigures.tsx";
import { useLeave } from "../shell/leave.ts";
import { useMe } from "../shell/session.ts";
import { Act } from "../ui/Act.tsx";
import { Looks } from "./Looks.tsx";
import "./mine.css";
import { OwnKeys } from "./OwnKeys.tsx";

function Person() {
  const me = useMe();
  const leave = useLeave();
  return (
    <section className="panel" aria-label="我">
      <header>
        <h1>{me.name}</h1>
        <span className="second">{me.unitName ?? me.roleName}</span>
      </header>
      <div className="in stack">
        <p className="second">
          工号 {me.number}，{me.roleName}，{me.platform.name}
        </p>
        {me.role === "liaison" ? <UnitFigures /> : null}
        <div className="row">
          <Act words="退出登录" onAct={leave} />
        </div>
      </div>
    </section>
  );
}

export default function MinePage() {
  return (
    <main id="main" className="mine stack">
      <Person />
      <Looks />
      <OwnKeys />
    </main>
  );
}
