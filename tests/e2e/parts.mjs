// Where a person finds things on the page: by role and name, never by class.

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** The first document: the one that ends in a block about something else. */
export const FIRST = "000_14805e073b650733.txt";
/** The lines of the first document's foreign questions, counted from 1, as a person reads them. */
const QUESTIONS = [32, 34, 36, 38, 40, 48, 50, 52, 54];

/** The lines of a document of the shipped corpus. */
export async function lines(name) {
  return (await readFile(join(root, "corpus", name), "utf8")).split("\n");
}

/** The titles of the nine questions that do not belong, read off the file. */
export async function foreignQuestions() {
  const all = await lines(FIRST);
  return QUESTIONS.map((line) => all[line - 1].trim());
}

/** What a person says of every line of the shipped corpus: rows of document, first, last, label. */
export async function gold() {
  const text = await readFile(join(root, "tests/corpora/therapists/gold.tsv"), "utf8");
  const rows = text.trim().split("\n").slice(1).map((row) => row.split("\t"));
  return rows.map(([document, first, last, label]) => ({
    document,
    first: Number(first),
    last: Number(last),
    label,
  }));
}

/** The panel of topics. */
export const topics = (page) => page.getByRole("complementary", { name: "Topics" });

/** One of its groups, by its heading. */
export function group(page, name) {
  const heading = page.getByRole("heading", { level: 3, name: new RegExp(`^${name}`) });
  return topics(page).locator("section").filter({ has: heading });
}

/** The buttons that filter to a topic, in the order they stand. */
export const picks = (page, name) => group(page, name).getByRole("listitem").getByRole("button", { name: /\d words/ });

/** The one topic about heights: what the page should have told apart by itself. */
export const heights = (page) => picks(page, "Off topic").filter({ hasText: "height" });

/** The eye of that topic. */
export const heightsEye = (page) => page.getByRole("button", { name: /^Read and count .*height/ });

/** The line that says what is read and counted. */
export const selection = (page) => page.getByRole("main").getByRole("status").filter({ hasText: /\d+\sof\s\d+\ssections/ });

/** The open pane. */
export const pane = (page, name) => page.getByRole("tabpanel", { name });

/** The sections in the reading pane. */
export const sections = (page) => pane(page, "Read").getByRole("article");

/** The headings of the sections in the reading pane: all below the document's own. */
export const titles = (page) => sections(page).locator(":is(h4, h5)");

/** The map. */
export const map = (page) => page.getByRole("region", { name: "Map" });

/** The segments of the document that stands at `index` in the map. */
export const segments = (page, index) => map(page).getByRole("group").nth(index).getByRole("button");

/** All segments within a map, by what each says of itself, and whether it is faded to the eye. */
export const faded = (place) =>
  place.getByRole("group").getByRole("button").evaluateAll((all) =>
    all.map((one) => ({
      label: one.getAttribute("aria-label"),
      faded: Number(getComputedStyle(one.firstElementChild).fillOpacity) < 0.5,
    })),
  );

/** The search box. */
export const searchBox = (page) => page.getByRole("combobox", { name: "Search" });

/** What the search says it found. */
export const found = (page) => page.getByRole("search").getByRole("status");

/** Opens a pane. */
export const openPane = (page, name) => page.getByRole("tab", { name }).click();

/** The row of a term, by the exact form shown. */
export function termRow(page, term) {
  const name = page.getByRole("rowheader").getByRole("button", { name: term, exact: true });
  return pane(page, "Terms").getByRole("row").filter({ has: name });
}

/** How many sections and words are read and counted. */
export async function selected(page) {
  const figures = /(\d+)\sof\s(\d+)\ssections, (\d[\d\s,]*)\swords/;
  const [, sections, all, words] = (await selection(page).innerText()).match(figures);
  return { sections: Number(sections), all: Number(all), words: number(words) };
}

/** A number as the page writes it for a reader of American English, which these browsers are set to: a true minus. */
export const number = (text) => Number(text.replace(/[\s,]/g, "").replace("\u2212", "-").replace("+", ""));

/** A term's row as numbers, by column name. */
export async function termCells(page, term) {
  const row = termRow(page, term);
  const [count, all, change, rate, keyness, ratio, dispersion, sections, documents] = (
    await row.getByRole("cell").allInnerTexts()
  ).map(number);
  return { count, all, change, rate, keyness, ratio, dispersion, sections, documents };
}

/** Remembers the workers of a page, to kill them as a browser short of memory does: without a word. */
export const killable = (page) =>
  page.addInitScript(() => {
    const Started = window.Worker;
    window.started = [];
    window.Worker = class extends Started {
      constructor(...given) {
        super(...given);
        window.started.push(this);
      }
    };
  });

/** Kills the last of them. */
export const kill = (page) => page.evaluate(() => window.started.at(-1).terminate());
