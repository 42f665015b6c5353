/** 查验链: what is sealed against the seals, what isn't yet against the events before it. */
import type { Finding, Head } from "../../domain/ledger/finding.ts";
import type { Database } from "../database.ts";
import { CONTENT, linkOf } from "./chain.ts";
import { sealContent } from "./sealing.ts";

const PAGE = 1000;
const TAIL_PAGE = 2000;

/** What became of an event, and of the link before it. */
interface Linked {
  position: number;
  subject: string | null;
  id: string | null;
  version: number | null;
  content: string | null;
  link: string | null;
  hash: string | null;
  /** of the event before; null where it should be and isn't */
  before: string | null;
}

const EVENT = `event.subject, event.subject_id as id, event.version, encode(event.link, 'hex') as link, event.hash, ${CONTENT} as content`;

/** The link before an event, looked up by its key: joined otherwise, a table without statistics is read once for each page. */
const BEFORE = `left join lateral (
    select encode(earlier.link, 'hex') as link from event earlier
    where earlier.platform = $1 and earlier.subject_id = event.subject_id and earlier.version = event.version - 1
    offset 0
  ) before on true`;
const LINK_BEFORE = "case when event.version = 1 then '' else before.link end as before";

const where = ({ position, subject, id, version }: Linked): Omit<Finding, "fault"> => ({
  position,
  ...(id !== null && { subject: subject!, id, version: version! }),
});

/** Whether an event says what its link says, and follows the event before it. */
function checkEvent(event: Linked): Finding["fault"] | null {
  if (event.before === null) return "eventChanged";
  const link = linkOf(event.hash!, event.before, event.content!);
  if (link === null) return "hashUnknown";
  return link === event.link ? null : "eventChanged";
}

interface Sealed extends Linked {
  no: number;
  seal: string;
  sealHash: string;
  sealedAt: number;
}

/** A range of numbers, which have no gaps: asked for the next so many, the planner sorts all that are left. */
const SEALED = `
  select seal.no, seal.position, encode(seal.link, 'hex') as seal, seal.hash as "sealHash",
    (extract(epoch from seal.sealed_at) * 1000)::float8 as "sealedAt",
    event.subject, event.id, event.version, event.link, event.hash, event.content, event.before
  from (select * from seal where platform = $1 and no > $2 and no <= $3 offset 0) seal
  left join lateral (
    select ${EVENT}, ${LINK_BEFORE} from event ${BEFORE}
    where event.platform = $1 and event.position = seal.position
    offset 0
  ) event on true
  order by seal.no`;

function checkSeal(platform: string, before: Head, sealed: Sealed): Finding["fault"] | null {
  if (sealed.id === null) return "eventMissing";
  const content = sealContent(platform, sealed.no, sealed.position, sealed.link!, sealed.sealedAt);
  const link = linkOf(sealed.sealHash, before.link, content);
  if (link === null) return "hashUnknown";
  return link === sealed.seal ? checkEvent(sealed) : "sealBroken";
}

/** A head that was noted earlier must be met on the way. */
function checkNoted(noted: Head | null, at: Head): Finding | null {
  if (noted?.no !== at.no) return null;
  return noted.link === at.link ? null : { fault: "headDiffers", no: at.no };
}

/**
 * 查验封印 up to `head`, page by page: the first that doesn't hold, or null. `noted`: a head written down earlier, which the
 * chain must still contain.
 */
export async function checkSealed(
  db: Database,
  platform: string,
  head: Head,
  noted: Head | null,
  progress: (done: number) => void,
): Promise<Finding | null> {
  for (let at: Head = { no: 0, link: "" }; at.no < head.no; progress(at.no)) {
    const page = await db.query<Sealed>(SEALED, [platform, at.no, Math.min(at.no + PAGE, head.no)]);
    for (const sealed of page) {
      if (sealed.no !== at.no + 1) return { fault: "sealMissing", no: at.no + 1 };
      const fault = checkSeal(platform, at, sealed);
      if (fault) return { fault, no: sealed.no, ...where(sealed) };
      at = { no: sealed.no, link: sealed.seal };
      const differing = checkNoted(noted, at);
      if (differing) return differing;
    }
    if (page.length === 0) return { fault: "sealMissing", no: at.no + 1 };
  }
  return noted !== null && noted.no > head.no ? { fault: "headMissing", no: noted.no } : null;
}

interface Tailed extends Linked {
  xact: string;
  sealed: boolean;
  inserted: boolean;
}

/**
 * Of the next events, in the order in which they were committed, those without a seal, and the last whatever it is. Limited
 * before the seals are looked up: asked for so many unsealed ones, the planner sorts the whole ledger for each page. What lies
 * before the last seal's event was committed before it, and would have been sealed.
 */
const UNSEALED = `
  with mark as materialized (
    select event.xact, event.position
    from (select position from seal where platform = $1 order by no desc limit 1) last
    join event on event.platform = $1 and event.position = last.position
    where event.xact < pg_snapshot_xmax(pg_current_snapshot())
  ), page as materialized (
    select * from event
    where platform = $1 and (xact, position) > ($2::text::xid8, $3::bigint)
    order by xact, position limit ${TAIL_PAGE}
  ), rest as materialized (
    select page.*, seal.no is not null as sealed from page
    left join lateral (select no from seal where platform = $1 and position = page.position offset 0) seal on true
    where seal.no is null or (page.xact, page.position) = (
      select xact, position from page order by xact desc, position desc limit 1
    )
  )
  select event.position, event.xact::text as xact, event.sealed, ${EVENT}, ${LINK_BEFORE},
    coalesce((event.xact, event.position) < (select xact, position from mark), false) as inserted
  from rest event
  ${BEFORE}
  order by event.xact, event.position`;

export interface Tail {
  length: number;
  finding: Finding | null;
}

/** 查验未封印的: every event without a seal against the event before it; how many there are, and the first that is wrong. */
export async function checkTail(db: Database, platform: string): Promise<Tail> {
  let [length, xact, position] = [0, "0", 0];
  for (;;) {
    const page = await db.query<Tailed>(UNSEALED, [platform, xact, position]);
    for (const event of page) {
      if (event.sealed) continue;
      const fault = checkEvent(event) ?? (event.inserted ? "eventInserted" : null);
      if (fault) return { length, finding: { fault, ...where(event) } };
      length += 1;
    }
    const last = page.at(-1);
    if (!last) return { length, finding: null };
    ({ xact, position } = last);
  }
}
