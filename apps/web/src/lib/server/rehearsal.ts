const style =
  "margin:0;padding:0.5rem 1rem;background:#7a5600;color:#fff;font:600 0.9375rem/1.5 system-ui,sans-serif;text-align:center";

/** The banner of a rehearsal, in both languages, with a style of its own: it is also shown where no style has loaded. */
const banner = `<aside id="rehearsal" aria-label="시험 운영 · Rehearsal" style="${style}"><span lang="ko">시험 운영 중입니다. 실제로 결제되거나 출금되지 않습니다.</span> <span lang="en">This is a rehearsal: no real payments or payouts are made.</span></aside>`;

export const bannerOf = (isRehearsal: boolean): string => (isRehearsal ? banner : "");

/** Puts the banner on a page that was not made from the template: what is shown when the template's own data fails to load. */
export async function addBanner(response: Response): Promise<Response> {
  if (!response.headers.get("content-type")?.startsWith("text/html")) return response;
  const html = await response.text();
  const marked = html.includes(banner) ? html : html.replace(/<body[^>]*>/, (body) => body + banner);
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  return new Response(marked, { status: response.status, headers });
}
