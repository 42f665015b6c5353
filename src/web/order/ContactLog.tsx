/** 联系记录: with whom who spoke about it, told from the trail. */
import { useMe } from "../shell/session.ts";
import { useLimitWords } from "../ui/limitWords.ts";
import { when } from "../ui/when.ts";
import { actorWords } from "./actorWords.ts";
import { useTrail } from "./data.ts";

const CONTACTS = new Set(["citizenContacted", "citizenInformed", "unitContactLogged", "orderReminded", "noticeGiven"]);

export function ContactLog({ id }: { id: string }) {
  const { data } = useTrail(id);
  const { platform } = useMe();
  const early = useLimitWords("earlyContact");
  const contacts = (data ?? []).filter(({ kind }) => CONTACTS.has(kind)).reverse();
  return (
    <section className="panel" aria-label="联系记录">
      <header>
        <h2>联系记录</h2>
        <span className="meta">{contacts.length} 次</span>
      </header>
      {contacts.length === 0 ? (
        <p className="in second">还没有联系过。{early ? `${early}，` : ""}办结前把结果告诉当事人。</p>
      ) : (
        <ul className="in contacts">
          {contacts.map(({ version, at, term, by, texts }) => (
            <li key={version}>
              <span>
                {term}　<span className="second">{actorWords(by)}</span>
                {texts.map(({ of, text }) => (
                  <span key={of}>：{text}</span>
                ))}
              </span>
              <time className="meta" dateTime={at}>
                {when(at, platform.zone)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
