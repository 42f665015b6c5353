/** 发短信: takes waiting messages a few at a time; a number is unsealed only to be handed to the gateway. */
import type { Contact, Id } from "../domain/ledger/event.ts";
import { SMS_ATTEMPTS, type SmsFailure, type SmsGateway, smsText } from "../domain/notice/sms.ts";
import { sealedContacts } from "../store/contact.ts";
import {
  claimMessages,
  endMessages,
  expireMessages,
  releaseMessages,
  type SmsEnd,
  type WaitingSms,
} from "../store/notice/outbox.ts";
import { codeOfSurvey, surveyOf } from "../store/notice/survey.ts";
import { breathe } from "./breathe.ts";
import type { Job, Worker } from "./worker.ts";

/** claimed at once */
const TOGETHER = 20;
/** so many ends are noted together: a slow gateway keeps none of them waiting long */
const NOTED = 5;

async function textOf({ sentence, survey: digest }: WaitingSms, { db, platform, address }: Worker): Promise<string> {
  const survey = digest && (await surveyOf(db, platform.platform, digest));
  const link = survey ? `${address}/survey/${codeOfSurvey(db, platform.platform, survey)}` : null;
  return smsText(platform.name, sentence, link);
}

const failed = ({ id, attempts }: WaitingSms, reason: SmsFailure): SmsEnd => ({
  id,
  attempts,
  status: "failed",
  reason,
});

/** Tried for the last time: it failed. Else it waits, longer each time. */
const triedInVain = (sms: WaitingSms, reason: SmsFailure): SmsEnd[] =>
  sms.attempts >= SMS_ATTEMPTS ? [failed(sms, reason)] : [];

/** 备好: whom it goes to and what it says; null: he has no number. */
async function ready(sms: WaitingSms, open: (() => Contact) | undefined, worker: Worker) {
  const to = open?.().phone;
  return to ? { id: sms.id, to, text: await textOf(sms, worker) } : null;
}

async function send(sms: WaitingSms, gateway: SmsGateway, open: (() => Contact) | undefined, worker: Worker) {
  // its key may come back, and no other waits for that
  const made = await ready(sms, open, worker).catch((error: unknown) => ({ error }));
  if (made === null) return [failed(sms, "noNumber")];
  if ("error" in made) {
    worker.failed("messages", made.error);
    return triedInVain(sms, "sealed");
  }
  const outcome = await gateway.send(made, worker.now());
  if (outcome === "refused") return [failed(sms, "refused")];
  return [{ id: sms.id, status: "sent", at: worker.now() } satisfies SmsEnd];
}

const contactsOf = (claimed: readonly WaitingSms[], { db, platform }: Worker): Promise<Map<Id, () => Contact>> =>
  sealedContacts(
    db,
    platform.platform,
    claimed.map(({ contact }) => contact),
  );

/** A gateway that can't be reached ends the run; the message that met it waits longer each time, those behind it don't. */
async function sendEach(claimed: readonly WaitingSms[], gateway: SmsGateway, worker: Worker, signal: AbortSignal) {
  const { db, platform } = worker;
  const untried = [...claimed];
  let ends: SmsEnd[] = [];
  const note = async () => {
    await endMessages(db, platform.platform, ends);
    ends = [];
  };
  try {
    const contacts = await contactsOf(claimed, worker);
    while (untried.length > 0 && !signal.aborted) {
      const sms = untried.shift()!;
      try {
        ends.push(...(await send(sms, gateway, contacts.get(sms.contact), worker)));
      } catch (error) {
        ends.push(...triedInVain(sms, "unreachable"));
        throw error;
      }
      if (ends.length >= NOTED) await note();
    }
  } finally {
    await note();
    await releaseMessages(db, platform.platform, untried, worker.now());
  }
}

export const messages: Job = {
  name: "messages",
  every: 2_000,
  async run(worker, signal) {
    const { db, platform, gateway } = worker;
    await expireMessages(db, platform.platform, worker.now());
    while (gateway && !signal.aborted) {
      const claimed = await claimMessages(db, platform.platform, worker.now(), TOGETHER);
      if (claimed.length === 0) return;
      await sendEach(claimed, gateway, worker, signal);
      await breathe();
    }
  },
};
