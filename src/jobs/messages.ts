/** 发短信: takes waiting messages a few at a time; a number is unsealed only to be handed to the gateway. */
import type { Contact } from "../domain/ledger/event.ts";
import { SMS_ATTEMPTS, type SmsGateway, smsText } from "../domain/notice/sms.ts";
import { contactsOf } from "../store/contact.ts";
import { claimMessages, endMessages, releaseMessages, type SmsEnd, type WaitingSms } from "../store/notice/outbox.ts";
import { codeOfSurvey, surveyOf } from "../store/notice/survey.ts";
import { breathe } from "./breathe.ts";
import type { Job, Worker } from "./worker.ts";

const TOGETHER = 20;

async function textOf({ sentence, survey: digest }: WaitingSms, { db, platform, address }: Worker): Promise<string> {
  const survey = digest && (await surveyOf(db, platform.platform, digest));
  const link = survey ? `${address}/survey/${codeOfSurvey(db, platform.platform, survey)}` : null;
  return smsText(platform.name, sentence, link);
}

async function send(
  sms: WaitingSms,
  contact: Contact | undefined,
  gateway: SmsGateway,
  worker: Worker,
): Promise<SmsEnd> {
  const { id } = sms;
  if (!contact?.phone) return { id, status: "failed", reason: "noNumber" };
  const text = await textOf(sms, worker);
  const outcome = await gateway.send({ id, to: contact.phone, text }, worker.now());
  return outcome === "accepted"
    ? { id, status: "sent", at: worker.now() }
    : { id, status: "failed", reason: "refused" };
}

/** A gateway that can't be reached ends the run; the message that met it waits longer each time, those behind it don't. */
async function sendEach(claimed: readonly WaitingSms[], gateway: SmsGateway, worker: Worker): Promise<void> {
  const { db, platform } = worker;
  const ids = claimed.map(({ contact }) => contact);
  const contacts = new Map((await contactsOf(db, platform.platform, ids)).map((one) => [one.id, one]));
  const ends: SmsEnd[] = [];
  let tried = 0;
  try {
    for (const sms of claimed) {
      tried += 1;
      ends.push(await send(sms, contacts.get(sms.contact), gateway, worker));
    }
  } catch (error) {
    const { id, attempts } = claimed[tried - 1]!;
    if (attempts >= SMS_ATTEMPTS) ends.push({ id, status: "failed", reason: "unreachable" });
    throw error;
  } finally {
    await endMessages(db, platform.platform, ends);
    await releaseMessages(db, platform.platform, claimed.slice(tried), worker.now());
  }
}

export const messages: Job = {
  name: "messages",
  every: 2_000,
  async run(worker, signal) {
    const { db, platform, gateway } = worker;
    while (gateway && !signal.aborted) {
      const claimed = await claimMessages(db, platform.platform, worker.now(), TOGETHER);
      if (claimed.length === 0) return;
      await sendEach(claimed, gateway, worker);
      await breathe();
    }
  },
};
