import type { ApiClient } from "@jangteo/api-client";
import { type ActionFailure, error, fail, type RequestEvent } from "@sveltejs/kit";
import { loadMessages } from "#lib/messages/messages.ts";
import { readForm } from "./read-form.ts";
import type { Role } from "./session.ts";
import { Refusal, type Visit } from "./visit.ts";

/** What a form shows after a refusal: the API's words, what was typed, and which fields are meant. */
export type FormProblem = {
  message: string;
  code: string;
  fields: Record<string, string>;
  values: Record<string, string>;
  /** The same for fields that repeat, such as those of the rows of a table: all of their values. */
  columns: Record<string, string[]>;
};

/** Fields of the rows of a table; see item-rows.ts. */
const rowField = /^(item|shown)(Id|Name|Price|Stock)$/;

/** A field's text as it was typed; empty when there is none. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Runs what a form asks for; a refusal gives the form back with what was typed, but for passwords and codes. */
export async function submit<T>(
  form: FormData,
  work: (text: (name: string) => string) => Promise<T>,
): Promise<T | ActionFailure<{ problem: FormProblem }>> {
  const text = (name: string) => textOf(form, name).trim();
  try {
    return await work(text);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const { status, code, detail, title, errors } = refusal.problem;
    const typed = [...form.entries()].filter(
      (entry): entry is [string, string] => typeof entry[1] === "string" && !/password|code/i.test(entry[0]),
    );
    const values = Object.fromEntries(typed);
    const columns: Record<string, string[]> = {};
    for (const [name, value] of typed) if (rowField.test(name)) (columns[name] ??= []).push(value);
    const fields = Object.fromEntries((errors ?? []).map(({ path, message }) => [path.split("/")[0]!, message]));
    return fail(status, { problem: { message: detail ?? title, code, fields, values, columns } });
  }
}

/** What the work of a form is given. */
export type FormWork<Event extends RequestEvent = RequestEvent> = {
  /** A field's text, trimmed. */
  text: (name: string) => string;
  form: FormData;
  visit: Visit;
  /** The API in the name of whoever sent the form. */
  api: ApiClient;
  event: Event;
};

/** A form that is given back as it was typed when its sign-in has ended meanwhile. */
const keptFormMaxBytes = 262_144;

/**
 * An action for those who are signed in as `role`. Whose sign-in has ended meanwhile gets the form back as it was typed,
 * with a way to sign in beside it. A password in the form (see Confirm.svelte) proves first who they are.
 */
export function formAction<Result, Event extends RequestEvent = RequestEvent>(
  role: Role,
  work: (given: FormWork<Event>) => Promise<Result>,
) {
  return async (event: Event): Promise<Result | ActionFailure<{ problem: FormProblem }>> => {
    const { visit } = event.locals;
    const isSignedIn = (await visit.session(role)) !== undefined;
    // Pictures of somebody unknown are not even read.
    if (!isSignedIn && Number(event.request.headers.get("content-length") ?? 0) > keptFormMaxBytes)
      error(401, { message: "sign in" });
    const form = await readForm(event.request);
    return submit(form, async (text) => {
      if (!isSignedIn) throw await signInEnded(visit);
      try {
        const password = textOf(form, "confirmPassword");
        const forPayout = text("confirming") === "payout";
        if (password) await visit.confirm(role, { password, code: text("confirmCode"), forPayout });
        return await work({ text, form, visit, api: visit.api(role), event });
      } catch (refusal) {
        throw refusal instanceof Refusal && refusal.problem.status === 401 ? await signInEnded(visit) : refusal;
      }
    });
  };
}

async function signInEnded(visit: Visit): Promise<Refusal> {
  const { problem } = await loadMessages(visit.language);
  return new Refusal({ type: "", title: "", status: 401, code: "SIGN_IN_ENDED", detail: problem.signInEnded });
}
