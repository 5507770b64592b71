// Keyboard, small and large screens, and what a system asks for.

import { accessible, assert, desktop, eventually, phone, scenario, texts } from "./harness.mjs";
import { foreignQuestions, heights, heightsEye, map, openPane, pane, picks, searchBox, sections, segments, selected, selection, titles } from "./parts.mjs";

/** Presses Tab until what has the focus fits, as a person without a mouse would. */
async function tabTo(page, fits, limit = 60) {
  for (let press = 0; press < limit; press += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const here = document.activeElement;
      return `${here.getAttribute("role") ?? here.localName}: ${here.getAttribute("aria-label") ?? here.textContent}`;
    });
    if (fits.test(name.replace(/\s+/g, " "))) {
      assert.ok(await ringed(page), `${name} shows that it has the focus`);
      return name;
    }
  }
  return assert.fail(`Tab never gets to ${fits}`);
}

/** Whether what has the focus looks so: an outline or a stroke on it or in it that goes away with the focus. */
async function ringed(page) {
  return page.evaluate(() => {
    const here = document.activeElement;
    const look = () =>
      [here, here.nextElementSibling, ...here.children].filter(Boolean).map((one) => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, stroke, strokeWidth } = getComputedStyle(one);
        return `${outlineStyle === "none" ? "" : outlineStyle + outlineWidth + outlineColor}${boxShadow}${stroke}${strokeWidth}`;
      }).join();
    const focused = look();
    here.blur();
    const plain = look();
    here.focus({ focusVisible: true, preventScroll: true });
    return focused !== plain;
  });
}

const lost = (page) => page.evaluate(() => document.activeElement === document.body || !document.activeElement?.isConnected);

/** Presses a key and waits until the page has answered; the focus must be somewhere a person can go on from. */
async function press(page, key, check) {
  await page.keyboard.press(key);
  await eventually(check);
  assert.equal(await lost(page), false, `the focus is kept after ${key}`);
}

scenario("the main path needs no mouse", async ({ page, open }) => {
  await open();
  await tabTo(page, /^a: Skip to the documents/, 1);
  await tabTo(page, /^button: height/);
  await press(page, "Enter", async () => assert.deepEqual(await texts(titles(page)), await foreignQuestions()));
  await tabTo(page, /^button: Read and count height/, 1);
  await page.keyboard.press("Shift+Tab");
  await press(page, "Space", async () => assert.ok((await sections(page).count()) > 50));
  await tabTo(page, /^tab: Read/);
  await press(page, "ArrowRight", () => pane(page, "Terms").waitFor());
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Terms");
  await tabTo(page, /^input:/);
  await page.keyboard.type("height");
  await tabTo(page, /^button: height/);
  await press(page, "Enter", () => pane(page, "Read").getByText(/only in what is left out, 17\stimes/).waitFor());
});

scenario("Shift and Enter add a topic", async ({ page, open }) => {
  await open();
  await tabTo(page, /^button: height/);
  await press(page, "Enter", async () => assert.equal((await selected(page)).sections, 9));
  await picks(page, "On topic").first().focus();
  await press(page, "Shift+Enter", async () => assert.ok((await selected(page)).sections > 9));
  assert.match((await texts(selection(page)))[0], /^Only the topic .* and /);
});

scenario("Tab stops once in the map; arrows go from section to section and document to document", async ({ page, open }) => {
  await open();
  const here = () => page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  await tabTo(page, /^button: Should Therapists/);
  await tabTo(page, /^button: .*; On topic; /, 1);
  const first = await here();
  await page.keyboard.press("ArrowRight");
  assert.notEqual(await here(), first);
  await page.keyboard.press("ArrowLeft");
  assert.equal(await here(), first);
  await page.keyboard.press("End");
  const [last] = (await foreignQuestions()).slice(-1);
  assert.ok((await here()).startsWith(`${last}; `), "End is the last section of the document");
  assert.ok(await ringed(page), "the focus is seen");
  await page.keyboard.press("ArrowDown");
  assert.equal(await here(), await segments(page, 1).last().getAttribute("aria-label"));
  await page.keyboard.press("ArrowUp");
  const [, , , words] = (await here()).split("; ");
  assert.match(words, /words$/);
  await press(page, "Enter", async () => {
    assert.equal(await page.evaluate(() => document.activeElement.localName), "article");
  });
  assert.equal(await map(page).locator("[role=button][tabindex='0']").count(), 1, "one segment stops Tab");
});

scenario("the focus stays in the page after every action that takes its own button away", async ({ page, open }) => {
  await open("#v=1&topic=99&term=therapist");
  for (const name of ["Dismiss", "Stop highlighting"]) {
    await page.getByRole("button", { name }).focus();
    await press(page, "Enter", async () => assert.equal(await page.getByRole("button", { name }).count(), 0));
  }
  await heights(page).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Clear filter" }).focus();
  await press(page, "Enter", async () => assert.equal(await page.getByRole("button", { name: "Clear filter" }).count(), 0));
  await pane(page, "Read").getByRole("button", { name: /^Show 9 questions/ }).focus();
  await press(page, "Enter", () => pane(page, "Read").getByRole("button", { name: /^Hide 9 questions/ }).waitFor());
  await heightsEye(page).focus();
  await press(page, "Enter", async () => assert.equal(await heightsEye(page).getAttribute("aria-pressed"), "true"));
  await openPane(page, "Terms");
  const more = page.getByRole("button", { name: /^Show \d+ more$/ });
  while ((await more.count()) > 0) {
    const rows = await page.getByRole("row").count();
    await more.focus();
    await press(page, "Enter", async () => assert.ok((await page.getByRole("row").count()) > rows));
  }
});

const VIEWS = ["", "#v=1&view=terms", "#v=1&verdict=off", "#v=1&furniture=shown&show=6&why=1,2", "#v=1&topic=99&term=therapist", "#v=1&view=changes&thr=3&pin=1.6.off"];
const SCREENS = {
  "a phone": { viewport: phone },
  "a small phone": { viewport: { width: 320, height: 568 } },
  "200 % zoom": { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
  "a desktop": { viewport: desktop },
};

for (const [name, options] of Object.entries(SCREENS)) {
  scenario(`nothing scrolls sideways on ${name}, but for wide tables in their own frame`, async ({ page, open }) => {
    for (const link of VIEWS) {
      await open(link);
      if (link === "") await page.getByRole("button", { name: "Show as table" }).click();
      const { wide, room } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, room: innerWidth }));
      assert.ok(wide <= room, `${link || "the start"}: ${wide} of ${room}`);
      await page.goto("about:blank");
    }
  }, options);
}

scenario("on a phone the whole way works by touch", async ({ page, open }) => {
  await open();
  await heights(page).tap();
  await eventually(async () => assert.deepEqual(await texts(titles(page)), await foreignQuestions()));
  const small = await page.locator("button:visible, summary:visible").evaluateAll((all) =>
    all.map((one) => [one.getAttribute("aria-label") ?? one.textContent, one.getBoundingClientRect()])
      .filter(([, box]) => box.height < 24 || box.width < 24).map(([text]) => text));
  assert.deepEqual(small, [], "nothing to tap is smaller than 24 by 24");
}, { viewport: phone, hasTouch: true, isMobile: true });

scenario("nothing moves where a person asked for less motion", async ({ page, open }) => {
  await open();
  await segments(page, 0).last().click();
  const moving = await page.evaluate(() => document.getAnimations().length);
  assert.equal(moving, 0);
  const { y } = await page.getByRole("article", { name: (await foreignQuestions()).pop() }).boundingBox();
  assert.ok(y < 900, "the section is there at once");
}, { reducedMotion: "reduce" });

scenario("with forced colours, what is pressed and what is off topic can still be told", async ({ page, open }) => {
  await open();
  const look = (locator) => locator.evaluate((one) => {
    const { borderColor, borderBottomColor, borderWidth, outlineStyle, outlineWidth, backgroundColor, color, textDecorationLine } = getComputedStyle(one);
    return [borderColor, borderBottomColor, borderWidth, outlineStyle, outlineWidth, backgroundColor, color, textDecorationLine].join();
  });
  const before = await look(heights(page));
  await heights(page).click();
  await page.getByRole("heading", { level: 1 }).hover();
  await page.evaluate(() => document.activeElement.blur());
  assert.notEqual(await look(heights(page)), before, "the picked topic looks picked");
  const tab = (name) => look(page.getByRole("tab", { name }));
  assert.notEqual(await tab("Read"), await tab("Terms"), "the open tab looks open");
  const fill = await segments(page, 0).last().locator("rect").first().evaluate((one) => getComputedStyle(one).fill);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.notEqual(fill, paper, "segments stand out from the paper");
}, { forcedColors: "active" });

const help = (page) => page.getByRole("dialog", { name: "Help" });
const here = (page) => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);

scenario("? opens the help, which lists every key; Esc closes it and gives the focus back", async ({ page, open }) => {
  await open();
  await heights(page).focus();
  const before = await here(page);
  await page.keyboard.press("?");
  await help(page).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.closest("dialog") !== null), true, "the focus is in the dialog");
  const keys = await texts(help(page).getByRole("table", { name: "Keys and what they do" }).getByRole("rowheader").locator("kbd"));
  for (const key of ["?", "/ or Ctrl or ⌘ K", "Esc", "1 to 6", "Ctrl or ⌘ Z", "Shift Ctrl or ⌘ Z", "n, Shift n", "j, k", "Arrow keys"]) {
    assert.ok(keys.includes(key), key);
  }
  await page.keyboard.press("n");
  await page.keyboard.press("2");
  await pane(page, "Read").waitFor({ state: "attached" });
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await help(page).count(), 0));
  assert.equal(await here(page), before);
  const button = page.getByRole("button", { name: "Help", exact: true });
  await button.click();
  await help(page).getByRole("button", { name: "Close" }).click();
  await eventually(async () => assert.equal(await help(page).count(), 0));
  assert.equal(await here(page), "Help");
});

scenario("the help's searches can be clicked, and each finds something or says where", async ({ page, open }) => {
  await open();
  const examples = () => help(page).getByRole("table", { name: "Searches and what they find" }).getByRole("button");
  await page.keyboard.press("?");
  const all = await texts(examples());
  assert.ok(all.length >= 7);
  for (const [index, text] of all.entries()) {
    await examples().nth(index).click();
    await eventually(async () => assert.equal(await help(page).count(), 0));
    await eventually(async () => assert.equal(await searchBox(page).inputValue(), text));
    assert.equal(await page.evaluate(() => document.activeElement.id), "search");
    // One press closes what is suggested, if anything is, the next clears the box, the last leaves it.
    for (let press = 0; press < 3 && (await page.evaluate(() => document.activeElement.id)) === "search"; press += 1) {
      await page.keyboard.press("Escape");
    }
    await page.keyboard.press("?");
    await help(page).waitFor();
  }
});

scenario("numbers open the views; single keys can be had off", async ({ page, open }) => {
  await open();
  await press(page, "2", () => pane(page, "Terms").waitFor());
  await press(page, "6", () => pane(page, "Changes").waitFor());
  await press(page, "1", () => pane(page, "Read").waitFor());
  await page.keyboard.press("?");
  await help(page).getByRole("checkbox", { name: /Single keys/ }).uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("2");
  await page.keyboard.press("?");
  await pane(page, "Read").waitFor();
  assert.equal(await help(page).count(), 0);
  await page.reload();
  await pane(page, "Read").waitFor();
  await page.keyboard.press("2");
  await pane(page, "Read").waitFor();
  await page.keyboard.press("Control+k");
  assert.equal(await page.evaluate(() => document.activeElement.id), "search", "with Ctrl they still work");
});

scenario("up and down walk the topics", async ({ page, open }) => {
  await open();
  const names = await texts(page.getByRole("complementary", { name: "Topics" }).getByRole("button", { name: /\d+ sections?$/ }));
  await picks(page, "On topic").first().focus();
  const at = async () => (await texts(page.locator(":focus")))[0];
  for (const name of names) {
    assert.equal(await at(), name);
    await page.keyboard.press("ArrowDown");
  }
  assert.equal(await at(), names.at(-1), "the last is the last");
  await page.keyboard.press("ArrowUp");
  assert.equal(await at(), names.at(-2));
  await page.keyboard.press("Home");
  assert.equal(await at(), names[0]);
  assert.ok(await ringed(page));
});

for (const [name, viewport] of Object.entries({ "a desktop": desktop, "a phone": phone })) {
  scenario(`the help is accessible on ${name}`, async ({ page, open }) => {
    await open();
    await page.keyboard.press("?");
    await help(page).waitFor();
    await accessible(page);
    const wide = await page.evaluate(() => {
      const dialog = document.querySelector("dialog");
      return [document.documentElement.scrollWidth - innerWidth, dialog.scrollWidth - dialog.clientWidth];
    });
    assert.ok(wide.every((one) => one <= 0), `${wide}`);
  }, { viewport });
}
