import type { Language } from "@jangteo/kernel/http/problem.ts";

export type ShownProduct = {
  id: string;
  name: string;
  sellerName: string;
  priceFrom: number;
  image: string | null;
  soldOut: boolean;
};
export type Category = { id: string; name: string };

export type HomePage = {
  language: Language;
  name: string;
  categoryId: string;
  categories: readonly Category[];
  products: readonly ShownProduct[];
  /** Address of the next page, if there is one. */
  next: string | null;
  /** Whether the API reference is served. */
  hasDocs: boolean;
};

const texts = {
  ko: {
    title: "장터",
    lead: "오늘 들어온 물건",
    found: (name: string) => `‘${name}’ 검색 결과`,
    none: "찾는 물건이 없습니다. 초성(ㄱㅂ)이나 다른 낱말로 찾아보세요.",
    search: "무엇을 찾으세요? 초성으로도 찾을 수 있어요",
    go: "찾기",
    all: "전체",
    from: (price: string) => `${price}원`,
    soldOut: "품절",
    left: (count: number) => `${count.toLocaleString("ko-KR")}개 남음`,
    more: "더 보기",
    docs: "API 문서",
    note: "장터의 읽기 전용 진열대입니다. 담기와 결제는 API로 할 수 있습니다.",
  },
  en: {
    title: "Jangteo",
    lead: "New today",
    found: (name: string) => `Results for “${name}”`,
    none: "Nothing found. Try initial consonants (ㄱㅂ) or another word.",
    search: "What are you looking for?",
    go: "Search",
    all: "All",
    from: (price: string) => `₩${price}`,
    soldOut: "Sold out",
    left: (count: number) => `${count.toLocaleString("en-US")} left`,
    more: "More",
    docs: "API reference",
    note: "A read-only shop window. Cart and checkout work over the API.",
  },
};

/** The shop window as HTML: categories, search, products. Works without scripts. */
export function renderHomePage(page: HomePage): string {
  const t = texts[page.language];
  const category = page.categories.find((each) => each.id === page.categoryId);
  const heading = page.name === "" ? (category?.name ?? t.lead) : t.found(page.name);
  const tab = (id: string, name: string) =>
    `<a href="/?${new URLSearchParams(id ? { categoryId: id } : {}).toString()}"${id === page.categoryId ? ' aria-current="page"' : ""}>${escapeHtml(name)}</a>`;
  const nav = `<nav aria-label="${t.all}">${tab("", t.all)}${page.categories.map((each) => tab(each.id, each.name)).join("")}</nav>`;
  const cards = page.products.map((product) => card(product, t)).join("");
  return layout(
    page,
    heading,
    `${nav}
<main>
<h1>${escapeHtml(heading)}</h1>
${cards === "" ? `<p class="none">${t.none}</p>` : `<ul>${cards}</ul>`}
${page.next ? `<p class="more"><a href="${escapeHtml(page.next)}">${t.more}</a></p>` : ""}
</main>`,
  );
}

export type ShownDetail = {
  name: string;
  sellerName: string;
  description: string;
  images: string[];
  items: { name: string; price: number; stock: number }[];
};

/** One product with its options. */
export function renderProductPage(page: Pick<HomePage, "language" | "hasDocs"> & { product: ShownDetail }): string {
  const t = texts[page.language];
  const { product } = page;
  const rows = product.items
    .map(
      ({ name, price, stock }) =>
        `<tr${stock === 0 ? ' class="gone"' : ""}><th scope="row">${escapeHtml(name)}</th><td class="price">${t.from(price.toLocaleString("ko-KR"))}</td><td>${stock === 0 ? t.soldOut : t.left(stock)}</td></tr>`,
    )
    .join("");
  const picture = product.images[0]
    ? `<img src="${escapeHtml(product.images[0])}" alt="" width="400" height="400">`
    : "";
  return layout(
    { ...page, name: "" },
    product.name,
    `<main class="product">
<div class="picture">${picture}</div>
<div><p class="seller">${escapeHtml(product.sellerName)}</p><h1>${escapeHtml(product.name)}</h1>
<p>${escapeHtml(product.description)}</p>
<table><tbody>${rows}</tbody></table></div>
</main>`,
  );
}

function layout(page: Pick<HomePage, "language" | "name" | "hasDocs">, heading: string, content: string): string {
  const t = texts[page.language];
  return `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(heading === t.lead ? t.title : `${heading} · ${t.title}`)}</title>
<style>${style}</style>
</head>
<body>
<header>
<a class="mark" href="/">${t.title}</a>
<form action="/" role="search"><input type="search" name="name" value="${escapeHtml(page.name)}" placeholder="${t.search}" aria-label="${t.search}" maxlength="100"><button>${t.go}</button></form>
${page.hasDocs ? `<a class="docs" href="/docs/">${t.docs}</a>` : ""}
</header>
${content}
<footer>${t.note}</footer>
</body>
</html>`;
}

function card(product: ShownProduct, t: (typeof texts)["ko"]): string {
  const picture = product.image
    ? `<img src="${escapeHtml(product.image)}" alt="" width="400" height="400" loading="lazy">`
    : '<span class="blank"></span>';
  return `<li${product.soldOut ? ' class="out"' : ""}>
<a href="/p/${product.id}"><span class="picture">${picture}${product.soldOut ? `<em>${t.soldOut}</em>` : ""}</span>
<span class="seller">${escapeHtml(product.sellerName)}</span><strong>${escapeHtml(product.name)}</strong><span class="price">${t.from(product.priceFrom.toLocaleString("ko-KR"))}</span></a></li>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = `
:root{--ink:#20302b;--soft:#5c6b65;--line:#e2e0d8;--ground:#faf9f5;--card:#fff;--accent:#2f6b57;--warm:#b4532a}
@media(prefers-color-scheme:dark){:root{--ink:#eceae3;--soft:#a3ada7;--line:#34403b;--ground:#161c19;--card:#1e2622;--accent:#7cc2a8;--warm:#e69a6f}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 "Pretendard","Apple SD Gothic Neo","Noto Sans KR","Noto Sans CJK KR",system-ui,sans-serif;word-break:keep-all}
a{color:inherit;text-decoration:none}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:6px}
header{display:flex;flex-wrap:wrap;gap:12px 24px;align-items:center;max-width:1160px;margin:0 auto;padding:20px}
.mark{font-size:26px;font-weight:800;letter-spacing:-.04em;color:var(--accent)}
form{flex:1 1 320px;display:flex;border:2px solid var(--accent);border-radius:999px;background:var(--card);overflow:hidden}
input{flex:1;min-width:0;border:0;background:none;color:inherit;font:inherit;padding:10px 18px;outline-offset:-4px}
input::placeholder{color:var(--soft)}
button{border:0;background:var(--accent);color:var(--card);font:inherit;font-weight:700;padding:0 22px;cursor:pointer}
.docs{color:var(--soft);font-size:14px}
@media(max-width:640px){.docs{display:none}}
nav{display:flex;gap:4px;max-width:1160px;margin:0 auto;padding:0 16px 4px;overflow-x:auto;scrollbar-width:none}
nav a{padding:8px 14px;border-radius:999px;white-space:nowrap;color:var(--soft);font-size:15px}
nav a[aria-current]{background:var(--ink);color:var(--ground);font-weight:700}
main{max-width:1160px;margin:0 auto;padding:8px 20px 40px}
h1{font-size:22px;letter-spacing:-.02em;margin:20px 0 16px}
ul{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:24px 16px}
@media(min-width:720px){ul{grid-template-columns:repeat(auto-fill,minmax(200px,1fr));gap:32px 20px}}
li a{display:flex;flex-direction:column}
.picture{position:relative;display:block;border-radius:14px;overflow:hidden;background:var(--line);aspect-ratio:1}
.picture img,.blank{width:100%;height:100%;display:block;transition:transform .3s}
li a:hover img{transform:scale(1.03)}
@media(prefers-reduced-motion:reduce){.picture img{transition:none}}
.out .picture img{filter:grayscale(1);opacity:.55}
em{position:absolute;left:10px;top:10px;background:var(--ink);color:var(--ground);font-style:normal;font-size:13px;font-weight:700;padding:2px 10px;border-radius:999px}
.seller{margin-top:10px;font-size:13px;color:var(--soft)}
strong{font-weight:500;line-height:1.4}
.price{margin-top:2px;font-weight:800;font-size:17px;font-variant-numeric:tabular-nums}
.product{display:grid;gap:24px 48px;padding-top:20px}
@media(min-width:720px){.product{grid-template-columns:1fr 1fr;align-items:start}}
.product h1{font-size:28px;margin:4px 0 12px}
.product .seller{margin:0}
table{border-collapse:collapse;width:100%;margin-top:20px}
th,td{text-align:left;font-weight:500;padding:12px 0;border-top:1px solid var(--line)}
td{text-align:right}
.gone{color:var(--soft)}
.none{color:var(--soft);padding:48px 0;text-align:center}
.more{text-align:center;margin:36px 0 0}
.more a{display:inline-block;border:1px solid var(--line);background:var(--card);border-radius:999px;padding:10px 36px;font-weight:700}
footer{max-width:1160px;margin:0 auto;padding:20px;border-top:1px solid var(--line);color:var(--soft);font-size:14px}
`;
