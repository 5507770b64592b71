// wink-nlp: tokens alone, none of the steps that would come after them.

import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { measure, units, versionOf } from "./rounds.mjs";

const nlp = winkNLP(model, []);
const texts = units();
let tokens;

measure({
  id: "wink",
  version: versionOf("wink-nlp"),
  begin: () => {
    tokens = 0;
  },
  phases: {
    count: () => {
      for (const text of texts) tokens += nlp.readDoc(text).tokens().length();
    },
  },
  found: () => ({ tokens }),
});
