// Amounts (sen, BigInt) and moments as people write them.

const ONES = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];
const POWERS = [[10n ** 15n, "kuadriliun"], [10n ** 12n, "triliun"], [10n ** 9n, "miliar"], [10n ** 6n, "juta"], [1000n, "ribu"]];
const UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ENGLISH = [[10n ** 15n, "quadrillion"], [10n ** 12n, "trillion"], [10n ** 9n, "billion"], [10n ** 6n, "million"], [1000n, "thousand"]];

const withOdd = (sen, spelled) => [spelled(sen / 100n), sen % 100n ? spelled(sen % 100n) : ""];

/** `Rp1.222,50` */
export function rupiah(sen) {
  const grouped = String(sen / 100n).replace(/\B(?=(\d{3})+$)/g, "."), odd = sen % 100n;
  return `Rp${grouped}${odd ? `,${String(odd).padStart(2, "0")}` : ""}`;
}

/** Terbilang: `dua puluh ribu rupiah`, `twenty thousand rupiah`. */
export function inWords(sen, language) {
  const [whole, odd] = withOdd(sen, language === "en" ? english : indonesian);
  return `${whole} rupiah${odd ? ` ${odd} sen` : ""}`;
}

function indonesian(number) {
  const then = (head, rest) => (rest ? `${head} ${indonesian(rest)}` : head);
  for (const [power, name] of POWERS) {
    if (number < power) continue;
    const many = number / power;
    return then(name === "ribu" && many === 1n ? "seribu" : `${indonesian(many)} ${name}`, number % power);
  }
  if (number < 12n) return ONES[number];
  if (number < 20n) return `${ONES[number - 10n]} belas`;
  if (number < 100n) return then(`${ONES[number / 10n]} puluh`, number % 10n);
  return then(number < 200n ? "seratus" : `${ONES[number / 100n]} ratus`, number % 100n);
}

function english(number) {
  const then = (head, rest) => (rest ? `${head} ${english(rest)}` : head);
  for (const [power, name] of ENGLISH) if (number >= power) return then(`${english(number / power)} ${name}`, number % power);
  if (number < 20n) return UNITS[number];
  if (number < 100n) return `${TENS[number / 10n]}${number % 10n ? `-${UNITS[number % 10n]}` : ""}`;
  return then(`${UNITS[number / 100n]} hundred`, number % 100n);
}

const locale = (language) => (language === "en" ? "en-GB" : "id-ID");

/** `Senin, 23 November 2026` of a day `2026-11-23`. */
export const longDay = (day, language) =>
  new Intl.DateTimeFormat(locale(language), { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

/** `23 November 2026 pukul 09.00 WIB` */
export const moment = (at, language) =>
  `${new Intl.DateTimeFormat(locale(language), { dateStyle: "long", timeStyle: "short", timeZone: "Asia/Jakarta" }).format(at)} WIB`;
