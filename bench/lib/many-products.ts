import { once } from "node:events";
import { createWriteStream } from "node:fs";

const words = {
  quality:
    "순한 포근한 튼튼한 가벼운 촉촉한 깔끔한 든든한 산뜻한 빛나는 조용한 따뜻한 시원한 말랑한 바삭한 달콤한 고소한 담백한 화사한 단정한 넉넉한".split(
      " ",
    ),
  material:
    "린넨 코튼 가죽 원목 도자기 유리 스테인리스 실리콘 캐시미어 대나무 무쇠 황동 한지 울 실크 데님 라탄 편백 옥수수 쌀".split(
      " ",
    ),
  thing:
    "셔츠 가방 지갑 운동화 머플러 이불 베개 커튼 조명 화분 냄비 접시 컵 도마 주전자 이어폰 키보드 스피커 충전기 시계 매트 배낭 의자 텐트 블록 인형 내복 식판 간식 방석 만년필 노트 달력 필통 엽서 비누 샴푸 크림 토너 감귤".split(
      " ",
    ),
  use: "선물용 여행용 사무실용 캠핑용 아이방 거실 주방 욕실 혼수 집들이 입학 생일 산책 운동 공부 독서 명상 낮잠 도시락 출근".split(
    " ",
  ),
};
const categories = "fashion beauty food living kitchen digital sports kids pets books".split(" ");

/** Writes a products file with `count` believable Korean names, each its own, the same ones each time. */
export async function writeManyProducts(path: string, count: number): Promise<void> {
  const out = createWriteStream(path);
  out.write("product_name,description,category_id,item_name,price,stock,images\n");
  let seed = 1;
  const pick = (list: readonly string[]) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return list[(seed >>> 8) % list.length]!;
  };
  for (let number = 0; number < count; number++) {
    const name = `${pick(words.quality)} ${pick(words.material)} ${pick(words.thing)} ${pick(words.use)} ${number.toString(36)}`;
    const price = 1_000 + ((number * 7_919) % 990) * 100;
    const rows = [0, 1].map(
      (item) =>
        `${name},좋은 물건입니다. 오래 쓰세요.,${categories[number % categories.length]},옵션 ${item + 1},${price + item * 500},${(number * 31) % 200},\n`,
    );
    if (!out.write(rows.join(""))) await once(out, "drain");
  }
  await new Promise((resolve) => out.end(resolve));
}

/** What people type: whole words, two syllables, 초성, letters so far, the other keyboard, rare and unknown things. */
export const queries = [
  "가방",
  "린넨 셔츠",
  "운동화",
  "선물용",
  "이불",
  "컵",
  "캐시미어 머플러",
  "포근한 울",
  "무쇠 냄비 선물용",
  "만년필",
  "ㄱㅂ",
  "ㅇㄷㅎ",
  "ㅋㅅㅁㅇ",
  "ㄴㅂ",
  "ㅁㄴㅍ",
  "ㅅㅍㅋ",
  "가ㅂ",
  "운도",
  "이어포",
  "캐시ㅁ",
  "갑",
  "rkqkd",
  "dnsehdghk",
  "dldjvhs",
  "1zz",
  "2a 없음",
  "없는물건이름",
  "zzzz",
];
