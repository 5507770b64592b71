// Read: the documents with their structure, and what does not belong folded in place.

import { assert, drawn, eventually, scenario, texts } from "./harness.mjs";
import { foreignQuestions, gold, group, heights, lines, pane, sections, titles } from "./parts.mjs";

const section = (page, name) => page.getByRole("article", { name, exact: true });
const why = (page, verdict = "") => page.getByRole("button", { name: new RegExp(`^${verdict}.*, why\\?`) });

scenario("every document stands under its title, with what kind of document it is", async ({ page, open }) => {
  await open();
  const heads = pane(page, "Read").getByRole("heading", { level: 3 });
  assert.deepEqual(await texts(heads), [
    (await lines("000_14805e073b650733.txt"))[0].trim(),
    "What makes therapists cry?",
    "Is It Normal for Therapists to Cry In Front of Patients?",
    "Questions about therapists, with their sources",
    "Crying during sessions",
  ]);
  const text = await pane(page, "Read").innerText();
  for (const kind of ["Article", "Questions and answers", "with sources", "Experts’ column", "Forum thread"]) {
    assert.ok(text.includes(kind), kind);
  }
});

scenario("an article has its headings in two ranks, each with its text", async ({ page, open }) => {
  await open();
  const upper = await texts(sections(page).getByRole("heading", { level: 4 }));
  const lower = await texts(sections(page).getByRole("heading", { level: 5 }));
  assert.ok(upper.includes("Why Do Therapists Cry?"));
  assert.ok(lower.includes("Compassion Fatigue") && lower.includes("Self-care Is Key"));
  const text = await section(page, "Compassion Fatigue").innerText();
  assert.match(text, /Let’s not forget compassion fatigue\./);
});

scenario("a question has its answer, its list and its source", async ({ page, open }) => {
  await open();
  const asked = section(page, "What should you not do after therapy?");
  assert.deepEqual(
    (await texts(asked.getByRole("listitem"))).map((item) => item.slice(0, 12)),
    ["1. Write a t", "2. Dive imme", "3. Beat your", "4. Do your t"],
  );
  await asked.getByText("Source: galiacollaborative.com").waitFor();
  const sources = await texts(page.getByText(/^Source: /));
  assert.equal(sources.length, 25, "every question of the fourth document names its source");
  const bullets = section(page, "What do therapists do when a client cries?").getByRole("listitem");
  assert.equal(await bullets.count(), 6);
});

scenario("an expert has letters, role and place; a comment and a post have their author", async ({ page, open }) => {
  await open();
  const expert = section(page, "Katie Lear, LCMHC, RPT, RDT");
  assert.deepEqual(await texts(expert.getByRole("heading")), ["Katie Lear, LCMHC, RPT, RDT"]);
  await expert.getByText("Licensed counselor", { exact: true }).waitFor();
  await expert.getByText("Charlotte, North Carolina", { exact: true }).waitFor();
  for (const author of ["John A Stewart", "Georgia Newton", "Sol"]) await section(page, `Comment by ${author}`).waitFor();
  const posts = await texts(page.getByRole("heading", { level: 4, name: /^Post/ }));
  assert.equal(posts.length, 12);
  assert.deepEqual(posts.filter((post) => post.startsWith("Post by LadyHalcyon")).length, 4);
  assert.equal(posts.filter((post) => post.endsWith("(going by the signature)")).length, 3, "a guess says so");
});

scenario("a quotation stands apart from what its poster says, with the reactions below", async ({ page, open }) => {
  await open();
  const quotations = page.getByRole("blockquote");
  assert.equal(await quotations.count(), 4);
  const post = page.getByRole("article").filter({ hasText: "That is my main concern" });
  assert.match((await texts(post.getByRole("blockquote"))).join(), /^I don't think that showing empathy/);
  assert.doesNotMatch((await texts(post.getByRole("blockquote"))).join(), /main concern/);
  assert.deepEqual(await texts(page.getByText(/\d+\sreaders? reacted/)), [2, 4, 4, 1, 1, 1, 1, 2].map((count) =>
    count === 1 ? "1 reader reacted" : `${count} readers reacted`));
});

scenario("the off-topic run is folded to what it is, in its place, and unfolds there", async ({ page, open }) => {
  await open();
  const [first] = await foreignQuestions();
  assert.ok(!(await texts(titles(page))).includes(first), "it is folded at first");
  const button = pane(page, "Read").getByRole("button", { name: /^Show 9 questions about .*height/ });
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  await pane(page, "Read").getByText(/476\swords, not counted/).waitFor();
  const { y } = await button.boundingBox();
  const above = await section(page, "Conclusion: Therapists Are Human Too").boundingBox();
  const below = await page.getByRole("heading", { level: 3, name: "What makes therapists cry?" }).boundingBox();
  assert.ok(above.y < y && y < below.y, "it stands between the article's end and the next document");
  const before = await texts(titles(page));
  await button.click();
  const open_ = pane(page, "Read").getByRole("button", { name: /^Hide 9 questions about .*height/ });
  await open_.waitFor();
  const at = before.indexOf("Conclusion: Therapists Are Human Too") + 1;
  assert.deepEqual(await texts(titles(page)), [...before.slice(0, at), ...(await foreignQuestions()), ...before.slice(at)]);
  await open_.click();
  await eventually(async () => assert.deepEqual(await texts(titles(page)), before));
});

scenario("the table of the off-topic run is a table with a caption and a header cell", async ({ page, open }) => {
  await open();
  await heights(page).click();
  const table = section(page, "How tall is a average 15 year old?").getByRole("table");
  await table.getByRole("caption").getByText("Average Height to Weight for Teenage Boys - 13 to 20 Years").waitFor();
  assert.deepEqual(await texts(table.getByRole("columnheader")), ["Male Teens: 13 - 20 Years)"]);
  const rows = await texts(table.getByRole("row"));
  assert.equal(rows.length, 5);
  assert.equal(rows[1], '14 Years 112.0 lb. (50.8 kg) 64.5" (163.8 cm)');
});

scenario("a verdict opens its reasons: a sentence, and terms with numbers", async ({ page, open }) => {
  await open("#v=1&verdict=off");
  const [title] = await foreignQuestions();
  const button = section(page, title).getByRole("button", { name: `Off topic, why? ${title}` });
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  await button.click();
  await section(page, title).getByText(/It does not belong: only \d+\s% of its content words .* usual section \d+\s% are/).waitFor();
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  for (const other of (await foreignQuestions()).slice(1)) {
    await section(page, other).getByRole("button", { name: `Off topic, why? ${other}` }).click();
  }
  await eventually(async () => assert.equal(await page.getByText(/^It does not belong: only/).count(), 9));
  const terms = await texts(page.locator(".reasons").getByRole("listitem"));
  assert.ok(terms.some((term) => /^height \d× −(?!0\.0+$)\d+\.\d+$/.test(term)), `height speaks, with its count and weight: ${terms}`);
  assert.ok(terms.every((term) => /^.+ \d+× −?\d+\.\d+$/.test(term)), "every term has both numbers");
  // All of them, those that are folded away included, are what its own words come to.
  for (const rest of await section(page, title).getByText(/^\d+\smore terms?$/).all()) await rest.click();
  const all = await texts(section(page, title).locator(".reasons").getByRole("listitem"));
  const number = (text) => Number(text.match(/−?\d+\.\d+$/)[0].replace("−", "-"));
  const own = (await section(page, title).getByRole("row", { name: /^Its own words/ }).innerText()).trim();
  const sum = all.map(number).reduce((one, other) => one + other, 0);
  assert.ok(Math.abs(sum - number(own)) <= 0.005 * (all.length + 1), `${sum} of ${own}, ${all.length} terms`);
  await button.click();
  await eventually(async () => assert.equal(await section(page, title).getByRole("listitem").count(), 0));
});

scenario("every section has its verdict", async ({ page, open }) => {
  await open("#v=1&show=1,2,3,4,5,6,7,8,9,10");
  assert.equal(await why(page).count(), await sections(page).count());
  assert.equal(await why(page, "Off topic").count(), 9);
});

scenario("page furniture is folded where it stands, and shown with what it is", async ({ page, open }) => {
  await open();
  const post = section(page, "Post by LadyHalcyon").first();
  const fold = post.getByRole("button", { name: /^10 lines of page furniture/ });
  assert.equal(await post.getByRole("listitem").count(), 0);
  await fold.click();
  await eventually(async () => assert.deepEqual((await texts(post.getByRole("listitem"))).slice(1, 4), [
    "Poster’s name LadyHalcyon", "Member details Full Member", "Member details 5+ Year Member",
  ]));
  await page.getByRole("button", { name: "Show page furniture in the text" }).click();
  const all = pane(page, "Read").getByRole("listitem");
  await eventually(async () => assert.equal(await all.filter({ hasText: /^\s*Source and report links\s*Takedown request/ }).count(), 25));
  assert.equal(await pane(page, "Read").getByRole("button", { name: /of page furniture: show$/ }).count(), 0);
});

scenario("a long text comes a part at a time, what is seen first; whoever is in it stays there", async ({ page, open }) => {
  await open();
  const articles = pane(page, "Read").getByRole("article");
  // In the page: by the time a question comes from outside, it may be drawn whole.
  const press = (button) => new Promise((done) => {
    let fewest = Infinity;
    const look = (frames) => {
      fewest = Math.min(fewest, document.querySelectorAll("#pane-read article").length);
      if (frames === 0) done(fewest);
      else requestAnimationFrame(() => look(frames - 1));
    };
    button.click();
    look(10);
  });
  const first = await group(page, "On topic").getByRole("button", { name: "On topic" }).evaluate(press);
  await drawn(page);
  const all = await articles.count();
  assert.ok(first > 0 && first < all / 2, `${first} at once, ${all} in all`);
  await articles.last().focus();
  const name = await articles.last().getAttribute("id");
  await page.goBack();
  await page.getByRole("button", { name: "Clear filter" }).waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.id), name);
  assert.ok((await articles.count()) >= all, "nothing was taken away");
});

scenario("a view opens at its top, however far down the one before it was", async ({ page, open }) => {
  await open();
  for (const name of ["Terms", "Contexts", "Compare", "Changes", "Topics"]) {
    await page.getByRole("tab", { name: "Read" }).click();
    await page.evaluate(() => scrollTo(0, 9_000));
    await page.getByRole("tab", { name, exact: true }).click();
    await drawn(page);
    const tab = page.getByRole("tab", { name, exact: true });
    const { y } = await tab.boundingBox();
    assert.ok(y >= 0 && y < 800, `${name}: its tab is at ${y}`);
    const top = await page.locator("#pane-top").evaluate((one) => one.getBoundingClientRect().top);
    assert.ok(top >= -1, `${name}: its top is at ${top}`);
  }
});

scenario("nothing of a document is lost: every line stands in the page once all is unfolded", async ({ page, open }) => {
  await open("#v=1&furniture=shown&show=1,2,3,4,5,6,7,8,9,10");
  const bare = (text) => text.replace(/[\s|]+|---/g, "").toLowerCase();
  const shown = bare(await pane(page, "Read").evaluate((element) => element.textContent));
  for (const name of new Set((await gold()).map((row) => row.document))) {
    for (const line of await lines(name)) {
      if (line.trim()) assert.ok(shown.includes(bare(line)), `${name}: ${line.slice(0, 60)}`);
    }
  }
});

scenario("text of a document is only text", async ({ page, open }) => {
  await open("#v=1&furniture=shown&show=1,2,3,4,5,6,7,8,9,10");
  const elements = await pane(page, "Read").evaluate((element) => [...new Set([...element.querySelectorAll("*")].map((one) => one.localName))]);
  for (const name of ["script", "img", "iframe", "a", "form", "style", "object", "input"]) assert.ok(!elements.includes(name), name);
});
