/** 这一页出错了: said where the page would stand, with the navigation above it; what it was the browser keeps in its own log. */
import { Link, useNavigate, useRouter } from "@tanstack/react-router";

export function Broken() {
  const navigate = useNavigate();
  const router = useRouter();
  const begin = async () => {
    // what the address says after '?' may be what it can't draw
    await navigate({ to: ".", search: {} as never });
    await router.invalidate();
  };
  return (
    <main id="main" className="gate">
      <div role="alert">
        <h1>这一页出错了</h1>
        <p>您填的内容还在本机。请从头打开这一页；还不行，请把刚才做的事告诉管理员。</p>
      </div>
      <p className="row">
        <button type="button" className="solid" onClick={begin}>
          从头打开这一页
        </button>
        <Link to={"/" as never}>回我的工作台</Link>
      </p>
    </main>
  );
}
