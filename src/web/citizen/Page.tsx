/** 市民端的一页: whose hotline, 大字版, and what the address names. */
import { useEffect, useState } from "react";
import { useAddress } from "./address.ts";
import { type Form, useRead } from "./data.ts";
import { Follow } from "./Follow.tsx";
import { Home } from "./Home.tsx";
import { Link } from "./Link.tsx";
import { isLarge, keepLarge } from "./large.ts";
import { Report } from "./Report.tsx";
import { Told } from "./Told.tsx";

function Top({ form }: { form: Form | null }) {
  const [large, setLarge] = useState(isLarge);
  const turn = () => {
    keepLarge(!large);
    setLarge(!large);
  };
  return (
    <header className="top">
      <Link to="/citizen">
        <img src="/icon.svg" alt="" width="24" height="24" />
        <span>{form ? `${form.platform} 12345` : "12345 热线"}</span>
      </Link>
      {form?.demonstration ? <span className="mark">演示</span> : null}
      <button type="button" aria-pressed={large} onClick={turn}>
        大字版
      </button>
    </header>
  );
}

export function Page() {
  const address = useAddress();
  const { data: form, error, again } = useRead<Form>("/citizen/form");
  const at = address.pathname.replace(/^\/citizen\/?/, "");
  useEffect(() => {
    if (form && at === "") document.title = `${form.platform} 12345 热线`;
  }, [form, at]);
  const page = () => {
    if (at === "report") return <Report form={form} />;
    if (at === "progress")
      return <Follow zone={form?.zone ?? "Asia/Shanghai"} rating={address.searchParams.has("rate")} />;
    return <Home />;
  };
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Top form={form} />
      <main id="main">
        {error ? <Told error={error} again={again} /> : null}
        {page()}
      </main>
      <footer>
        <p>
          急事不要在这里等：报警 <a href="tel:110">110</a>，火灾 <a href="tel:119">119</a>，
          <span className="together">
            急救 <a href="tel:120">120</a>。
          </span>
        </p>
        <p>
          也可以直接拨打 <a href="tel:12345">12345</a>。
        </p>
      </footer>
    </>
  );
}
