/** 首页: three things one may want. */
import { useDraft } from "../shell/draft.ts";
import { Heading } from "./Heading.tsx";
import { Link } from "./Link.tsx";
import { type Answers, DRAFT, EMPTY } from "./questions/answers.ts";

export function Home() {
  const draft = useDraft<Answers>(DRAFT, EMPTY);
  return (
    <>
      <Heading title="首页">您有什么事？</Heading>
      <nav className="doors" aria-label="要做什么">
        <Link to="/citizen/report" look="door first">
          <strong>我要反映</strong>
          <span>投诉、求助、咨询、建议，六页，几分钟写完</span>
        </Link>
        <Link to="/citizen/progress" look="door">
          <strong>查进展</strong>
          <span>凭编号和查询码，看谁在办、最迟何时；补充、撤回</span>
        </Link>
        <Link to="/citizen/progress?rate" look="door">
          <strong>给评价</strong>
          <span>有了答复的，说说满不满意</span>
        </Link>
      </nav>
      {draft.value.text ? (
        <div className="told">
          <p>您有一件写到一半的，存在这台手机或电脑上，最多存一天。</p>
          <p className="buttons">
            <Link to="/citizen/report" look="button">
              接着写
            </Link>
            <button type="button" onClick={draft.clear}>
              删掉
            </button>
          </p>
        </div>
      ) : null}
    </>
  );
}
