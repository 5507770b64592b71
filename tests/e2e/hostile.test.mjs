// Links made to do harm: whatever stands after `#`, the page shows its documents, runs nothing and says nothing to the console.

import { assert, scenario } from "./harness.mjs";

const LINKS = 10_000;
const SEED = 20_261_125;
/** Links that are tried between two looks at the clock. */
const BATCH = 500;
/** Pages that try them side by side: one waits for its next frame while the other works. */
const PAGES = 2;

/** Numbers from 0 to below 1 that are the same in every run (mulberry32). */
function randomness(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Links that mean something, with every key there is. */
const GOOD = [
  "v=1&view=terms&topic=2,5&sort=keyness-down&words=2&common=shown&term=5ft%208in&find=gro&forms=crying",
  "v=1&view=contexts&term=crying&span=7&order=left&left-out=away",
  "v=1&view=collocates&term=height&near=4&floor=3&by=count&turned=yes&among=everything&near-common=shown",
  "v=1&view=plot&term=thera*&document=2&verdict=off",
  "v=1&view=compare&a=is%3Aon&b=is%3Aoff&measure=g2",
  "v=1&view=topics&page=2&lambda=40",
  "v=1&view=changes&hide=1&show=3&stop=session,client&keep=not",
  "v=1&q=cry%20-tears%20%22in%20therapy%22%20topic%3A3%20doc%3A2&at=40&why=3,4&furniture=shown",
  "v=1&thr=0.5&pin=1.32-54.off,3.8.main&merge=1.2~3.8&name=3.8~How%20tall%2C%205~6",
  "v=1&view=terms&embed=1",
  "v=1&embed=map&fp=00000000",
];

/** Text that would do harm wherever it were taken for more than text. */
const PAYLOADS = [
  "<script>globalThis.intruded=1</script>",
  "<img/src=x onerror=globalThis.intruded=1>",
  "\"><svg/onload=globalThis.intruded=1>",
  "javascript:globalThis.intruded=1",
  "%3Cscript%3EglobalThis.intruded%3D1%3C%2Fscript%3E",
  "{{constructor.constructor('globalThis.intruded=1')()}}",
  "%00%ff%e0%a4%a",
  "4294967296",
  "-1",
  "1e308",
  "NaN",
  "__proto__",
  "constructor",
  "\u202e\u0000\ud800",
  "(((((((((((((((\"\"\"\"****",
  "9".repeat(400),
  "a".repeat(5_000),
];

/** What is tried: nonsense, good links with damage, and good keys with harm in them. */
function links(number) {
  const random = randomness(SEED);
  const below = (limit) => Math.floor(random() * limit);
  const one = (list) => list[below(list.length)];
  const sign = () => (random() < 0.8 ? String.fromCharCode(32 + below(95)) : String.fromCodePoint(1 + below(0xd7ff)));
  const nonsense = () => Array.from({ length: below(60) }, sign).join("");
  const keys = [...new Set(GOOD.flatMap((link) => link.split("&").map((pair) => pair.split("=")[0])))];
  const damaged = () => {
    let link = one(GOOD);
    for (let times = 1 + below(6); times > 0; times -= 1) {
      const at = below(link.length + 1);
      const other = one(GOOD);
      const changes = [
        () => link.slice(0, at) + link.slice(at + 1 + below(8)),
        () => link.slice(0, at) + sign() + link.slice(at),
        () => link.slice(0, at) + one(PAYLOADS) + link.slice(at),
        () => link.slice(0, at) + other.slice(below(other.length)),
        () => link.replace(/\d+/, () => String(below(100_000))),
        () => `${link}&${other}`,
      ];
      link = one(changes)();
    }
    return link;
  };
  const harmful = () => Array.from({ length: 1 + below(4) }, () => `${one(keys)}=${one(PAYLOADS)}`).join("&");
  return Array.from({ length: number }, () => one([nonsense, damaged, damaged, harmful])());
}

/** Opens each link in the page, one after the other, and says of the first that did harm which it was. */
function tryAll(all) {
  const app = document.getElementById("app");
  const opened = (link) =>
    new Promise((done) => {
      const before = location.href;
      location.hash = link;
      // An address that does not change raises nothing.
      if (location.href === before) done();
      else addEventListener("hashchange", () => setTimeout(done), { once: true });
    });
  const harm = () => {
    if (globalThis.intruded !== undefined) return "ran";
    if (document.querySelector("[role=alert]")) return "stopped the page";
    if (app.textContent.length < 200) return "left the page blank";
    if (app.querySelector("script, img, iframe, object, embed, [onload], [onerror], [href^='javascript:']")) return "made an element";
    return undefined;
  };
  return all.reduce(async (before, link) => {
    const found = await before;
    if (found) return found;
    await opened(link);
    const what = harm();
    return what && `${what}: ${link}`;
  }, Promise.resolve());
}

scenario(
  `${LINKS} links made to do harm do none`,
  async ({ context, open }) => {
    const all = links(LINKS);
    assert.ok(new Set(all).size > LINKS * 0.9, "they differ");
    const batches = Array.from({ length: LINKS / BATCH }, (_, index) => all.slice(index * BATCH, (index + 1) * BATCH));
    let tried = 0;
    const work = async () => {
      const page = await context.newPage();
      await open("", page);
      for (let batch = batches.pop(); batch; batch = batches.pop()) {
        assert.equal(await page.evaluate(tryAll, batch), undefined);
        tried += batch.length;
      }
      // And it is still the page it was.
      await page.evaluate(() => (location.hash = "#v=1&view=terms"));
      await page.getByRole("tabpanel", { name: "Terms" }).getByRole("table").waitFor();
    };
    await Promise.all(Array.from({ length: PAGES }, work));
    assert.equal(tried, LINKS);
  },
  { limit: 1_800_000 },
);
