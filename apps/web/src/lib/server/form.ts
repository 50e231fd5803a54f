import { type ActionFailure, fail } from "@sveltejs/kit";
import { Refusal } from "./visit.ts";

/** What a form shows after a refusal: the API's words, what was typed, and which fields are meant. */
export type FormProblem = {
  message: string;
  code: string;
  fields: Record<string, string>;
  values: Record<string, string>;
};

/** A field's text as it was typed; empty when there is none. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Runs what a form asks for; a refusal gives the form back with what was typed. Passwords are not given back. */
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
    const values = Object.fromEntries(
      [...form.entries()].filter(
        (entry): entry is [string, string] =>
          typeof entry[1] === "string" && !entry[0].toLowerCase().includes("password"),
      ),
    );
    const fields = Object.fromEntries((errors ?? []).map(({ path, message }) => [path.split("/")[0]!, message]));
    return fail(status, { problem: { message: detail ?? title, code, fields, values } });
  }
}
