/** 发短信: takes waiting messages one by one; a number is unsealed only to be handed to the gateway. */
import { SMS_ATTEMPTS, type SmsGateway, smsText } from "../domain/notice/sms.ts";
import { contactsOf } from "../store/contact.ts";
import { claimMessage, markFailed, markSent, type WaitingSms } from "../store/notice/outbox.ts";
import { codeOfSurvey, surveyOf } from "../store/notice/survey.ts";
import { breathe } from "./breathe.ts";
import type { Job, Worker } from "./worker.ts";

async function textOf({ sentence, survey: digest }: WaitingSms, { db, platform, address }: Worker): Promise<string> {
  const survey = digest && (await surveyOf(db, platform.platform, digest));
  const link = survey ? `${address}/survey/${codeOfSurvey(db, platform.platform, survey)}` : null;
  return smsText(platform.name, sentence, link);
}

async function send(sms: WaitingSms, gateway: SmsGateway, worker: Worker): Promise<unknown> {
  const { db, platform } = worker;
  const [contact] = await contactsOf(db, platform.platform, [sms.contact]);
  if (!contact?.phone) return markFailed(db, platform.platform, sms.id, "noNumber");
  const text = await textOf(sms, worker);
  const outcome = await gateway.send({ id: sms.id, to: contact.phone, text }, worker.now());
  return outcome === "accepted"
    ? markSent(db, platform.platform, sms.id, worker.now())
    : markFailed(db, platform.platform, sms.id, "refused");
}

/** A gateway that can't be reached ends the run; its message waits longer each time. */
async function attempt(sms: WaitingSms, gateway: SmsGateway, worker: Worker): Promise<void> {
  try {
    await send(sms, gateway, worker);
  } catch (error) {
    if (sms.attempts >= SMS_ATTEMPTS) await markFailed(worker.db, worker.platform.platform, sms.id, "unreachable");
    throw error;
  }
}

export const messages: Job = {
  name: "messages",
  every: 2_000,
  async run(worker, signal) {
    const { db, platform, gateway } = worker;
    while (gateway && !signal.aborted) {
      const sms = await claimMessage(db, platform.platform, worker.now());
      if (!sms) return;
      await attempt(sms, gateway, worker);
      await breathe();
    }
  },
};
